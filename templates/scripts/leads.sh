leads() {
  if [[ $version != *-* && $(newest "$1") == "$version" ]]; then echo true; else echo false; fi
}
