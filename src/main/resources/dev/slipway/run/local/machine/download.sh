# shellcheck shell=sh disable=SC2154
# curl and wget: this machine and the hosts that the caller allows answer for real; installers that have a stand-in are
# answered by it; what would be sent elsewhere is recorded; nothing else is fetched.
if [ ! -x "$_real/$_called" ]; then _pass "$@"; fi # in a container whose image lacks it, until a step installs it
_urls=
_out=
_remote_name=
_folder=
_method=
_sends=
_write_out=
_unseen=

# Takes an option's value that matters here.
_value() {
  case $_called,$1 in
    curl,-o | curl,--output | wget,-O | wget,--output-document) _out=$2 ;;
    curl,--output-dir | wget,-P | wget,--directory-prefix) _folder=$2 ;;
    curl,-X | curl,--request | wget,--method) _method=$2 ;;
    curl,-d | curl,--data* | curl,--json | curl,-F | curl,--form* | curl,-T | curl,--upload-file | wget,--post-* | wget,--body-*) _sends=yes ;;
    curl,-w | curl,--write-out) _write_out=$2 ;;
    curl,--url) _urls="$_urls $2" ;;
    curl,-K | curl,--config | curl,--unix-socket | curl,--abstract-unix-socket | wget,-i | wget,--input-file) _unseen=$1 ;;
  esac
}

if [ "$_called" = curl ]; then
  _letters='AbcCdDeEFhHKmoPQrtTuUwxXyYz'
else
  _letters='oaeiBtOTwQPUlARDIX'
fi
_long() {
  case $_called,$1 in
    curl,--output | curl,--output-dir | curl,--request | curl,--data* | curl,--json | curl,--form* | curl,--upload-file | \
      curl,--write-out | curl,--url | curl,--url-query | curl,--config | curl,--header | curl,--proxy-header | curl,--user | \
      curl,--user-agent | curl,--proxy-user | curl,--cookie | curl,--cookie-jar | curl,--max-* | curl,--connect-* | \
      curl,--retry | curl,--retry-delay | curl,--retry-max-time | curl,--proto* | curl,--cacert | curl,--capath | curl,--cert | \
      curl,--cert-type | curl,--key | curl,--key-type | curl,--pass | curl,--range | curl,--referer | curl,--proxy | \
      curl,--resolve | curl,--dump-header | curl,--ciphers | curl,--tls-max | curl,--tls13-ciphers | curl,--limit-rate | \
      curl,--rate | curl,--speed-* | curl,--oauth2-bearer | curl,--aws-sigv4 | curl,--continue-at | curl,--interface | \
      curl,--netrc-file | curl,--stderr | curl,--trace | curl,--trace-ascii | curl,--variable | curl,--expand-* | \
      curl,--time-cond | curl,--noproxy | curl,--unix-socket | curl,--abstract-unix-socket | curl,--doh-url | \
      curl,--pinnedpubkey | curl,--crlfile | curl,--create-file-mode | curl,--keepalive-time | curl,--parallel-max | curl,--happy-eyeballs-timeout-ms) return 0 ;;
    wget,--output-document | wget,--directory-prefix | wget,--method | wget,--post-data | wget,--post-file | wget,--body-data | \
      wget,--body-file | wget,--input-file | wget,--header | wget,--user | wget,--password | wget,--user-agent | wget,--tries | \
      wget,--timeout | wget,--wait | wget,--waitretry | wget,--output-file | wget,--append-output | wget,--ca-certificate | wget,--level | \
      wget,--accept | wget,--reject | wget,--execute | wget,--referer | wget,--secure-protocol) return 0 ;;
  esac
  return 1
}

_prev=
for _a; do
  if [ -n "$_prev" ]; then
    _value "$_prev" "$_a"
    _prev=
    continue
  fi
  case $_a in
    --remote-name | --remote-name-all) _remote_name=yes ;;
    --*=*) _value "${_a%%=*}" "${_a#*=}" ;;
    --?*) if _long "$_a"; then _prev=$_a; fi ;;
    -?*)
      _cluster=${_a#-}
      while [ -n "$_cluster" ]; do
        _after=${_cluster#?}
        _letter=${_cluster%"$_after"}
        if [ "$_called$_letter" = curlO ]; then _remote_name=yes; fi
        case $_letters in
          *"$_letter"*)
            if [ -n "$_after" ]; then _value "-$_letter" "$_after"; else _prev=-$_letter; fi
            break
            ;;
        esac
        _cluster=$_after
      done
      ;;
    *) _urls="$_urls $_a" ;;
  esac
done
case $_method in '' | GET | HEAD | get | head) ;; *) _sends=yes ;; esac

_host_of() {
  _h=${1#*://}
  _h=${_h%%[/?#]*}
  _h=${_h##*@}
  case $_h in
    \[*) _h=${_h%%]*}] ;;
    *) _h=${_h%%:*} ;;
  esac
  printf '%s' "$_h" | "$_real/tr" 'A-Z' 'a-z'
}

_is_here() {
  case $1 in 127.*[!0-9.]*) return 1 ;; localhost | *.localhost | 127.[0-9]*.[0-9]*.[0-9]* | '[::1]') return 0 ;; esac
  return 1
}

# An address as the record may show it: no user, no query.
_shown() {
  printf '%s' "$1" | "$_real/sed" 's/[?#].*//; s,//[^/]*@,//,'
}

# Gives what is read to where the result was to go.
_deliver() {
  _to=$_out
  if [ -z "$_to" ] && { [ -n "$_remote_name" ] || [ "$_called" = wget ]; }; then
    _to=${1%%[?#]*}
    _to=${_to##*/}
    _to=${_to:-index.html}
  fi
  case $_to in
    '' | -) "$_real/cat" ;;
    *)
      case $_to in /*) ;; *) if [ -n "$_folder" ]; then _to=$_folder/$_to; fi ;; esac
      "$_real/cat" > "$_to" || exit 23
      ;;
  esac
}

_write_status() {
  if [ -n "$_write_out" ]; then
    # shellcheck disable=SC2059 # the escapes of --write-out are those of printf; its variables but one are left out
    printf "$(printf '%s' "$_write_out" | "$_real/sed" "s/%{http_code}/$1/g; s/%{response_code}/$1/g; s/%{[a-z_.]*}//g; s/%/%%/g")"
  fi
}

if [ -z "$_urls" ] || [ -n "$_unseen" ]; then
  case " $* " in *' --version '* | *' -V '* | *' --help '* | *' -h '*) _pass "$@" ;; esac
  if [ -n "$_unseen" ]; then
    _note outside "$_called $_unseen: a rehearsal cannot see which address that reaches"
    _say "$_unseen: a rehearsal cannot see which address that reaches"
    exit 2
  fi
  _pass "$@"
fi

set -f
_rewrite=
for _url in $_urls; do
  case $_url in
    '' | file:*) continue ;;
    https://api.github.com | https://api.github.com/*)
      if [ -n "${GITHUB_API_URL-}" ] && _is_here "$(_host_of "$GITHUB_API_URL")"; then
        _rewrite=yes
        continue
      fi
      ;;
  esac
  if [ -n "${GITHUB_API_URL-}" ]; then case $_url in "$GITHUB_API_URL" | "$GITHUB_API_URL"/*) continue ;; esac; fi
  _at=$(_host_of "$_url")
  if _is_here "$_at"; then continue; fi
  case " $_allowed_hosts " in *" $_at "*) continue ;; esac
  case $_url in
    https://sh.rustup.rs | https://sh.rustup.rs/* | https://static.rust-lang.org/rustup/rustup-init.sh | \
      https://win.rustup.rs | https://win.rustup.rs/*)
      if [ ! -x "$_toolbox/rust/rustup" ]; then
        case " $_allowed_hosts " in *' * '*) continue ;; esac
        _note outside "$_called $_url: this machine has no Rust to use instead"
        _say 'this machine has no Rust to use instead of the one that rustup installs'
        exit 6
      fi
      _note stand-in "$_called $_url: this machine's Rust is used instead"
      _deliver rustup-init < "$_toolbox/rustup-init" || exit
      _write_status 200
      exit 0
      ;;
    https://github.com/cross-rs/cross/releases/download/*.tar.gz)
      _archive=$_state/cross-$$
      "$_real/mkdir" -p "$_archive"
      "$_real/cp" "$_toolbox/offered/cross" "$_archive/cross"
      "$_real/cp" "$_toolbox/offered/cross" "$_archive/cross-util"
      "$_real/tar" -czf "$_archive.tar.gz" -C "$_archive" cross cross-util || exit
      _note stand-in "$_called $(_shown "$_url"): an archive with the stand-in for cross; its checksum is not compared"
      "$_real/cksum" < "$_archive.tar.gz" >> "$_state/delivered"
      _deliver "$_url" < "$_archive.tar.gz" || exit
      "$_real/rm" -rf "$_archive" "$_archive.tar.gz"
      _write_status 200
      exit 0
      ;;
  esac
  if [ -z "$_sends" ]; then case " $_allowed_hosts " in *' * '*) continue ;; esac; fi
  if [ -n "$_sends" ]; then
    _note outside "would send ${_method:-POST} $(_shown "$_url")"
    _write_status 200
    exit 0
  fi
  _note outside "$_called $(_shown "$_url"): a rehearsal does not download"
  _say "a rehearsal does not download from $_at outside of a container: use what this machine already has"
  if [ "$_called" = wget ]; then exit 4; fi
  _write_status 000
  exit 6
done
set +f

if [ -n "$_rewrite" ]; then
  _n=$#
  while [ "$_n" -gt 0 ]; do
    _a=$1
    shift
    _n=$((_n - 1))
    case $_a in https://api.github.com | https://api.github.com/*) _a=$GITHUB_API_URL${_a#https://api.github.com} ;; esac
    set -- "$@" "$_a"
  done
fi
for _url in $_urls; do
  if _is_here "$(_host_of "$_url")"; then
    if [ "$_called" = wget ]; then _pass --no-proxy "$@"; else _pass --noproxy '*' "$@"; fi
  fi
done
_pass "$@"
