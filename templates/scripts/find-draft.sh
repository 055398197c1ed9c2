draft=$(gh release view "$TAG" --json isDraft,body --jq '"\(.isDraft) \(.body)"' 2> /dev/null || true)
case $draft in
  false*)
    echo "::error::release $TAG is already public"
    exit 1
    ;;
  *'<!-- slipway: built from '*) # left by an earlier attempt
    gh release delete "$TAG" --yes
    draft=
    ;;
esac
