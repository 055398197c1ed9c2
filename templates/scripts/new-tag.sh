if git show-ref --verify --quiet "refs/tags/$TAG"; then
  echo "::error::tag $TAG already exists, perhaps at another commit"
  exit 1
fi
