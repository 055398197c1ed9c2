# shellcheck shell=sh disable=SC2154
# git: real, but nothing is pushed to another machine.
_options='-C -c --git-dir --work-tree --namespace --super-prefix --config-env --exec-path'
_sub=$(_first_word "$_options" "$@")
case $_sub in
  push) ;;
  send-email | imap-send | send-pack | http-push) _refuse "git $_sub" ;;
  subtree | lfs) # they call git's own push
    for _a; do if [ "$_a" = push ]; then _refuse "git $_sub push"; fi; done
    exec "$_real/git" "$@"
    ;;
  *) exec "$_real/git" "$@" ;;
esac

# The remote that the arguments of push name.
_remote=
_seen=
_prev=
for _a; do
  case $_prev in
    -C | -c | --git-dir | --work-tree | --namespace | --config-env | -o | --push-option | --receive-pack | --exec)
      _prev=
      continue
      ;;
    --repo)
      _remote=$_a
      _prev=
      continue
      ;;
  esac
  _prev=$_a
  case $_a in
    --repo=*) _remote=${_a#*=} ;;
    -*) ;;
    push) if [ -z "$_seen" ]; then _seen=yes; elif [ -z "$_remote" ]; then _remote=$_a; fi ;;
    *) if [ -n "$_seen" ] && [ -z "$_remote" ]; then _remote=$_a; fi ;;
  esac
done

# Runs git with the options that came before "push".
_git_here() {
  _asked=$1
  shift
  _n=$#
  _stop=
  while [ "$_n" -gt 0 ]; do
    _a=$1
    shift
    _n=$((_n - 1))
    if [ "$_a" = push ]; then _stop=yes; fi
    if [ -z "$_stop" ]; then set -- "$@" "$_a"; fi
  done
  # shellcheck disable=SC2086 # words of git
  "$_real/git" "$@" $_asked
}

if [ -z "$_remote" ]; then
  _branch=$(_git_here 'symbolic-ref --quiet --short HEAD' "$@")
  for _key in "branch.$_branch.pushRemote" remote.pushDefault "branch.$_branch.remote"; do
    if [ -z "$_remote" ]; then _remote=$(_git_here "config $_key" "$@"); fi
  done
  _remote=${_remote:-origin}
fi
_addresses=$(_git_here "remote get-url --push --all $_remote" "$@" 2> /dev/null) || _addresses=$_remote
for _address in $_addresses; do
  case $_address in
    file://*) ;;
    *://* | *@*:*) _refuse "git push to $(printf '%s' "$_address" | "$_real/sed" 's,//[^/]*@,//,')" ;;
    /* | ./* | ../* | .) ;;
    *:*) _refuse "git push to $_address" ;;
  esac
done
exec "$_real/git" "$@"
