mkdir -p notes
range=(--current)
if ! git show-ref --verify --quiet "refs/tags/$TAG"; then
  range=(--unreleased --tag "$TAG") # the release will create the tag
fi
pipx run --spec git-cliff==2.14.2 git-cliff "${range[@]}" \
  --tag-pattern "^${TAG_PREFIX}[0-9]" --strip all --output notes/notes.md
