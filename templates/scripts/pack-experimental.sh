# An experimental target may be missing, but not without a word.
try() {
  if [[ -d built/$2 ]]; then
    "$@"
  else
    echo "::warning::$3 is missing: its target is experimental and could not be built"
    echo "Without \`$3\`: its target is experimental and could not be built." >> "$GITHUB_STEP_SUMMARY"
  fi
}
