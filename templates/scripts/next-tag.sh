# The newest tagged version with its patch number raised by PATCHES, or 0.1.0 if there is none.
number='(0|[1-9][0-9]*)'
newest=$(git tag --list "$TAG_PREFIX*" | sed "s/^.\{${#TAG_PREFIX}\}//; s/+.*//" |
  grep -Ex "$number\.$number\.$number" | sort -V | tail -n 1 || true)
version=0.1.0
if [[ -n $newest ]]; then
  version=${newest%.*}.$((${newest##*.} + PATCHES))
fi
echo "tag=$TAG_PREFIX$version" | tee -a "$GITHUB_OUTPUT"
