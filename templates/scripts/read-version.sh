echo "version=${TAG#"$TAG_PREFIX"}" >> "$GITHUB_OUTPUT"
