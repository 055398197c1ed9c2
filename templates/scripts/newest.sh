this=${VERSION%%+*}
released=$(git tag --list "$TAG_PREFIX*" | cut -c "$((${#TAG_PREFIX} + 1))-" | grep -E '^[0-9]+\.[0-9]+\.[0-9]+$' || true)
newest=$(printf '%s\n' "$released" "$this" | sort -V | tail -n 1)
latest=false
if [[ "$PRERELEASE" == false && "$newest" == "$this" ]]; then
  latest=true
fi
echo "latest=$latest" >> "$GITHUB_OUTPUT"
