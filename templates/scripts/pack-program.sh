# Adds a program without an archive. Arguments: the artifact, the name in the release, the program.
take() {
  if ! install -m 755 "built/$1/$3" "dist/$2"; then
    echo "::error::the artifact '$1' has no program '$3'"
    exit 1
  fi
}
