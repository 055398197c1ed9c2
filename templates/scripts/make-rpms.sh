# Builds an RPM package from each line of RPMS: processor, file of the package, archive, folder in the archive.
if ! command -v rpmbuild > /dev/null; then
  sudo apt-get update
  sudo apt-get install --yes --no-install-recommends rpm
fi

# Writes the spec file. In values, '%' is written as '%%', because RPM expands macros.
write_spec() {
  local need
  {
    echo "Name: $PACKAGE"
    echo "Version: $sorted"
    echo 'Release: 1'
    echo "Summary: ${DESCRIPTION//%/%%}"
    echo "License: $LICENSE"
    echo "URL: ${HOMEPAGE//%/%%}"
    while IFS= read -r need; do
      if [[ -n $need ]]; then echo "Requires: $need"; fi
    done <<< "$DEPENDS"
    printf '\n%%description\n%s\n' "${DESCRIPTION//%/%%}"
    printf '\n%%install\ncp -a "%s/usr" %%{buildroot}/\n' "$root"
    printf '\n%%files\n%%defattr(-,root,root)\n'
    cd "$root"
    find usr \( -path 'usr/share/licenses/*' -type f -printf '%%license "/%p"\n' \) -o \( ! -type d -printf '"/%p"\n' \) \
      -o \( \( -path 'usr/lib/*' -o -path 'usr/share/licenses/*' \) -printf '%%dir "/%p"\n' \)
    cd - > /dev/null
  } > "$1"
}

while read -r arch result archive folder; do
  stage "$archive" "$folder"
  for file in repository/LICEN[CS]E*; do
    if [[ -f $file ]]; then put "$file" "licenses/$PACKAGE/${file##*/}"; fi
  done
  find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

  top=$(mktemp -d)
  write_spec "$top/package.spec"
  # RPM finds the shared libraries that the programs need. Those in the package are excluded: no other package has them.
  own=$(find "$root/usr/lib" -name '*.so*' -printf '%f\n' 2> /dev/null | sort -u | sed 's/[.+]/[&]/g' | paste -s -d '|' || true)
  rpmbuild -bb --quiet --target "$arch-linux" \
    --define "_topdir $top" \
    --define "_rpmdir $PWD/dist" \
    --define "_rpmfilename $result" \
    --define '_buildhost localhost' \
    --define 'use_source_date_epoch_as_buildtime 1' \
    --define '_binary_payload w9.gzdio' \
    --define '_build_id_links none' \
    --define 'debug_package %{nil}' \
    --define '__os_install_post %{nil}' \
    --define '__provides_exclude_from ^/usr/lib/' \
    --define '__requires_exclude_from ^/usr/lib/.*[.]so' \
    --define "__requires_exclude ^(${own:-no library})[(]" \
    "$top/package.spec"
done <<< "$RPMS"
