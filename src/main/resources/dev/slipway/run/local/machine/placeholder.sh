# shellcheck shell=sh disable=SC2154
# Building for a target: whether this machine can, and what is put in the place of a program that it cannot build.

# Whether a small program can be built for the target; tried once.
_can_build() {
  _variable=CARGO_TARGET_$(printf '%s' "$1" | "$_real/tr" 'a-z.-' 'A-Z__')_LINKER
  if [ "$_builder" != cargo ]; then # cross and zig bring a linker of their own
    case $1 in
      "$_host") ;;
      *-unknown-linux-gnu*)
        _natural=${1%%-*}-linux-${1##*-}-gcc
        if [ -x "$_real/$_natural" ]; then export "$_variable=$_real/$_natural"; else unset "$_variable"; fi
        ;;
      *) unset "$_variable" ;;
    esac
  fi
  eval "_linker=\${$_variable-}"
  if [ -n "$_linker" ] && ! command -v "$_linker" > /dev/null; then
    case $_linker in
      *-linux-*-gcc* | *-linux-*-g++*)
        if [ "$_hosted,$_system" = yes,linux ] &&
          ! { [ -f "$_state/promised" ] && "$_real/grep" -qxF -e "${_linker%-g[c+]*}-" "$_state/promised"; }; then
          # shellcheck disable=SC2016 # Rust quotes names so
          printf 'error: linker `%s` not found\n  = help: a hosted runner has it once its package is installed\n' "$_linker" >&2
          exit 101
        fi
        ;;
    esac
    return 1
  fi
  if [ "$1" = "$_host" ]; then return 0; fi
  _answer=$_state/can-build/$1,$(printf '%s' "${RUSTUP_TOOLCHAIN-} $_linker $_builder" | "$_real/cksum" | "$_real/tr" ' ' -)
  if [ ! -s "$_answer" ]; then
    _try=$_answer.try
    "$_real/mkdir" -p "$_try/src"
    printf '[package]\nname = "try"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' > "$_try/Cargo.toml"
    # shellcheck disable=SC2016
    printf 'fn main() {\n    println!("{}", std::env::args().count());\n}\n' > "$_try/src/main.rs"
    _libraries=$("$_real/rustc" --print target-libdir --target "$1" 2> /dev/null)
    if [ -n "$_libraries" ] && [ -d "$_libraries" ] &&
      "$_real/cargo" build --quiet --offline --target "$1" --manifest-path "$_try/Cargo.toml" --target-dir "$_try/target" \
        > "$_try/log" 2>&1; then
      printf 'yes\n' > "$_answer"
    else
      printf 'no\n' > "$_answer"
    fi
  fi
  [ "$("$_real/cat" "$_answer")" = yes ]
}

# Where cargo puts results.
_results() {
  if [ -n "$_dir" ]; then
    printf '%s' "$_dir"
  elif [ -n "$_manifest" ]; then
    "$_real/cargo" metadata --no-deps --format-version 1 --manifest-path "$_manifest" | _target_directory
  else
    "$_real/cargo" metadata --no-deps --format-version 1 | _target_directory
  fi
}

_target_directory() {
  "$_real/sed" -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
}

# Runs cargo with the arguments after the first two, for this target alone, with results in this folder (none: the usual one).
_cargo_for() {
  _for=$1
  _into=$2
  shift 2
  _n=$#
  _drop=
  _rest=
  _sub_seen=
  while [ "$_n" -gt 0 ]; do
    _a=$1
    shift
    _n=$((_n - 1))
    if [ -n "$_rest" ]; then
      set -- "$@" "$_a"
      continue
    fi
    if [ -n "$_drop" ]; then
      _drop=
      continue
    fi
    case $_a in
      --) _rest=yes ;;
      --target) _drop=yes && continue ;;
      --target=*) continue ;;
      --target-dir) if [ -n "$_into" ]; then _drop=yes && continue; fi ;;
      --target-dir=*) if [ -n "$_into" ]; then continue; fi ;;
      "$_sub$_sub_seen")
        case $_a in zigbuild) _a=build ;; esac
        set -- "$@" "$_a"
        if [ "$_a" = nextest ]; then
          set -- "$@" "$1"
          shift
          _n=$((_n - 1))
        fi
        set -- "$@" --target "$_for"
        if [ -n "$_into" ]; then set -- "$@" --target-dir "$_into"; fi
        _sub_seen=' seen'
        continue
        ;;
    esac
    set -- "$@" "$_a"
  done
  "$_real/cargo" "$@"
}

# The name that a file built on this machine has for a target.
_name_for() {
  _stem=${2%.*}
  case $2 in
    *.so | *.dylib) _kind=shared ;;
    *.a) _kind=static ;;
    *.*) _kind=other ;;
    *) _kind=program ;;
  esac
  case $1,$_kind in
    *-windows-*,program) printf '%s.exe' "$2" ;;
    wasm*,program) printf '%s.wasm' "$2" ;;
    *-windows-*,shared) printf '%s.dll' "${_stem#lib}" ;;
    wasm*,shared) printf '%s.wasm' "${_stem#lib}" ;;
    *-apple-*,shared) printf '%s.dylib' "$_stem" ;;
    *,shared) printf '%s.so' "$_stem" ;;
    *-windows-msvc,static) printf '%s.lib' "${_stem#lib}" ;;
    *) printf '%s' "$2" ;;
  esac
}

# Copies what was built for this machine to where it would be for the target.
_lay() {
  "$_real/mkdir" -p "$3" || exit
  for _built in "$2"/*; do
    if [ ! -f "$_built" ]; then continue; fi
    case $_built in *.d | *.rlib | *.pdb) continue ;; esac
    "$_real/cp" -p "$_built" "$3/$(_name_for "$1" "${_built##*/}")" || exit
  done
}

# Builds for this machine instead. $1: target; $2: the folder of the target among the results, if it has one.
_build_instead() {
  _instead=$1
  _sub_folder=$2
  shift 2
  case $_sub in
    build | b | rustc | zigbuild)
      _dir=$(_results)
      if [ -z "$_dir" ]; then exit 101; fi
      ;;
  esac
  _place=$_toolbox/builds/$(printf '%s' "$_dir $PWD" | "$_real/cksum" | "$_real/tr" ' ' -)/$_instead
  (
    # flags, compilers and folders that are meant for the other machine
    unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_RUSTFLAGS CARGO_BUILD_TARGET CARGO_TARGET_DIR CC CXX AR LD CFLAGS \
      CXXFLAGS LDFLAGS PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_LIBDIR OPENSSL_DIR OPENSSL_LIB_DIR OPENSSL_INCLUDE_DIR OPENSSL_STATIC
    unset "CARGO_TARGET_$(printf '%s' "$_host" | "$_real/tr" 'a-z.-' 'A-Z__')_LINKER"
    # a program for musl runs in an image without any library, and so shall its placeholder
    case $_instead,$_host in
      *-musl*,*-linux-gnu*)
        case $(cc -print-file-name=libc.a 2> /dev/null) in
          /*) export RUSTFLAGS='-C target-feature=+crt-static' ;;
        esac
        ;;
    esac
    _cargo_for "$_host" "$_place" "$@"
  ) || {
    _code=$?
    _say "$_instead cannot be built on this machine, and neither can the placeholder for it"
    exit "$_code"
  }
  case $_sub in
    build | b | rustc | zigbuild)
      _note placeholder "$_instead" "was built for this machine"
      if [ ! -d "$_place/$_host/$_profile" ]; then return; fi
      _to=$_dir${_sub_folder:+/$_sub_folder}/$_profile
      _lay "$_instead" "$_place/$_host/$_profile" "$_to"
      if [ -d "$_place/$_host/$_profile/examples" ]; then
        _lay "$_instead" "$_place/$_host/$_profile/examples" "$_to/examples"
      fi
      # what build scripts wrote, such as completions and manual pages
      for _written in "$_place/$_host/$_profile"/build/*/out; do
        if [ ! -d "$_written" ]; then continue; fi
        _there=$_to/build/${_written#"$_place/$_host/$_profile/build/"}
        "$_real/mkdir" -p "$_there" && "$_real/cp" -Rp "$_written/." "$_there" || exit
      done
      ;;
    *) _note placeholder "cargo $_sub --target $_instead: ran for this machine" ;;
  esac
}
