cd dist
files=(*)
sha256sum -- "${files[@]}" > SHA256SUMS
for file in "${files[@]}"; do
  sha256sum "$file" > "$file.sha256"
done
