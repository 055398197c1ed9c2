# Functions that lay out the files of an archive as in a Linux package.
# They need PROGRAMS, VERSION and ZSH_FOLDER, and the sources in the folder "repository".
umask 022
sorted=${VERSION/-/\~} # a prerelease sorts before its release
sorted=${sorted//-/.}
SOURCE_DATE_EPOCH=$(git -C repository log -1 --format=%ct)
export SOURCE_DATE_EPOCH

put() {
  install -D -m 644 "$1" "$root/usr/share/$2"
}

# Copies manual pages and completions to their folders.
put_extras() {
  local file name
  find "$files" -type f | while IFS= read -r file; do
    name=${file##*/}
    case $name in
      *.ps1 | *.so.*) ;;
      *.[1-8])
        put "$file" "man/man${name##*.}/$name"
        gzip -9 -n "$root/usr/share/man/man${name##*.}/$name"
        ;;
      *.bash) put "$file" "bash-completion/completions/${name%.bash}" ;;
      *.fish) put "$file" "fish/vendor_completions.d/$name" ;;
      _*) put "$file" "zsh/$ZSH_FOLDER/$name" ;;
    esac
  done
}

# Lays out an archive. Arguments: the archive, and the folder in it that contains everything.
stage() {
  local program
  files=$(mktemp -d)
  root=$(mktemp -d)
  chmod 755 "$root"
  if [[ -d packed/$1 ]]; then
    cp -a "packed/$1/$2/." "$files"
  else
    cp "dist/$1" "$files/$PROGRAMS" # a program without an archive
  fi

  mkdir -p "$root/usr/bin"
  while IFS= read -r program; do
    if [[ $program == */* ]]; then
      mkdir -p "$root/usr/lib"
      mv "$files/${program%%/*}" "$root/usr/lib/"
      ln -s "../lib/$program" "$root/usr/bin/${program##*/}"
    else
      install -m 755 "$files/$program" "$root/usr/bin/$program"
      rm "$files/$program"
    fi
  done <<< "$PROGRAMS"
  put_extras
}
