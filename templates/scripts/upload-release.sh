gh release upload "$TAG" --clobber dist/*
