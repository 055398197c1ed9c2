this=${TAG#"$TAG_PREFIX"}
tags=$(git tag --list "$TAG_PREFIX*")
released=$(printf '%s\n' "$tags" | sed "s/^.\{${#TAG_PREFIX}\}//" | grep -Ex '[0-9]{1,18}(\.[0-9]{1,18}){0,3}' || true)

# Prints the newest version that begins with $1.
newest() {
  printf '%s\n' "$released" "$this" | grep "^${1//./\\.}" | sort -V | tail -n 1
}
