{
  echo "tag=$TAG"
  echo "version=${TAG#"$TAG_PREFIX"}"
  echo "prerelease=false"
} >> "$GITHUB_OUTPUT"
