while IFS= read -r program; do
  ls -l "$program"
done <<< "$PROGRAMS"
