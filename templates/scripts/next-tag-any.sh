# Nobody knows what comes next: a word that no release has.
echo "tag=${TAG_PREFIX}rehearsal" | tee -a "$GITHUB_OUTPUT"
