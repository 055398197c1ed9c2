# shellcheck shell=sh disable=SC2154
# jpackage on Windows: the folder that it makes there, with a script of this machine in the place of the program.
_name=
_dest=.
_type=
_input=
_jar=
_class=
_runtime=
_options=
while [ $# -gt 0 ]; do
  case $1 in
    --win-console)
      shift
      continue
      ;;
    --type) _type=$2 ;;
    --name) _name=$2 ;;
    --dest) _dest=$2 ;;
    --input) _input=$2 ;;
    --main-jar) _jar=$2 ;;
    --main-class) _class=$2 ;;
    --runtime-image) _runtime=$2 ;;
    --java-options)
      _option=${2#\"}
      _options="$_options '$(printf '%s' "${_option%\"}" | "$_real/sed" "s/'/'\\\\''/g; s|\\\$APPDIR|'\"\$app\"'|g")'"
      ;;
    *)
      _say "no stand-in for '$1'"
      exit 1
      ;;
  esac
  shift 2
done
if [ "$_type" != app-image ] || [ -z "$_runtime" ] || [ -z "$_name" ] || [ -z "$_jar" ]; then
  _say "the stand-in creates only an app-image with a name, a jar and a runtime"
  exit 1
fi
_folder=$_dest/$_name
"$_real/mkdir" -p "$_folder" || exit
"$_real/cp" -Rp "$_input" "$_folder/app" || exit
"$_real/cp" -Rp "$_runtime" "$_folder/runtime" || exit
if [ -n "$_class" ]; then _start="-cp \"\$app/$_jar:\$app/*\" $_class"; else _start="-jar \"\$app/$_jar\""; fi
# shellcheck disable=SC2016 # the script that is written finds itself
printf '#!/bin/sh\napp=$(cd "${0%%/*}" && pwd)/app\nexec "$app/../runtime/bin/java"%s %s "$@"\n' "$_options" "$_start" \
  > "$_folder/$_name.exe"
"$_real/chmod" 755 "$_folder/$_name.exe"
_note placeholder "jpackage: $_name.exe is a script for this machine"
