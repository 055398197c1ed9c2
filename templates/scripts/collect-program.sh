mkdir -p dist
cp "$PROGRAM" "dist/$ARCHIVE"
