if ! diff <(LC_ALL=C sort <<< "$EXPECTED") <(find dist -type f | cut -d / -f 2- | LC_ALL=C sort); then
  echo '::error::the builds did not make the files that the release promises'
  exit 1
fi
