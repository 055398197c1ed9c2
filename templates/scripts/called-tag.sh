if [[ "$TAG" != "$TAG_PREFIX"* ]]; then
  echo "::error::tag '$TAG' does not begin with '$TAG_PREFIX'"
  exit 1
fi
if ! gh api --silent "repos/$GH_REPO/git/ref/tags/$TAG"; then
  echo "::error::tag $TAG does not exist: the calling workflow must create it first"
  exit 1
fi
echo "ref=refs/tags/$TAG" >> "$GITHUB_OUTPUT"
