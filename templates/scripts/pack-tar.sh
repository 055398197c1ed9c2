case "$(tar --version)" in
  *bsdtar*)
    owner=(--uid 0 --gid 0 --uname '' --gname '')
    export COPYFILE_DISABLE=1 # macOS would add a ._ file for each one with attributes
    ;;
  *) owner=(--owner=0 --group=0 --numeric-owner) ;;
esac
find . -mindepth 1 | cut -c 3- | LC_ALL=C sort |
  tar --create --file - --format=ustar --no-recursion "${owner[@]}" --files-from - |
  gzip -9 -n > "../$ARCHIVE.tar.gz"
