# By default, GitHub starts the notes at the latest release, which can be another project's.
notes=()
last=$({
  gh release list --exclude-drafts --exclude-pre-releases --limit 500 --json tagName \
    --jq '.[].tagName | select(startswith(env.TAG_PREFIX)) | ltrimstr(env.TAG_PREFIX) | select(test("^[0-9.]+([+].*)?$"))'
  echo "$version"
} | sort -V | grep -Fx -B 1 -e "$version" | head -n 1 || true)
if [[ -n "$last" && "$last" != "$version" ]]; then
  notes+=(--notes-start-tag "$TAG_PREFIX$last")
fi
