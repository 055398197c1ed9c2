{
  echo '## Image'
  echo
  echo "\`$IMAGE@$DIGEST\`"
  echo
  echo '| tag |'
  echo '| --- |'
  while IFS= read -r tag; do
    echo "| \`$tag\` |"
  done <<< "$TAGS"
} >> "$GITHUB_STEP_SUMMARY"
