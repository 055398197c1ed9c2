this=${TAG#"$TAG_PREFIX"}
this=${this%%+*}
number='(0|[1-9][0-9]*)'
tags=$(git tag --list "$TAG_PREFIX*")
released=$(sed "s/^.\{${#TAG_PREFIX}\}//; s/+.*//" <<< "$tags" | grep -Ex "$number\.$number\.$number" || true)

# The newest of all versions that begin like this.
newest() {
  printf '%s\n' "$released" "$this" | grep "^${1//./\\.}" | sort -V | tail -n 1
}
