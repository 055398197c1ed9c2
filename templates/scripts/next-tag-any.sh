# Without an order of versions, there is no next one: a word that no release has.
echo "tag=${TAG_PREFIX}rehearsal" | tee -a "$GITHUB_OUTPUT"
