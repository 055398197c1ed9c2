# GitHub would begin the notes at the last release, whichever project's it is.
notes=()
last=$(gh release list --exclude-drafts --exclude-pre-releases --limit 500 --json tagName \
  --jq 'map(.tagName | select(startswith(env.TAG_PREFIX)))[0] // empty' || true)
if [[ -n "$last" ]]; then
  notes+=(--notes-start-tag "$last")
fi
