while IFS= read -r name; do
  if [[ -e dist/$name ]]; then
    EXPECTED+=$'\n'$name
  else
    echo "::warning::$name is missing: its target is experimental and could not be built"
    echo "Without \`$name\`: its target is experimental and could not be built." >> "$GITHUB_STEP_SUMMARY"
  fi
done <<< "$EXPERIMENTAL"
