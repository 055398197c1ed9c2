branch=slipway/fleet
work=$(mktemp -d)
export GIT_TERMINAL_PROMPT=0
export GIT_AUTHOR_NAME="$BOT" GIT_AUTHOR_EMAIL="$BOT@users.noreply.github.com"
export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"
# Git asks this helper for the token, so that it is in no argument and no file.
export GIT_CONFIG_COUNT=2 GIT_CONFIG_KEY_0=credential.helper GIT_CONFIG_VALUE_0=
# shellcheck disable=SC2016 # Git runs it
export GIT_CONFIG_KEY_1=credential.helper GIT_CONFIG_VALUE_1='!f() { echo username=x-access-token; echo "password=$GH_TOKEN"; }; f'

# Tries again if GitHub asks to wait or does not answer.
retry() {
  local pause
  for pause in 15 60 240 stop; do
    if "$@" 2> "$work/problem"; then return; fi
    cat "$work/problem" >&2
    if [[ $pause == stop ]] || ! grep -qiE 'rate limit|(HTTP|error:) (429|5[0-9][0-9])|timed out|early EOF' "$work/problem"; then
      return 1
    fi
    sleep "$pause"
  done
}

# Updates one repository, and writes the result to a file.
propose() {
  local repository=$OWNER/$1 base tip tree pull
  retry git clone --quiet --depth 1 "$GITHUB_SERVER_URL/$repository.git" "$work/clone"
  cd "$work/clone"
  env --unset=GH_TOKEN java -jar "$SLIPWAY" --quiet generate
  git add --all
  if git diff --cached --quiet; then
    echo 'current' > "$work/result"
    return
  fi
  base=$(git symbolic-ref --short HEAD)
  tree=$(git write-tree)
  retry git ls-remote origin "refs/heads/$branch" > "$work/tip"
  tip=$(cut -f 1 "$work/tip")
  if [[ -n $tip ]]; then
    retry git fetch --quiet --depth 1 origin "$tip"
    if [[ $(git show --no-patch --format=%ce "$tip") != "$GIT_COMMITTER_EMAIL" ]]; then
      echo "the branch $branch has a commit by another author" >&2
      return 1
    fi
  fi
  if [[ -z $tip || $(git rev-parse "$tip^{tree}") != "$tree" ]]; then
    git commit --quiet --message "Bring the files that Slipway generates up to date"
    retry git push --quiet --force-with-lease="refs/heads/$branch:$tip" origin "HEAD:refs/heads/$branch"
    tip=$(git rev-parse HEAD)
  fi
  # Does not open a pull request again that was closed for the same commit.
  pull=$(retry gh api "repos/$repository/pulls?state=all&head=$OWNER:$branch" \
    --jq "[.[] | select(.state == \"open\" or .head.sha == \"$tip\")][0].html_url // \"\"")
  if [[ -z $pull ]]; then
    pull=$(retry gh api "repos/$repository/pulls" --method POST --jq .html_url -f "base=$base" -f "head=$branch" \
      -f 'title=Bring the files that Slipway generates up to date' -f "body=$BODY")
  fi
  echo "$pull" > "$work/result"
}

failed=()
printf '| repository | result |\n| --- | --- |\n' >> "$GITHUB_STEP_SUMMARY"
IFS=, read -ra names <<< "$REPOSITORIES"
for name in "${names[@]}"; do
  echo "::group::$OWNER/$name"
  rm -rf "$work/clone"
  echo 'failed' > "$work/result"
  propose "$name" & # in a subshell, so that a failure ends only this repository
  if ! wait "$!"; then failed+=("$OWNER/$name"); fi
  echo '::endgroup::'
  echo "| $OWNER/$name | $(cat "$work/result") |" >> "$GITHUB_STEP_SUMMARY"
done
if ((${#failed[@]})); then
  echo "::error::failed: ${failed[*]}"
  exit 1
fi
