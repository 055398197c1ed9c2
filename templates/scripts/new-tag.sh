if git show-ref --verify --quiet "refs/tags/$TAG"; then
  echo "::error::the tag $TAG exists already, perhaps at another commit"
  exit 1
fi
