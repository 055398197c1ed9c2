if [[ ! "${TAG#"$TAG_PREFIX"}" =~ ^[0-9A-Za-z][0-9A-Za-z._-]{0,98}$ ]]; then
  echo "::error::tag '$TAG' must be '$TAG_PREFIX' followed by a word of letters, digits, '.', '_' and '-'"
  exit 1
fi
