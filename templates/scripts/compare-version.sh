if [[ "$found" != "$VERSION" ]]; then
  echo "::error::the release is version $VERSION, but $MANIFEST has '$found'"
  exit 1
fi
