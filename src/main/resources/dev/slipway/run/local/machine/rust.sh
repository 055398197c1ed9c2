# shellcheck shell=sh disable=SC2154
# Which Rust a command asks for, and which one this machine has.
# https://rust-lang.github.io/rustup/overrides.html

# Whether the machine's Rust comes from rustup, whose programs choose a toolchain by themselves.
_by_rustup() {
  [ -x "$_real/rustup" ] && [ -d "$_rustup_home/toolchains" ]
}

# The folder's rust-toolchain.toml or rust-toolchain, in it or above it.
_toolchain_file() {
  _at=$PWD
  while :; do
    for _file in "$_at/rust-toolchain" "$_at/rust-toolchain.toml"; do
      if [ -f "$_file" ]; then
        printf '%s' "$_file"
        return
      fi
    done
    case $_at in '' | /) return ;; esac
    _at=${_at%/*}
  done
}

_channel_of_file() {
  if "$_real/grep" -q '^ *\[toolchain\]' "$1"; then
    "$_real/sed" -n 's/^ *channel *= *["'\'']\([^"'\'']*\)["'\''].*/\1/p' "$1"
  else
    "$_real/sed" -n '/[^ ]/{s/ //g;p;q;}' "$1"
  fi
}

# The machine's own triple, such as x86_64-unknown-linux-gnu.
_own_triple() {
  if [ ! -s "$_state/rust-host" ]; then
    (
      unset RUSTUP_TOOLCHAIN
      cd / || exit
      "$_real/rustc" -vV
    ) > "$_state/rust-version" || exit
    "$_real/sed" -n 's/^host: //p' "$_state/rust-version" > "$_state/rust-host"
  fi
  "$_real/cat" "$_state/rust-host"
}

# Sets _channel to what is asked for, by "+channel" if $1 is given, and lets the real programs take what there is.
_choose() {
  _file=$(_toolchain_file)
  _channel=${1:-${RUSTUP_TOOLCHAIN-}}
  if [ -z "$_channel" ] && [ -s "$_state/rust-override" ]; then _channel=$("$_real/cat" "$_state/rust-override"); fi
  if [ -z "$_channel" ] && [ -n "$_file" ]; then _channel=$(_channel_of_file "$_file"); fi
  if [ -z "$_channel" ] && [ -s "$_state/rust-default" ]; then _channel=$("$_real/cat" "$_state/rust-default"); fi
  _asked=$_channel
  _channel=${_channel:-stable}
  RUSTUP_HOME=$_rustup_home
  export RUSTUP_HOME
  _host=$(_own_triple) || exit
  if _by_rustup; then
    RUSTUP_TOOLCHAIN=$(_toolchain_for "$_channel")
    export RUSTUP_TOOLCHAIN
  else
    unset RUSTUP_TOOLCHAIN
  fi
  _channel=${_channel%-"$_triple"}
}

# The toolchain of rustup that is taken for a channel: of that name, or the default.
_toolchain_for() {
  for _has in "$1" "${1%-"$_triple"}-$_host"; do
    if [ -d "$_rustup_home/toolchains/$_has" ]; then
      printf '%s' "$_has"
      return
    fi
  done
  "$_real/sed" -n 's/^default_toolchain = "\(.*\)"/\1/p' "$_rustup_home/settings.toml"
}

# Notes which Rust is taken for the channel $1, where that may be another one.
_tell() {
  if [ -z "$1" ]; then return; fi
  _plain_channel=${1%-"$_triple"}
  _plain_channel=${_plain_channel%-"$_host"}
  _taken=
  if _by_rustup; then
    _taken=$(_toolchain_for "$1")
    case $_taken in "$_plain_channel" | "$_plain_channel-$_host") return ;; esac
  fi
  _release=$(RUSTUP_TOOLCHAIN=$_taken _release_of)
  case $_release in
    "$_plain_channel" | "$_plain_channel".*) ;;
    *) _note stand-in "Rust $_plain_channel was requested: this machine's $_release was used" ;;
  esac
}

# The version of the chosen Rust, such as 1.95.0.
_release_of() {
  if [ -z "$RUSTUP_TOOLCHAIN" ]; then unset RUSTUP_TOOLCHAIN; fi
  (cd / && "$_real/rustc" -vV) | "$_real/sed" -n 's/^release: //p'
}

_known_target() {
  if [ ! -s "$_state/rust-target-list" ]; then
    "$_real/rustc" --print target-list > "$_state/rust-target-list" || exit
  fi
  "$_real/grep" -qxF -e "$1" "$_state/rust-target-list"
}

# Whether the standard library of a target was asked for, for the chosen channel.
_added() {
  if [ "$1" = "$_triple" ]; then return 0; fi
  case $_channel in *-"$1") return 0 ;; esac
  if [ -n "$_file" ] && "$_real/grep" -qF -e "\"$1\"" "$_file"; then return 0; fi
  [ -f "$_state/rust-targets" ] && "$_real/grep" -qxF -e "$_channel $1" "$_state/rust-targets"
}

# Remembers the targets of a list with commas.
_add_targets() {
  for _t in $(printf '%s' "$1" | "$_real/tr" ',' ' '); do
    if ! _known_target "$_t"; then
      printf "error: toolchain '%s' does not support target '%s'\n" "$_channel" "$_t" >&2
      exit 1
    fi
    printf '%s %s\n' "$_channel" "$_t" >> "$_state/rust-targets"
  done
}
