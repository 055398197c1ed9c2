version=${TAG#"$TAG_PREFIX"}
prerelease=false
if [[ "${version%%+*}" == *-* ]]; then
  prerelease=true
fi
{
  echo "tag=$TAG"
  echo "version=$version"
  echo "prerelease=$prerelease"
} >> "$GITHUB_OUTPUT"
