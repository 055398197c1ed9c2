folder="dist/$ARCHIVE"
mkdir -p "$folder"

# Copies what a pattern matches; behind "=>" stands the folder of the archive that it goes to.
add() {
  local into=$folder file
  case $1 in *' => '*) into+=/${1##* => } ;; esac
  compgen -G "${1%% => *}" | while IFS= read -r file; do
    mkdir -p "$into"
    cp -R "${file%/}" "$into" || exit 1
  done
}
while IFS= read -r pattern; do
  if ! add "$pattern"; then
    echo "::error::nothing to pack matches '$pattern'"
    exit 1
  fi
done <<< "$FILES"
