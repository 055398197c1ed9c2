# shellcheck shell=sh disable=SC2154
# rustc and the other programs of a toolchain: real, of the toolchain that this machine has.
# shellcheck source=src/main/resources/dev/slipway/run/local/machine/rust.sh
. "$_stand_ins/rust.sh"
case ${1-} in
  +*)
    _choose "${1#+}"
    shift
    ;;
  *) _choose '' ;;
esac
_tell "$_asked"
if [ "$_called" = rustc ] && [ "$_triple" != "$_host" ]; then
  case $* in
    -vV | -Vv | '--version --verbose' | '--verbose --version' | '-V -v' | '-v -V')
      "$_real/rustc" -vV | "$_real/sed" "s/^host: .*/host: $_triple/"
      exit 0
      ;;
    '--print host-tuple' | '--print=host-tuple')
      printf '%s\n' "$_triple"
      exit 0
      ;;
  esac
fi
exec "$_real/$_called" "$@"
