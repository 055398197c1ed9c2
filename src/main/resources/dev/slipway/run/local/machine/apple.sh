# shellcheck shell=sh disable=SC2154
# Apple's tools on a machine that is not a Mac.
case $_called in
  sw_vers)
    case ${1-} in
      -productVersion | --productVersion) printf '%s\n' "$_version" ;;
      -productName | --productName) printf 'macOS\n' ;;
      *) printf 'ProductName:\t\tmacOS\nProductVersion:\t\t%s\n' "$_version" ;;
    esac
    ;;
  sysctl)
    for _a; do _name=$_a; done
    case $_name in
      hw.ncpu | hw.logicalcpu | hw.physicalcpu | hw.activecpu) "$_real/getconf" _NPROCESSORS_ONLN ;;
      sysctl.proc_translated) if [ "$_processor" = arm64 ]; then printf '0\n'; else exit 1; fi ;;
      *)
        _say "unknown oid '$_name' on a simulated Mac"
        exit 1
        ;;
    esac
    ;;
  lipo)
    _out=
    _first=
    _prev=
    _mode=
    for _a; do
      case $_prev in
        -output | -o)
          _out=$_a
          _prev=
          continue
          ;;
        -arch | -thin | -extract | -remove)
          _prev=
          continue
          ;;
      esac
      _prev=$_a
      case $_a in
        -create | -thin | -extract | -info | -archs | -remove) _mode=$_a ;;
        -*) ;;
        *)
          if [ ! -f "$_a" ]; then
            printf 'fatal error: lipo: can'\''t open input file: %s (No such file or directory)\n' "$_a" >&2
            exit 1
          fi
          if [ -z "$_first" ]; then _first=$_a; fi
          ;;
      esac
    done
    case $_mode in
      -info | -archs) printf 'x86_64 arm64\n' ;;
      *)
        if [ -z "$_out" ] || [ -z "$_first" ]; then
          printf 'fatal error: lipo: no input files or no -output\n' >&2
          exit 1
        fi
        "$_real/cp" -p "$_first" "$_out" || exit
        _note placeholder "lipo: ${_out##*/} is a copy of ${_first##*/}"
        ;;
    esac
    ;;
  codesign | xattr | spctl | stapler) _note stand-in "$_called: nothing was signed or changed" ;;
  xcrun)
    case ${1-} in
      notarytool | altool) _refuse "xcrun $1" ;;
      lipo | codesign | stapler | strip) exec "$@" ;;
      *)
        _say "this machine has no Xcode: xcrun $*"
        exit 72
        ;;
    esac
    ;;
esac
