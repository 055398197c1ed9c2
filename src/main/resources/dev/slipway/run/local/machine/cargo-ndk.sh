# shellcheck shell=sh disable=SC2154
# cargo ndk -t ABI -o FOLDER build: libraries of this machine where those of Android would be.
_abis=
_output=
_n=$#
_seen=
while [ "$_n" -gt 0 ]; do
  _a=$1
  shift
  _n=$((_n - 1))
  if [ "$_seen" = build ]; then
    set -- "$@" "$_a"
    continue
  fi
  case $_a in
    ndk) ;;
    -t | --target | -o | --output-dir | -p | --platform | -P)
      _value=${1-}
      shift
      _n=$((_n - 1))
      case $_a in
        -t | --target) _abis="$_abis $_value" ;;
        -o | --output-dir) _output=$_value ;;
      esac
      ;;
    --target=*) _abis="$_abis ${_a#*=}" ;;
    --output-dir=*) _output=${_a#*=} ;;
    -*) ;;
    *)
      _seen=build
      set -- "$@" "$_a"
      ;;
  esac
done
_sub=${1-}
if [ "$_sub" != build ] && [ "$_sub" != b ]; then
  _say "no stand-in for 'cargo ndk $*'"
  exit 1
fi
_builder=ndk
_dir=
_manifest=
_profile=debug
_prev=
for _a; do
  case $_prev in --profile) _profile=$_a ;; --manifest-path) _manifest=$_a ;; --target-dir) _dir=$_a ;; esac
  case $_a in --release | -r) _profile=release ;; --profile=*) _profile=${_a#*=} ;; esac
  _prev=$_a
done
# shellcheck source=src/main/resources/dev/slipway/run/local/machine/placeholder.sh
. "$_stand_ins/placeholder.sh"
for _abi in ${_abis:-armeabi-v7a arm64-v8a}; do
  case $_abi in
    arm64-v8a | aarch64-linux-android) _android=aarch64-linux-android _abi=arm64-v8a ;;
    armeabi-v7a | armv7-linux-androideabi) _android=armv7-linux-androideabi _abi=armeabi-v7a ;;
    x86 | i686-linux-android) _android=i686-linux-android _abi=x86 ;;
    x86_64 | x86_64-linux-android) _android=x86_64-linux-android _abi=x86_64 ;;
    *)
      _say "'$_abi' is not an Android ABI"
      exit 1
      ;;
  esac
  if ! _added "$_android"; then
    printf "error[E0463]: can't find crate for \`core\`\n  = note: the \`%s\` target may not be installed\n" "$_android" >&2
    exit 101
  fi
  _build_instead "$_android" "$_android" "$@"
  if [ -n "$_output" ]; then
    "$_real/mkdir" -p "$_output/$_abi" || exit
    for _library in "$_dir/$_android/$_profile"/*.so; do
      if [ -f "$_library" ]; then "$_real/cp" -p "$_library" "$_output/$_abi/" || exit; fi
    done
  fi
done
