# shellcheck shell=sh disable=SC2154
# cargo publish packs and checks, and uploads nothing; cargo install takes what the machine has.
case $_sub in
  login | logout | owner | yank) _refuse "cargo $_sub" ;;
esac

_install() {
  _folder=${CARGO_INSTALL_ROOT:-${CARGO_HOME:-$HOME/.cargo}}/bin
  _names=
  _git=
  _here=
  _prev=
  for _a; do
    case $_prev in
      --git)
        _git=${_a##*/}
        _git=${_git%.git}
        ;;
      --root) _folder=$_a/bin ;;
    esac
    case $_prev in
      --git | --root | --version | --vers | --branch | --tag | --rev | --path | --features | -F | --bin | --example | --profile | \
        -j | --jobs | --target | --registry | --index | --target-dir | --message-format | --color | --config | -Z) _prev= ;;
      *)
        case $_a in
          --path | --path=*) _here=yes ;;
          -*) ;;
          "$_sub") ;;
          *) _names="$_names ${_a%%@*}" ;;
        esac
        _prev=$_a
        ;;
    esac
  done
  if [ -n "$_here" ]; then _real_cargo "$@"; fi
  for _name in ${_names:-$_git}; do
    if ! _link_program "$_name" "$_folder"; then _real_cargo "$@"; fi
    _note stand-in "cargo install $_name: this machine's, or a stand-in"
  done
  if [ -z "$_names$_git" ]; then _real_cargo "$@"; fi
}

# The arguments of "cargo package" that say the same.
_publish() {
  _wanted=
  _n=$#
  _drop=
  _keep_name=
  while [ "$_n" -gt 0 ]; do
    _a=$1
    shift
    _n=$((_n - 1))
    if [ -n "$_drop" ]; then
      _drop=
      continue
    fi
    if [ -n "$_keep_name" ]; then
      _wanted="$_wanted $_a"
      _keep_name=
    fi
    case $_a in
      publish) _a=package ;;
      --token | --registry | --index) _drop=yes && continue ;;
      --token=* | --registry=* | --index=* | --dry-run | -n | --no-verify) continue ;;
      -p | --package) _keep_name=yes ;;
      --package=*) _wanted="$_wanted ${_a#*=}" ;;
      -p?*) _wanted="$_wanted ${_a#-p}" ;;
      --workspace | --all) _wanted='--workspace' ;;
    esac
    set -- "$@" "$_a"
  done
  _log=$_state/package-log.$$
  if ! CARGO_NET_RETRY=0 "$_real/cargo" "$@" --no-verify > "$_log" 2>&1; then
    if "$_real/grep" -Eqi 'no matching package|failed to (get|download|fetch|query|select a version)|resolve host|unable to update|spurious' "$_log"; then
      _note stand-in "cargo publish$_wanted: not packed, because no registry in reach has what it needs"
      "$_real/rm" -f "$_log"
    else
      "$_real/cat" "$_log" >&2
      "$_real/rm" -f "$_log"
      exit 101
    fi
  else
    "$_real/cat" "$_log" >&2
    "$_real/rm" -f "$_log"
  fi
  if [ "$_wanted" = --workspace ]; then
    _note workspace
    return
  fi
  for _name in ${_wanted:-.}; do
    if [ "$_name" = . ]; then _id=$("$_real/cargo" pkgid) || exit; else _id=$("$_real/cargo" pkgid -p "$_name") || exit; fi
    _folder=${_id#*://}
    _folder=${_folder%%#*}
    if [ -f "$_folder/Cargo.toml" ] && "$_real/grep" -Eq '^publish *= *(false|\[ *\])' "$_folder/Cargo.toml"; then
      # shellcheck disable=SC2016 # Rust quotes names so
      printf 'error: `%s` cannot be published.\n`package.publish` must be set to `true` or a non-empty list in Cargo.toml to publish.\n' \
        "${_folder##*/}" >&2
      exit 101
    fi
    _version=${_id##*#}
    case $_version in
      *@*) _package=${_version%@*} _version=${_version##*@} ;;
      *) _package=${_folder##*/} ;;
    esac
    _note crate "$_package" "$_version"
  done
}

case $_sub in
  install) _install "$@" ;;
  publish) _publish "$@" ;;
esac
