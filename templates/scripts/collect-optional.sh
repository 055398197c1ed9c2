while IFS= read -r pattern; do
  add "$pattern" || true # what a project does not have is not missed
done <<< "$OPTIONAL"
