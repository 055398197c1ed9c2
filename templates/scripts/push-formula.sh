address=repos/$TAP/contents/Formula/$NAME.rb
options=(-f "message=$NAME $VERSION" -f "content=$(base64 --wrap=0 "manifests/$NAME.rb")")
if sha=$(gh api "$address" --jq .sha 2> /dev/null); then
  if [[ $sha == "$(git hash-object "manifests/$NAME.rb")" ]]; then
    echo "$TAP already has this formula"
    exit
  fi
  options+=(-f "sha=$sha") # replaces the current formula
fi
gh api "$address" --method PUT --silent "${options[@]}"
