if [[ "$TAG" != "$TAG_PREFIX"* ]]; then
  echo "::error::tag '$TAG' does not begin with '$TAG_PREFIX'"
  exit 1
fi
