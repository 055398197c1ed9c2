# shellcheck shell=sh disable=SC2154
# uname and arch, as the simulated machine answers them.
case $_system in
  macos)
    _name=Darwin _machine=$_processor _release=$_kernel _os=Darwin _cpu=$_processor
    if [ "$_processor" = x64 ]; then _machine=x86_64 _cpu=i386; else _cpu=arm; fi
    ;;
  windows)
    _name=MINGW64_NT-10.0-26100 _release=3.6.3.x86_64 _os=Msys _machine=x86_64 _cpu=unknown
    ;;
  *)
    _name=Linux _release=6.14.0-azure _os=GNU/Linux
    case $_processor in arm64) _machine=aarch64 ;; *) _machine=x86_64 ;; esac
    _cpu=$_machine
    ;;
esac
if [ "$_called" = arch ]; then
  if [ "$_system,$_processor" = macos,x64 ]; then printf 'i386\n'; else printf '%s\n' "$_machine"; fi
  exit 0
fi
_wanted=
for _a; do
  case $_a in
    --all) _wanted=snrvmo ;;
    --kernel-name | --sysname) _wanted=${_wanted}s ;;
    --nodename) _wanted=${_wanted}n ;;
    --kernel-release | --release) _wanted=${_wanted}r ;;
    --kernel-version | --version) _wanted=${_wanted}v ;;
    --machine) _wanted=${_wanted}m ;;
    --processor) _wanted=${_wanted}p ;;
    --operating-system) _wanted=${_wanted}o ;;
    -[asnrvmpio]*) _wanted=$_wanted${_a#-} ;;
    *)
      _say "unknown option '$_a'"
      exit 1
      ;;
  esac
done
case $_wanted in '') _wanted=s ;; *a*) _wanted=snrvm ;; esac
_line=
for _letter in s n r v m p i o; do
  case $_wanted in
    *$_letter*)
      case $_letter in
        s) _value=$_name ;;
        n) _value=$_label ;;
        r) _value=$_release ;;
        v) _value="$_name $_release" ;;
        m) _value=$_machine ;;
        p) _value=$_cpu ;;
        i) _value=$_machine ;;
        o) _value=$_os ;;
      esac
      _line="$_line $_value"
      ;;
  esac
done
printf '%s\n' "${_line# }"
