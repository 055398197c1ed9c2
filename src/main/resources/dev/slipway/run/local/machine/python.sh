# shellcheck shell=sh disable=SC2154
# python: real, but for its pip, and environments get the pip that installs nothing.
case "${1-} ${2-}" in
  '-m pip' | '-m pipx')
    _called=$2
    shift 2
    # shellcheck source=src/main/resources/dev/slipway/run/local/machine/pip.sh
    . "$_stand_ins/pip.sh"
    exit 0
    ;;
  '-m twine')
    _called=twine
    shift 2
    # shellcheck source=src/main/resources/dev/slipway/run/local/machine/publisher.sh
    . "$_stand_ins/publisher.sh"
    exit 0
    ;;
  '-m venv' | '-m virtualenv')
    shift 2
    "$_real/$_called" -m venv --without-pip "$@" || exit
    for _a; do _folder=$_a; done
    for _pip in pip pip3; do "$_real/cp" "$_toolbox/bin/$_pip" "$_folder/bin/$_pip"; done
    _note stand-in "python -m venv ${_folder##*/}: its pip installs nothing"
    exit 0
    ;;
esac
_pass "$@"
