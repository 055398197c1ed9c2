# shellcheck shell=sh disable=SC2154
# Programs that publish or reach other machines: what they say about this one is real, the rest is refused.
_sub=$(_first_word '--config -c' "$@")
case $_called,$_sub in
  twine,check)
    if [ -x "$_real/twine" ]; then _pass "$@"; fi
    _note stand-in "twine $*: not checked, this machine has no twine"
    exit 0
    ;;
  twine,upload | twine,register) _refuse "twine $_sub" ;;
  gem,push | gem,yank | gem,owner | gem,signin) _refuse "gem $_sub" ;;
  gem,install)
    shift
    printf 'gem %s\n' "$(_first_word '-v --version' "$@")" >> "$_state/installed"
    _note stand-in "gem $_sub $(_first_word '-v --version' "$@"): not installed"
    exit 0
    ;;
  docker,login | docker,push | podman,login | podman,push | buildah,login | buildah,push | skopeo,copy | skopeo,login | skopeo,sync | skopeo,delete) _refuse "$_called $_sub" ;;
  docker,build | docker,buildx | docker,compose | docker,manifest | docker,image | podman,manifest | podman,image | buildah,manifest)
    for _a; do
      case $_a in
        push | --push | --push=true | --output=type=registry* | type=registry* | *,push=true) _refuse "$_called $_sub $_a" ;;
      esac
    done
    case "$* " in *'imagetools create '*) _refuse "$_called buildx imagetools create" ;; esac
    ;;
  ssh,* | scp,* | sftp,* | security,*)
    _refuse "$_called"
    ;;
  rsync,*)
    for _a; do
      case $_a in -* | /* | ./* | ../*) ;; *:*) _refuse 'rsync with another machine' ;; esac
    done
    ;;
  helm,push | helm,registry | cosign,sign | cosign,attest | cosign,upload | cosign,sign-blob | cosign,attest-blob | gh,*)
    _refuse "$_called $_sub"
    ;;
esac
_pass "$@"
