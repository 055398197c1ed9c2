while IFS= read -r image; do
  cosign sign --yes "$image@$DIGEST"
done <<< "$IMAGES"
