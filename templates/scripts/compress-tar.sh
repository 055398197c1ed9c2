find . -mindepth 1 -printf '%P\n' | sort |
  tar --create --format=ustar --no-recursion --owner=0 --group=0 --numeric-owner --verbatim-files-from --files-from=- |
  gzip -9 -n > "../../dist/$archive"
