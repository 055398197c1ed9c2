# shellcheck shell=sh
# What every stand-in begins with. Names start with an underscore: a variable that a step exported keeps its value for the
# program behind the stand-in. Whatever a stand-in needs itself, it starts from the folder of real programs.
# shellcheck disable=SC2154 # settings.sh sets the rest
unset IFS

# Writes a line to the record: a kind and its parts, which Note reads.
_note() {
  printf '%s\n' "$(
    printf '%s' "$1"
    shift
    for _part; do printf '\t%s' "$(printf '%s' "$_part" | "$_real/tr" '\t\r\n' '   ')"; done
  )" >> "$_record"
}

_say() {
  printf '%s: %s\n' "$_called" "$*" >&2
}

# Ends a command that would reach the outside.
_refuse() {
  _note outside "$1"
  _say "refused in a rehearsal, which publishes nothing: $1"
  exit 1
}

# Becomes the program of this name.
_pass() {
  if [ ! -x "$_real/$_called" ]; then
    _say 'not found: this machine has no such program'
    exit 127
  fi
  exec "$_real/$_called" "$@"
}

# The first argument that is no option; the option names in $1 take a value as their next argument.
_first_word() {
  _valued=$1
  shift
  _skip=
  for _a; do
    if [ -n "$_skip" ]; then
      _skip=
      continue
    fi
    case $_a in
      -*) case " $_valued " in *" $_a "*) _skip=yes ;; esac ;;
      *)
        printf '%s' "$_a"
        return
        ;;
    esac
  done
}

# Puts a program that a step asked for into a folder, if there is one: a stand-in before the machine's own.
_link_program() {
  for _from in "$_toolbox/offered/$1" "$_toolbox/bin/$1" "$_shelf/$1" "$_real/$1"; do
    if [ -e "$_from" ]; then
      "$_real/mkdir" -p "$2"
      if [ "$_from" != "$2/$1" ]; then "$_real/ln" -sf "$_from" "$2/$1"; fi
      return 0
    fi
  done
  return 1
}
