# shellcheck shell=sh disable=SC2154
# go: real. It builds for the runner's system also where this machine has another one, then without C.
_own_go() {
  if [ ! -s "$_state/go-host" ]; then
    (
      unset GOOS GOARCH
      cd / || exit
      "$_real/go" env GOOS GOARCH
    ) | "$_real/tr" '\n' ' ' > "$_state/go-host"
  fi
  "$_real/cat" "$_state/go-host"
}

case ${1-} in
  build | env | list)
    case $_processor in x64) _arch=amd64 ;; x86) _arch=386 ;; *) _arch=$_processor ;; esac
    case $_system in macos) _goos=darwin ;; *) _goos=$_system ;; esac
    _host=$(_own_go)
    _wanted="${GOOS:-$_goos} ${GOARCH:-$_arch} "
    if [ "$_wanted" != "$_host" ]; then
      if [ -z "${GOOS-}${GOARCH-}" ] && [ "$1" = build ]; then
        _note stand-in "go build: for $_goos/$_arch, cross-compiled without C"
      fi
      GOOS=${GOOS:-$_goos}
      GOARCH=${GOARCH:-$_arch}
      export GOOS GOARCH
    fi
    _compiler=${CC:-}
    if [ -z "$_compiler" ] && [ "$_wanted" = "$_host" ]; then _compiler=gcc; fi
    if [ "${CGO_ENABLED-}" = 1 ] && { [ -z "$_compiler" ] || ! command -v "${_compiler%% *}" > /dev/null; }; then
      CGO_ENABLED=0
      export CGO_ENABLED
      _note placeholder "go $1 for ${GOOS:-$_goos}/${GOARCH:-$_arch}: without C, because this machine has no compiler for it"
    fi
    ;;
esac
_pass "$@"
