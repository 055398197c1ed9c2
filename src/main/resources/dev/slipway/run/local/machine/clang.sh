# shellcheck shell=sh disable=SC2154
# The C compiler of macOS: what is meant for a Mac is compiled for this machine.
_meant=
_n=$#
_drop=
while [ "$_n" -gt 0 ]; do
  _a=$1
  shift
  _n=$((_n - 1))
  if [ -n "$_drop" ]; then
    _drop=
    continue
  fi
  case $_a in
    -target | --target | -arch | -isysroot | -framework)
      if [ "$_a" = -target ] || [ "$_a" = --target ]; then
        case ${1-} in
          *-apple-*) _meant=$1 ;;
          *)
            set -- "$@" "$_a"
            continue
            ;;
        esac
      fi
      if [ "$_a" = -arch ]; then _meant=${1-}-apple-darwin; fi
      _drop=yes
      ;;
    --target=*-apple-*) _meant=${_a#*=} ;;
    -mmacosx-version-min=* | -mmacos-version-min=* | -Wl,-dead_strip | -Wl,-headerpad_max_install_names) ;;
    *) set -- "$@" "$_a" ;;
  esac
done
if [ -n "$_meant" ]; then _note placeholder "$_meant" "was built for this machine"; fi
case $_called in
  *++) _others='c++ g++ clang++' ;;
  *) _others='cc gcc clang' ;;
esac
for _program in "$_called" $_others; do
  if [ -x "$_real/$_program" ]; then exec "$_real/$_program" "$@"; fi
done
_say 'this machine has no such program'
exit 127
