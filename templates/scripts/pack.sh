# The same commit gives the same bytes: sorted names, owner 0, and the time of the commit.
export TZ=UTC LC_ALL=C
time=$(git -C repository log -1 --format=@%ct)
mkdir -p dist

# Packs an archive. Arguments: the artifact, the archive, the programs.
pack() {
  local built=built/$1 archive=$2 folder=packed/$2 file
  mkdir -p "$folder"
  for file in "${@:3}"; do
    if ! install -m 755 "$built/$file" "$folder/"; then
      echo "::error::the artifact '$1' has no program '$file'"
      exit 1
    fi
  done
  add_files
  cd "packed/$archive"
  chmod -R u=rwX,go=rX .
  find . -exec touch --no-dereference --date="$time" {} +
  compress
  cd ../..
}
