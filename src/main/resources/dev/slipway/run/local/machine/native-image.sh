# shellcheck shell=sh disable=SC2154
# native-image where this machine has none, or one for another system: a file that starts Java takes the place of the executable.
_path=
_class=
_jar=
_name=
_folder=.
_want=

# Reads one word of the command line.
_take() {
  case $_want in
    path) _path=$1 ;;
    jar) _jar=$1 ;;
    name) _name=$1 ;;
  esac
  if [ -n "$_want" ]; then
    _want=
    return
  fi
  case $1 in
    --version)
      printf 'native-image %s 1970-01-01\nstand-in of a rehearsal\n' 25.0.0
      exit
      ;;
    -cp | -classpath | --class-path) _want=path ;;
    -jar) _want=jar ;;
    -o) _want=name ;;
    -H:Name=*) _name=${1#*=} ;;
    -H:Path=*) _folder=${1#*=} ;;
    -H:Class=*) _class=${1#*=} ;;
    -m | --module | -p | --module-path | --shared | -H:+SharedLibrary | --static | --libc=*)
      _say "no stand-in for '$1'"
      exit 1
      ;;
    @*)
      while IFS= read -r _line || [ -n "$_line" ]; do
        _line=${_line#\"}
        _take "${_line%\"}"
      done < "${1#@}"
      ;;
    -*) ;; # how it compiles
    *) if [ -z "$_class$_jar" ]; then _class=$1; else _name=$1; fi ;;
  esac
}

for _a; do _take "$_a"; done
if [ -n "$_jar" ]; then _path=$_jar; fi
if [ -z "$_name" ] || [ -z "$_path" ] || [ -z "$_class$_jar" ]; then
  _say 'the stand-in needs a jar, or a class path with a class, and the name of the executable'
  exit 1
fi
case $_name in /*) ;; *) _name=$_folder/$_name ;; esac
if [ "$_system" = windows ]; then _name=${_name%.exe}.exe; fi
# A jar may follow a script in one file. Several jars stay where they are.
case $_path in
  *:*)
    _start="-cp '$_path' $_class"
    _path=
    ;;
  *) if [ -n "$_jar" ]; then _start="-jar \"\$0\""; else _start="-cp \"\$0\" $_class"; fi ;;
esac
{
  printf '#!/bin/sh\n# Written by a rehearsal without native-image: it needs Java.\nexec java %s "$@"\n' "$_start"
  if [ -n "$_path" ]; then "$_real/cat" "$_path"; fi
} > "$_name" || exit
"$_real/chmod" 755 "$_name"
_note placeholder "native-image: ${_name##*/} starts the jar, since this machine has no native-image for $_label"
