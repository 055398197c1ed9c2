# Runs a command for an experimental target, or warns that the target was not built.
try() {
  if [[ -d built/$2 ]]; then
    "$@"
  else
    echo "::warning::$3 is missing: its target is experimental and could not be built"
    echo "Without \`$3\`: its target is experimental and could not be built." >> "$GITHUB_STEP_SUMMARY"
  fi
}
