latest=false
if [[ $this != *-* && $(newest '') == "$this" ]]; then
  latest=true
fi
gh release edit "$TAG" --draft=false --latest="$latest"
