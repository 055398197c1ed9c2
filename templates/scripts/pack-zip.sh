find . -type f | cut -c 3- | LC_ALL=C sort > ../files
if command -v zip > /dev/null; then
  zip -9 -X -q -@ "../$ARCHIVE.zip" < ../files
else # on Windows
  7z a -tzip -mx=9 -mtc=off -bd -bso0 "../$ARCHIVE.zip" @../files
fi
