# Only a pull request can skip jobs.
changed=true
if [[ $GITHUB_EVENT_NAME == pull_request ]]; then
  patterns=()
  while IFS= read -r pattern; do patterns+=("$pattern"); done <<< "$FILES"
  touched=$(git diff --name-only 'HEAD^1' HEAD -- "${patterns[@]}")
  echo "${touched:-No matching file has changed.}"
  if [[ -z $touched ]]; then changed=false; fi
fi
echo "changed=$changed" >> "$GITHUB_OUTPUT"
