mkdir -p "dist/$ARCHIVE"
{
  echo "$PROGRAMS"
  while IFS= read -r pattern; do
    compgen -G "$pattern" || true # what a project does not have is not missed
  done <<< "$INCLUDE"
} | while IFS= read -r file; do
  cp -R "$file" "dist/$ARCHIVE/"
done
cd "dist/$ARCHIVE"
