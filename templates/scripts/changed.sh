# Anything but a pull request is tested as a whole.
changed=true
if [[ $GITHUB_EVENT_NAME == pull_request ]]; then
  patterns=()
  while IFS= read -r pattern; do patterns+=("$pattern"); done <<< "$FILES"
  touched=$(git diff --name-only 'HEAD^1' HEAD -- "${patterns[@]}")
  echo "${touched:-No such file has changed.}"
  if [[ -z $touched ]]; then changed=false; fi
fi
echo "changed=$changed" >> "$GITHUB_OUTPUT"
