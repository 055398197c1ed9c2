# shellcheck shell=sh disable=SC2154
# pip and pipx: remember what they were asked for. Programs that have a stand-in are put beside them.
_sub=$(_first_word '--cache-dir --proxy --log' "$@")
case $_sub in
  install) ;;
  uninstall | download | wheel | upload)
    _note stand-in "$_called $_sub: did nothing"
    exit 0
    ;;
  *)
    if [ -x "$_real/$_called" ]; then exec "$_real/$_called" "$@"; fi
    _say "no stand-in for '$_called $*'"
    exit 1
    ;;
esac
case $0 in
  "$_toolbox"/*) _folder=$HOME/.local/bin ;;
  */*) _folder=${0%/*} ;;
  *) _folder=$HOME/.local/bin ;;
esac
_seen=
_count=0
_take=
for _a; do
  if [ -n "$_take" ]; then
    _take=
    continue
  fi
  case $_a in
    -r | --requirement | -c | --constraint | -e | --editable)
      _take=yes
      _count=$((_count + 1))
      ;;
    -i | --index-url | --extra-index-url | -t | --target | --prefix | --root | -f | --find-links | --python) _take=yes ;;
    -*) ;;
    *)
      if [ -z "$_seen" ]; then
        _seen=yes
        continue
      fi
      _count=$((_count + 1))
      _name=$(printf '%s' "$_a" | "$_real/sed" 's/[][<>=!~; ].*//')
      printf 'pip %s\n' "$_name" >> "$_state/installed"
      if _link_program "$_name" "$_folder"; then
        _note stand-in "$_called install $_a: this machine's, or a stand-in"
      else
        _note stand-in "$_called install $_a: not installed"
      fi
      ;;
  esac
done
if [ "$_count" = 0 ]; then
  printf 'ERROR: You must give at least one requirement to install (see "pip help install")\n' >&2
  exit 1
fi
