archive="slipway-v$VERSION-linux-amd64.tar.gz"
cd "$RUNNER_TEMP"
gh release download "v$VERSION" --pattern "$archive" --pattern "$archive.sha256"
sha256sum --check "$archive.sha256"
# The release workflow of this tag must have built the archive, on a GitHub-hosted runner.
gh attestation verify "$archive" --repo "$GH_REPO" --source-ref "refs/tags/v$VERSION" \
  --signer-workflow "$GH_REPO/.github/workflows/release-and-publish.yml" --deny-self-hosted-runners
mkdir -p "slipway-$VERSION"
tar -xzf "$archive" -C "slipway-$VERSION"
echo "$PWD/slipway-$VERSION" >> "$GITHUB_PATH"
