if [[ "$found" != "$VERSION" ]]; then
  echo "::error::the release is $VERSION, but $MANIFEST says '$found'"
  exit 1
fi
