red=$(jq --raw-output --arg skippable "$MAY_BE_SKIPPED" '
  to_entries[]
  | select(.value.result != "success")
  | select((.value.result == "skipped" and (.key | IN($skippable | split(" ")[]))) | not)
  | "\(.key): \(.value.result)"' <<< "$RESULTS")
if [[ -n $red ]]; then
  echo "::error::some jobs did not succeed: ${red//$'\n'/, }"
  exit 1
fi
