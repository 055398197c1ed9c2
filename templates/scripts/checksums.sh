cd dist
for file in *; do
  sha256sum "$file" > "$file.sha256"
done
