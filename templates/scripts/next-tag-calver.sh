# The newest tagged version with its last number raised by PATCHES, or 1 if there is none.
newest=$(git tag --list "$TAG_PREFIX*" | sed "s/^.\{${#TAG_PREFIX}\}//" |
  grep -Ex '[0-9]{1,18}(\.[0-9]{1,18}){0,3}' | sort -V | tail -n 1 || true)
before=
if [[ $newest == *.* ]]; then
  before=${newest%.*}.
fi
last=${newest##*.}
echo "tag=$TAG_PREFIX$before$((10#${last:-0} + PATCHES))" | tee -a "$GITHUB_OUTPUT"
