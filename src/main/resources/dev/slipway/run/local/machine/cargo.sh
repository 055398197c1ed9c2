# shellcheck shell=sh disable=SC2154
# cargo, cross, cargo zigbuild and cargo ndk: real where this machine can build for the target; otherwise the program is
# built for this machine, copied to the path of the other, and reported as a placeholder.
# shellcheck source=src/main/resources/dev/slipway/run/local/machine/rust.sh
. "$_stand_ins/rust.sh"
_builder=cargo
if [ "$_called" = cross ]; then _builder=cross; fi
if [ "$_called" = cargo-zigbuild ] || [ "$_called" = cargo-ndk ]; then _called=cargo; fi
case ${1-} in
  +*)
    _choose "${1#+}"
    shift
    ;;
  *) _choose '' ;;
esac
_tell "$_asked"
RUSTC=${RUSTC:-$_real/rustc}
export RUSTC

_real_cargo() {
  exec "$_real/cargo" "$@"
}

_sub=$(_first_word '--config --color -C -Z' "$@")
case $_sub in
  publish | package | install | login | logout | owner | yank)
    if [ "$_sub" = package ]; then _real_cargo "$@"; fi
    # shellcheck source=src/main/resources/dev/slipway/run/local/machine/cargo-registry.sh
    . "$_stand_ins/cargo-registry.sh"
    exit 0
    ;;
  zigbuild)
    if ! command -v cargo-zigbuild > /dev/null; then _real_cargo "$@"; fi
    _builder=zig
    ;;
  ndk)
    if ! command -v cargo-ndk > /dev/null; then _real_cargo "$@"; fi
    # shellcheck source=src/main/resources/dev/slipway/run/local/machine/cargo-ndk.sh
    . "$_stand_ins/cargo-ndk.sh"
    exit 0
    ;;
  build | b | rustc | test | t | run | r | check | c | bench | clippy | doc | d | nextest) ;;
  *)
    if [ "$_builder" = cross ]; then
      case $* in
        --version | -V) printf 'cross (in a rehearsal)\n'; exit 0 ;;
      esac
    fi
    _real_cargo "$@"
    ;;
esac

# What the arguments say: targets, the folder for results, the profile.
_targets=
_dir=
_profile=debug
_manifest=
_prev=
for _a; do
  if [ "$_a" = -- ]; then break; fi
  case $_prev in
    --target) _targets="$_targets $_a" ;;
    --target-dir) _dir=$_a ;;
    --profile) _profile=$_a ;;
    --manifest-path) _manifest=$_a ;;
  esac
  case $_a in
    --target=*) _targets="$_targets ${_a#*=}" ;;
    --target-dir=*) _dir=${_a#*=} ;;
    --profile=*) _profile=${_a#*=} ;;
    --manifest-path=*) _manifest=${_a#*=} ;;
    --release | -r) _profile=release ;;
  esac
  _prev=$_a
done
case $_profile in dev | test) _profile=debug ;; bench) _profile=release ;; esac
if [ -z "$_targets" ]; then _targets=${CARGO_BUILD_TARGET-}; fi
# shellcheck source=src/main/resources/dev/slipway/run/local/machine/placeholder.sh
. "$_stand_ins/placeholder.sh"

if [ -z "$_targets" ]; then
  if [ "$_triple" = "$_host" ]; then _real_cargo "$@"; fi
  case $_sub in
    build | b | rustc) _build_instead "$_triple" '' "$@" ;;
    *)
      _note placeholder "cargo $_sub: ran for this machine, not for $_triple"
      _real_cargo "$@"
      ;;
  esac
  exit 0
fi

# Whether cross would run what is built for another processor in its container.
_runs_elsewhere() {
  if [ "$_builder" != cross ] || [ "$1" = "$_host" ]; then return 1; fi
  case $_sub in test | t | run | r | bench | nextest) return 0 ;; esac
  return 1
}

_all_real=yes
for _target in $_targets; do
  _plain=$_target
  # zigbuild takes the version of glibc with the target
  if [ "$_builder" = zig ]; then case $_target in *-gnu*.[0-9]*) _plain=${_target%%.*} ;; esac; fi
  if ! _known_target "$_plain"; then
    case $_plain in
      *.json | universal2-apple-darwin) ;;
      *)
        # shellcheck disable=SC2016 # Rust quotes names so
        printf 'error: failed to run `rustc`: could not find specification for target "%s"\n' "$_plain" >&2
        exit 101
        ;;
    esac
  fi
  if [ "$_builder" != cross ] && ! _added "$_plain"; then
    printf "error[E0463]: can't find crate for \`std\`\n  = note: the \`%s\` target may not be installed\n  = help: consider downloading the target with \`rustup target add %s\`\n" \
      "$_plain" "$_plain" >&2
    exit 101
  fi
  if [ "$_builder" = cross ]; then
    _note stand-in "cross $_sub --target $_plain: by this machine's cargo, not in cross's container"
  fi
  if ! _can_build "$_plain"; then _all_real=; fi
done
if [ -n "$_all_real" ] && [ "$_builder" = cargo ]; then _real_cargo "$@"; fi
for _target in $_targets; do
  _plain=$_target
  if [ "$_builder" = zig ]; then case $_target in *-gnu*.[0-9]*) _plain=${_target%%.*} ;; esac; fi
  if _runs_elsewhere "$_plain" || ! _can_build "$_plain"; then
    _build_instead "$_plain" "$_plain" "$@"
  else
    if [ "$_builder" = zig ]; then _note stand-in "cargo zigbuild --target $_target: linked by this machine's linker, not by zig"; fi
    _cargo_for "$_plain" '' "$@" || exit
  fi
done
