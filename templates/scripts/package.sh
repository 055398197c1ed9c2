mkdir -p "dist/$ARCHIVE"
{
  echo "$PROGRAMS"
  while IFS= read -r pattern; do
    compgen -G "$pattern" || true # what a project does not have is not missed
  done <<< "$INCLUDE"
} | while IFS= read -r file; do
  cp -R "$file" "dist/$ARCHIVE/"
done
cd "dist/$ARCHIVE"

# The same commit gives the same bytes: names sorted, owner 0, the time of the commit.
chmod -R u=rwX,go=rX .
export TZ=UTC
find . -exec touch -h -t "$(git log -1 --date=format-local:%Y%m%d%H%M.%S --format=%cd)" {} +
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
