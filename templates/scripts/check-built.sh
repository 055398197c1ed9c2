while IFS= read -r pattern; do
  if ! compgen -G "$pattern"; then
    echo "::error::the build did not create '$pattern'"
    exit 1
  fi
done <<< "$FILES"
