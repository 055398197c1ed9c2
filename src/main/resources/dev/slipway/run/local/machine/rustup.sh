# shellcheck shell=sh disable=SC2154
# rustup of a hosted runner: remembers what is asked for, and the machine's Rust is used.
# shellcheck source=src/main/resources/dev/slipway/run/local/machine/rust.sh
. "$_stand_ins/rust.sh"

_check_channel() {
  case $1 in
    stable | beta | nightly | stable-* | beta-* | nightly-* | [1-9].[0-9]* | [1-9].[0-9]*-*) ;;
    *)
      printf "error: invalid value '%s' for toolchain: give stable, beta, nightly or a version such as 1.94.0\n" "$1" >&2
      exit 1
      ;;
  esac
}

_check_components() {
  for _c in $(printf '%s' "$1" | "$_real/tr" ',' ' '); do
    case ${_c%-"$_triple"} in
      cargo | clippy | clippy-preview | rustfmt | rustfmt-preview | rust-src | rust-docs | rust-docs-json | rust-analyzer | \
        rust-std | rust-mingw | rustc | rustc-dev | rustc-docs | llvm-tools | llvm-tools-preview | llvm-bitcode-linker | miri | \
        miri-preview | rls | rust-analysis | rustc-codegen-cranelift-preview) ;;
      *)
        printf "error: toolchain '%s' does not contain component '%s'\n" "$_channel" "$_c" >&2
        exit 1
        ;;
    esac
    _note stand-in "rustup component add $_c: not installed"
  done
}

# The rest of the arguments: options of "toolchain install", "target add" and "component add"; names are left in _names.
_read_options() {
  _names=
  _targets=
  _components=
  while [ $# -gt 0 ]; do
    case $1 in
      --toolchain) _channel=${2-} && shift ;;
      --toolchain=*) _channel=${1#*=} ;;
      -t | --target) _targets="$_targets ${2-}" && shift ;;
      --target=*) _targets="$_targets ${1#*=}" ;;
      -c | --component) _components="$_components ${2-}" && shift ;;
      --component=*) _components="$_components ${1#*=}" ;;
      --profile)
        _profile=${2-}
        case $_profile in
          minimal | default | complete) ;;
          *)
            printf "error: invalid value '%s' for '--profile': give minimal, default or complete\n" "$_profile" >&2
            exit 1
            ;;
        esac
        shift
        ;;
      -*) ;;
      *) _names="$_names $1" ;;
    esac
    shift
  done
  _channel=${_channel%-"$_triple"}
}

_install_toolchains() {
  if [ -z "$_names" ]; then _names=" $_channel"; fi
  for _name in $_names; do
    _check_channel "$_name"
    _channel=${_name%-"$_triple"}
    for _list in $_targets; do _add_targets "$_list"; done
    for _list in $_components; do _check_components "$_list"; done
    _tell "$_name"
    printf 'info: this machine'\''s Rust stands in for %s\n' "$_name" >&2
  done
}

case ${1-} in
  +*)
    _choose "${1#+}"
    shift
    ;;
  *) _choose '' ;;
esac
while :; do case ${1-} in -q | -v | --quiet | --verbose) shift ;; *) break ;; esac; done
case "${1-} ${2-}" in
  'toolchain install' | 'toolchain add' | 'toolchain update')
    shift 2
    _read_options "$@"
    _install_toolchains
    ;;
  'install '* | 'update '*)
    shift
    _read_options "$@"
    _install_toolchains
    ;;
  'target add' | 'target install')
    shift 2
    _read_options "$@"
    if [ -z "$_names" ]; then
      printf 'error: the following required arguments were not provided: <TARGET>...\n' >&2
      exit 1
    fi
    for _list in $_names; do _add_targets "$_list"; done
    _note stand-in "rustup target add$_names: remembered, for $_channel"
    ;;
  'target list')
    printf '%s\n' "$_triple"
    if [ -f "$_state/rust-targets" ]; then "$_real/sed" -n "s/^$_channel //p" "$_state/rust-targets"; fi
    ;;
  'component add')
    shift 2
    _read_options "$@"
    for _list in $_names; do _check_components "$_list"; done
    for _list in $_targets; do _add_targets "$_list"; done
    ;;
  'default '?*)
    _check_channel "$2"
    printf '%s\n' "$2" > "$_state/rust-default"
    _tell "$2"
    ;;
  'default ' | 'show active-toolchain') printf '%s-%s (default)\n' "$_channel" "$_triple" ;;
  'override set')
    _check_channel "${3-}"
    printf '%s\n' "$3" > "$_state/rust-override"
    ;;
  'override unset') "$_real/rm" -f "$_state/rust-override" ;;
  'show home') printf '%s\n' "$_rustup_home" ;;
  'show '*)
    printf 'Default host: %s\nrustup home:  %s\n\n%s-%s (default)\n' "$_triple" "$_rustup_home" "$_channel" "$_triple"
    "$_real/rustc" --version
    ;;
  'run '*)
    shift
    while :; do case ${1-} in --install) shift ;; *) break ;; esac; done
    RUSTUP_TOOLCHAIN=$1
    export RUSTUP_TOOLCHAIN
    shift
    exec "$@"
    ;;
  'which '*)
    if _by_rustup; then exec "$_real/rustup" "$@"; fi
    command -v "$2"
    ;;
  '--version '* | '-V '*) printf 'rustup 1.28.2 (in a rehearsal)\n' ;;
  'toolchain list') printf '%s-%s (active, default)\n' "$_channel" "$_triple" ;;
  'set '* | 'self '* | 'check '* | 'component list' | 'component remove' | 'target remove' | 'toolchain uninstall' | 'toolchain remove' | 'override list')
    _note stand-in "rustup $*: did nothing"
    ;;
  *)
    printf "error: unrecognized subcommand '%s'\n" "$*" >&2
    exit 1
    ;;
esac
