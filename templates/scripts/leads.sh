# Prints whether this is the newest version that begins with $1, and not a prerelease.
leads() {
  if [[ $this != *-* && $(newest "$1") == "$this" ]]; then echo true; else echo false; fi
}
