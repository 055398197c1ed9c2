status=$(curl --silent --output /dev/null --write-out '%{http_code}' --header @- \
  "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/releases/tags/$TAG" <<< "Authorization: Bearer $GH_TOKEN" || true)
if [[ $status == 200 ]]; then
  echo "::error::release $TAG is already public: release a new version, or run only the failed jobs again"
  exit 1
fi
