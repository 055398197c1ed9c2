# shellcheck shell=sh disable=SC2154
# What https://sh.rustup.rs gives in a rehearsal: puts the machine's Rust where rustup's installer would.
_yes=
_names=
_default=stable
_options=
while [ $# -gt 0 ]; do
  case $1 in
    --default-toolchain) _default=${2-} && shift ;;
    --default-toolchain=*) _default=${1#*=} ;;
    -t | --target | -c | --component | --profile)
      _options="$_options $1 ${2-}"
      shift
      ;;
    --target=* | --component=* | --profile=*) _options="$_options $1" ;;
    --default-host) shift ;;
    --*) ;;
    -*y*) _yes=yes ;;
  esac
  shift
done
if [ -z "$_yes" ]; then
  printf 'rustup: Unable to run interactively. Run with -y to accept defaults, --help for additional options\n' >&2
  exit 1
fi
_cargo_home=${CARGO_HOME:-$HOME/.cargo}
"$_real/mkdir" -p "$_cargo_home/bin"
for _program in "$_toolbox"/rust/*; do "$_real/ln" -sf "$_program" "$_cargo_home/bin/${_program##*/}"; done
# shellcheck disable=SC2016 # the shell that reads this file has its own PATH
printf '#!/bin/sh\ncase ":${PATH}:" in\n  *:"%s/bin":*) ;;\n  *) export PATH="%s/bin:$PATH" ;;\nesac\n' \
  "$_cargo_home" "$_cargo_home" > "$_cargo_home/env"
if [ "$_default" != none ]; then
  # shellcheck disable=SC2086 # names and options that hold no space
  RUSTUP_TOOLCHAIN='' "$_toolbox/rust/rustup" toolchain install "$_default" $_options || exit
  printf '%s\n' "$_default" > "$_state/rust-default"
fi
