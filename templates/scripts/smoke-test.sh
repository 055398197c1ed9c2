while IFS= read -r platform; do
  echo "$platform:"
  docker run --rm --platform "$platform" "$IMAGE@$DIGEST" --version < /dev/null
done <<< "$PLATFORMS"
