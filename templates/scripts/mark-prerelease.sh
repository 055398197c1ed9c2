options=()
version=${TAG#"$TAG_PREFIX"}
if [[ "${version%%+*}" == *-* ]]; then
  options+=(--prerelease)
fi
