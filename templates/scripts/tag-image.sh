while IFS= read -r tag; do
  docker buildx imagetools create --prefer-index=false --tag "$tag" "${tag%:*}@$DIGEST"
done <<< "$TAGS"
