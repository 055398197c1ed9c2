# shellcheck shell=sh disable=SC2154
# apt-get and apt: check their arguments, remember them, and install nothing.
_fail() {
  printf 'E: %s\n' "$1" >&2
  exit 100
}

# A cross compiler works only after its package was requested, as on a new runner.
_bring() {
  _brought=
  set +f
  for _program in "$_real/$1"*; do
    if [ -e "$_program" ]; then
      "$_real/ln" -sf "$_program" "$_toolbox/bin/${_program##*/}"
      _brought=yes
    fi
  done
  set -f
  # what looks for its compiler by the name of the target takes that of this machine then
  case $_brought,$1 in
    ,*-linux-*-) _note placeholder "${1%-}" "may have been built for this machine, which has no compiler for it" ;;
  esac
  printf '%s\n' "$1" >> "$_state/promised"
}

# Says if this machine has neither the package nor a program with its name.
_without() {
  case $1 in lib* | *-dev | *.deb | *-linux-*) return ;; esac
  if command -v "$1" > /dev/null; then return; fi
  if [ -x "$_real/dpkg-query" ]; then
    # shellcheck disable=SC2016
    case $("$_real/dpkg-query" --show --showformat='${db:Status-Status}' "$1" 2> /dev/null) in installed) return ;; esac
  fi
  printf ', and this machine has no program of that name'
}

_install() {
  case $1 in
    ./* | /* | *.deb)
      if [ ! -f "$1" ]; then _fail "Unsupported file $1 given on commandline"; fi
      ;;
  esac
  _name=${1%%[=/]*}
  case $1 in ./* | /* | *.deb) _name=$1 ;; *)
    case ${_name%%:*} in
      '' | *[!a-z0-9+.-]* | [!a-z0-9]*) _fail "Unable to locate package $1" ;;
    esac
    ;;
  esac
  _plain=${_name%%:*}
  case $_plain in
    gcc-mingw* | g++-mingw* | mingw-w64*)
      _bring x86_64-w64-mingw32-
      _bring i686-w64-mingw32-
      ;;
    gcc-*-linux-* | g++-*-linux-* | binutils-*-linux-*)
      _triple_of=${_plain#gcc-}
      _triple_of=${_triple_of#g++-}
      _triple_of=${_triple_of#binutils-}
      case $_triple_of in [0-9]*-*) _triple_of=${_triple_of#*-} ;; esac
      case $_triple_of in x86-64-*) _triple_of=x86_64-${_triple_of#x86-64-} ;; esac
      _bring "$_triple_of-"
      ;;
    crossbuild-essential-arm64) _bring aarch64-linux-gnu- ;;
    crossbuild-essential-armhf) _bring arm-linux-gnueabihf- ;;
    crossbuild-essential-amd64) _bring x86_64-linux-gnu- ;;
    crossbuild-essential-i386) _bring i686-linux-gnu- ;;
    crossbuild-essential-ppc64el) _bring powerpc64le-linux-gnu- ;;
    crossbuild-essential-*) _bring "${_plain#crossbuild-essential-}-linux-gnu-" ;;
    musl-tools) _bring musl-gcc ;;
    *) if [ -e "$_toolbox/offered/$_plain" ]; then _link_program "$_plain" "$_toolbox/bin"; fi ;;
  esac
  printf '%s %s\n' "$_called" "$_name" >> "$_state/installed"
}

_command=
_packages=
_take=
for _a; do
  if [ -n "$_take" ]; then
    _take=
    continue
  fi
  case $_a in
    -o | -c | -t | -a | --option | --config-file | --target-release | --default-release | --host-architecture) _take=yes ;;
    --[a-z]* | -[a-zA-Z]*) ;;
    *[[:space:]]*) _fail "Unable to locate package $_a" ;;
    -*) _fail "Command line option '$_a' is not understood" ;;
    *) if [ -z "$_command" ]; then _command=$_a; else _packages="$_packages $_a"; fi ;;
  esac
done
case $_command in
  install | remove | purge | reinstall | upgrade | full-upgrade | dist-upgrade | update | autoremove | build-dep | satisfy)
    if [ "$_hosted" = yes ] && [ -z "${SLIPWAY_SUDO-}" ]; then
      _fail "Could not open lock file - open (13: Permission denied): a hosted runner needs 'sudo $_called $_command'"
    fi
    ;;
esac
set -f
case $_command in
  install | reinstall | satisfy)
    for _package in $_packages; do _install "$_package"; done
    for _package in $_packages; do
      _note stand-in "$_called install $_package: not installed$(_without "$_package")"
    done
    ;;
  list) if [ -f "$_state/installed" ]; then "$_real/sed" -n "s/^apt[^ ]* //p" "$_state/installed"; fi ;;
  show | search | policy | download | source | changelog | madison)
    if [ -x "$_real/$_called" ]; then _pass "$@"; fi
    _fail "a rehearsal has no package database: $_called $*"
    ;;
  '' | update | upgrade | full-upgrade | dist-upgrade | remove | purge | autoremove | autoclean | clean | build-dep | check)
    if [ -n "$_command" ]; then _note stand-in "$_called $_command$_packages: did nothing"; fi
    ;;
  *) _fail "Invalid operation $_command" ;;
esac
