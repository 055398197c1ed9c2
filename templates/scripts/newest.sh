this=${TAG#"$TAG_PREFIX"}
this=${this%%+*}
number='(0|[1-9][0-9]*)'
tags=$(git tag --list "$TAG_PREFIX*")
released=$(sed "s/^.\{${#TAG_PREFIX}\}//; s/+.*//" <<< "$tags" | grep -Ex "$number\.$number\.$number" || true)

# Prints the newest version that begins with $1.
newest() {
  printf '%s\n' "$released" "$this" | grep "^${1//./\\.}" | sort -V | tail -n 1
}
