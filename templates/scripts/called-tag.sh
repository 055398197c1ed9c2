if ! gh api --silent "repos/$GH_REPO/git/ref/tags/$TAG"; then
  echo "::error::tag $TAG does not exist: the calling workflow must create it first"
  exit 1
fi
echo "ref=refs/tags/$TAG" >> "$GITHUB_OUTPUT"
