# shellcheck shell=sh disable=SC2154
# Installers of other systems: brew, choco, winget, dnf, yum, apk, pacman, zypper, snap. They remember the packages
# and install nothing.
_sub=$(_first_word '' "$@")
case $_called in
  brew)
    if [ -n "${SLIPWAY_SUDO-}" ]; then
      _say "Error: Running Homebrew as root is no longer supported: leave out 'sudo'"
      exit 1
    fi
    case ${1-} in
      --prefix | --cellar | --repository)
        if [ -x "$_real/brew" ]; then _pass "$@"; fi
        if [ "$_processor" = arm64 ]; then _prefix=/opt/homebrew; else _prefix=/usr/local; fi
        if [ -n "${2-}" ]; then _prefix=$_prefix/opt/$2; fi
        printf '%s\n' "$_prefix"
        exit 0
        ;;
      --version) printf 'Homebrew (in a rehearsal)\n'; exit 0 ;;
    esac
    ;;
esac
case $_called,$_sub in
  brew,install | brew,reinstall | choco,install | choco,upgrade | winget,install | dnf,install | yum,install | apk,add | \
    zypper,install | zypper,in | snap,install | pacman,*) ;;
  brew,list)
    if [ -f "$_state/installed" ]; then "$_real/sed" -n 's/^brew //p' "$_state/installed"; fi
    exit 0
    ;;
  *)
    _note stand-in "$_called $*: did nothing"
    exit 0
    ;;
esac
_seen=
_count=0
_take=
for _a; do
  if [ -n "$_take" ]; then
    _take=
    continue
  fi
  case $_a in
    --version | --params | --source | --id | -s | --channel | --repository | --virtual | -t)
      if [ "$_a" != --id ]; then _take=yes; fi
      ;;
    -*) ;;
    *)
      if [ -z "$_seen" ] && [ "$_called" != pacman ]; then
        _seen=yes
        continue
      fi
      case $_a in
        *[!A-Za-z0-9@+._/:=-]*)
          _say "'$_a' is not a package name"
          exit 1
          ;;
      esac
      _count=$((_count + 1))
      printf '%s %s\n' "$_called" "$_a" >> "$_state/installed"
      _note stand-in "$_called install $_a: not installed"
      ;;
  esac
done
if [ "$_count" = 0 ] && [ "$_called" != pacman ]; then
  _say 'no package given'
  exit 1
fi
