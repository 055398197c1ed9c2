cd dist
sha256sum -- * > SHA256SUMS
