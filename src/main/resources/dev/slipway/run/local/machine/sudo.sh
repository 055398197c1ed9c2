# shellcheck shell=sh disable=SC2154
# sudo of a hosted runner: runs the command without more rights, and leaves the system of the person alone.
while [ $# -gt 0 ]; do
  case $1 in
    -u | -g | -h | -p | -C | -D | -R | -T | --user | --group | --host | --prompt | --chdir) shift 2 ;;
    --)
      shift
      break
      ;;
    -v | -k | -K | -l) exit 0 ;;
    -i | -s | --login | --shell)
      shift
      if [ $# -eq 0 ]; then set -- sh; fi
      ;;
    -*) shift ;;
    *=*)
      export "${1?}"
      shift
      ;;
    *) break ;;
  esac
done
if [ $# -eq 0 ]; then
  _say 'no command'
  exit 1
fi

_leave_alone() {
  _note stand-in "not run, because it would change the system: sudo $*"
  if [ "${1##*/}" = tee ]; then exec "$_real/cat"; fi
  exit 0
}

# Whether an argument names a file outside of the rehearsal.
_outside() {
  for _a; do
    case $_a in
      ../* | .. | */../* | */..) return 0 ;;
      /dev/null | of=/dev/null | if=/dev/*) ;;
      "$_own" | "$_own"/* | *="$_own" | *="$_own"/* | -[A-Za-z]"$_own" | -[A-Za-z]"$_own"/*) ;;
      /* | *=/* | -[A-Za-z]/*) return 0 ;;
    esac
  done
  return 1
}

case ${1##*/} in
  systemctl | service | mount | umount | swapon | swapoff | mkswap | fallocate | modprobe | sysctl | iptables | ufw | useradd | \
    usermod | userdel | groupadd | update-alternatives | update-binfmts | ldconfig | locale-gen | xcode-select | installer | \
    launchctl | mdutil | spctl | pmset | networksetup | dpkg | rpm | dpkg-reconfigure | reboot | shutdown | sh.rustup.rs)
    _leave_alone "$@"
    ;;
  rm | rmdir | mv | cp | ln | install | mkdir | touch | tee | chmod | chown | chgrp | truncate | dd | find | sed | tar | unzip | rsync)
    if _outside "$@"; then _leave_alone "$@"; fi
    ;;
esac
SLIPWAY_SUDO=1
export SLIPWAY_SUDO
exec "$@"
