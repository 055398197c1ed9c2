# Builds a Debian package from each line of DEBS: processor, file of the package, archive, folder in the archive.

# Prints the packages that contain the shared libraries of a program, or of the programs in a folder. Libraries that are in
# the folder need no package. What those libraries need is left out, because not every program loads them.
needed() {
  local file files=() glibc library
  while IFS= read -r file; do
    if readelf --file-header "$file" &> /dev/null; then files+=("$file"); fi
  done < <(find "$1" -type f \( -perm /111 -o -name '*.so*' \))
  if [[ ${#files[@]} == 0 ]]; then return; fi
  glibc=$(readelf --version-info --wide "${files[@]}" | grep -o 'GLIBC_[0-9.]*' | sort -V | tail -n 1 || true)
  for file in "${files[@]}"; do
    if [[ $file != *.so* ]]; then readelf --dynamic --wide "$file"; fi
  done | sed -n 's/.*(NEEDED).*\[\(.*\)]/\1/p' | sort -u | while IFS= read -r library; do
    if [[ -d $1 && -n $(find "$1" -name "$library") ]]; then continue; fi
    case $library in
      ld-linux* | libc.so.* | libdl.so.* | libm.so.* | libpthread.so.* | libresolv.so.* | librt.so.* | libutil.so.*)
        echo "libc6 (>= ${glibc#GLIBC_})"
        ;;
      libgcc_s.so.1) echo libgcc-s1 ;;
      libstdc++.so.6) echo libstdc++6 ;;
      libz.so.1) echo zlib1g ;;
      libssl.so.3 | libcrypto.so.3) echo libssl3 ;;
      *)
        if [[ -z $DEPENDS ]]; then
          echo "::error::${1##*/} needs $library: add the package that contains it to packages.deb.depends" >&2
          exit 1
        fi
        ;;
    esac
  done
}

# Writes the copyright file and the changelog.
put_documents() {
  local doc=$root/usr/share/doc/$PACKAGE
  mkdir -p "$doc"
  {
    echo "$HOMEPAGE"
    if [[ -n $LICENSE ]]; then echo "License: $LICENSE"; fi
    for file in repository/LICEN[CS]E*; do
      if [[ -f $file ]]; then printf '\n%s\n' "$(< "$file")"; fi
    done
  } > "$doc/copyright"
  {
    echo "$PACKAGE ($sorted) stable; urgency=medium"
    printf '\n  * See %s/releases/tag/%s\n\n' "$HOMEPAGE" "$TAG"
    echo " -- $MAINTAINER  $(LC_ALL=C date --utc --date="@$SOURCE_DATE_EPOCH" --rfc-email)"
  } | gzip -9 -n > "$doc/changelog.gz"
}

while read -r arch result archive folder; do
  stage "$archive" "$folder"
  mkdir "$root/DEBIAN"
  depends=$DEPENDS
  while IFS= read -r program; do
    place=$root/usr/bin/$program
    if [[ $program == */* ]]; then place=$root/usr/lib/${program%%/*}; fi
    depends+=$'\n'$(needed "$place")
  done <<< "$PROGRAMS"
  put_documents

  depends=$(sort -u <<< "$depends" | sed '/^$/d' | paste -s -d , | sed 's/,/, /g')
  {
    echo "Package: $PACKAGE"
    echo "Version: $sorted"
    echo "Architecture: $arch"
    echo "Maintainer: $MAINTAINER"
    echo "Installed-Size: $(du --apparent-size --summarize --block-size=1024 "$root/usr" | cut -f 1)"
    if [[ -n $depends ]]; then echo "Depends: $depends"; fi
    echo "Section: $SECTION"
    echo 'Priority: optional'
    echo "Homepage: $HOMEPAGE"
    echo "Description: $DESCRIPTION"
    echo " Released at $HOMEPAGE/releases/tag/$TAG"
  } > "$root/DEBIAN/control"
  cd "$root"
  find usr -type f | LC_ALL=C sort | tr '\n' '\0' | xargs -0 md5sum > DEBIAN/md5sums
  cd - > /dev/null
  dpkg-deb --root-owner-group -Zxz --build "$root" "dist/$result"
done <<< "$DEBS"
