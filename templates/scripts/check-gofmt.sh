unformatted=$(git ls-files -z '*.go' ':!vendor/' ':!*testdata/*' | xargs -0 gofmt -l)
if [[ -n "$unformatted" ]]; then
  echo "::error::run 'gofmt -w' on these files"
  echo "$unformatted"
  exit 1
fi
