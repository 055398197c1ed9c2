gh release edit "$TAG" --draft=false
