newest=$(printf '%s\n' "$released" "$this" | grep "^${this%%.*}\." | sort -V | tail -n 1)
leads=false
if [[ "$PRERELEASE" == false && "$newest" == "$this" ]]; then
  leads=true
fi
echo "leads-major=$leads" >> "$GITHUB_OUTPUT"
