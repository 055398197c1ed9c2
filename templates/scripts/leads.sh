leads() {
  if [[ $this != *-* && $(newest "$1") == "$this" ]]; then echo true; else echo false; fi
}
