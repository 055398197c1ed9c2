export TAG=$REF_NAME
if [[ -n "$WANTED" ]]; then
  TAG=$TAG_PREFIX${WANTED#"$TAG_PREFIX"}
fi
