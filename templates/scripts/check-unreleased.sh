if [[ $(gh release view "$TAG" --json isDraft --jq .isDraft 2> /dev/null) == false ]]; then
  echo "::error::release $TAG is already public: release a new version, or run only the failed jobs again"
  exit 1
fi
