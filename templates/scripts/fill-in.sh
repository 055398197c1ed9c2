# Fills in what is known only now: the tag, the version and the checksums.
fill_in() {
  local text sum
  text=$(< "$1")
  text=${text//@TAG@/$TAG}
  text=${text//@VERSION@/$VERSION}
  while [[ $text =~ @SHA256:([[:alnum:]._@+-]+)@ ]]; do
    sum=$(sha256sum "dist/${BASH_REMATCH[1]}")
    text=${text//"${BASH_REMATCH[0]}"/${sum%% *}}
  done
  mkdir -p "${2%/*}"
  echo "$text" > "$2"
}
