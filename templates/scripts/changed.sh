# Anything but a pull request is tested as a whole.
changed=true
if [[ $GITHUB_EVENT_NAME == pull_request ]]; then
  mapfile -t patterns <<< "$FILES"
  files=$(git diff --name-only 'HEAD^1' HEAD -- "${patterns[@]}")
  echo "${files:-No such file has changed.}"
  if [[ -z $files ]]; then changed=false; fi
fi
echo "changed=$changed" >> "$GITHUB_OUTPUT"
