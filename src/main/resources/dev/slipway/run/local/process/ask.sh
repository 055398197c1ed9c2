#!/usr/bin/env bash
# Stands on the path of a rehearsal under the name of a command, and prints what the rehearsal answers in its place.
# Runs under bash 3.2 too. All that is sent ends with a NUL, which no argument and no variable can contain.
if ! { exec 3<> "/dev/tcp/$SLIPWAY_COMMANDS"; } 2> /dev/null; then
  echo "${0##*/}: the rehearsal that answers for this command is not there" >&2
  exit 1
fi

stdin=open
if [[ -t 0 ]]; then stdin=terminal; fi
folder=$PWD
if [[ $OSTYPE == msys* || $OSTYPE == cygwin* ]]; then folder=$(cygpath -w "$PWD"); fi
{
  printf '%s\0' "$SLIPWAY_COMMANDS_TOKEN" call "$stdin" "$folder" "$#" "${0##*/}" "$@"
  for name in $(compgen -e); do printf '%s=%s\0' "$name" "${!name}"; done
  printf '\0'
} 2> /dev/null | cat >&3

IFS= read -r -d '' status <&3
if [[ $status == input ]]; then
  IFS= read -r -d '' call <&3
  { printf '%s\0' "$SLIPWAY_COMMANDS_TOKEN" input "$call" && cat; } > "/dev/tcp/$SLIPWAY_COMMANDS"
  IFS= read -r -d '' status <&3
fi
if ! IFS= read -r -d '' errors <&3; then
  echo "${0##*/}: the rehearsal did not answer" >&2
  exit 1
fi
cat <&3 || exit
printf '%s' "$errors" >&2
exit "$status"
