version=${TAG#"$TAG_PREFIX"}
if [[ $version == *+* ]]; then
  echo "::error::an image's tag cannot hold build metadata: '$TAG' would overwrite the image ${version%%+*}; release a new version, or leave out the image"
  exit 1
fi
