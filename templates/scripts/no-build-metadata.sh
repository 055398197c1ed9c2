version=${TAG#"$TAG_PREFIX"}
if [[ $version == *+* ]]; then
  echo "::error::image tags cannot contain build metadata: '$TAG' would overwrite the image ${version%%+*}; release a new version, or remove the image"
  exit 1
fi
