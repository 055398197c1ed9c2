mark=$(gh release view "$TAG" --json isDraft,body --jq 'select(.isDraft | not) | .body' 2> /dev/null |
  grep -oE '<!-- slipway: built from [0-9a-f]{40} -->' | tail -n 1 || true)
if [[ -n $mark && $mark != *"$(git rev-parse HEAD)"* ]]; then
  mark=${mark#*from }
  echo "::error::release $TAG is public and was built from ${mark% -->}: the tag has been moved"
  exit 1
fi
