# A folder with the program, its jars and a Java runtime of its own: users need no Java.
# The start script that Gradle wrote says the class path, the main class and the options.
for start in "$INSTALLED/bin/$NAME" "$INSTALLED/bin/${INSTALLED##*/}" "$INSTALLED"/bin/*; do
  if [[ -f $start && $start != *.bat ]]; then break; fi
done
if [[ ! -f $start ]]; then
  echo "::error::no start script in '$INSTALLED/bin': the task has to make that folder, as 'installDist' does"
  exit 1
fi
jar=$(sed -n 's/^CLASSPATH=//p' "$start")
jar=${jar%%:*}
main=$(tr '\n' ' ' < "$start" | grep -oE -e '-classpath "[^ ]*CLASSPATH[^ ]*" [\\ ]*[A-Za-z_][A-Za-z0-9_.$]*' || true)
if [[ $jar != *.jar* || -z $main ]]; then
  echo "::error::$start names no class path or no main class: write 'gradle.jar' for a jar that holds everything"
  exit 1
fi
options=$(sed -n "s/^DEFAULT_JVM_OPTS='\(.*\)'\$/\1/p" "$start")
java=()
if [[ $options != *-XX:+Use*GC* ]]; then java+=(--java-options '-XX:+UseSerialGC'); fi
java+=(--java-options '-XX:TieredStopAtLevel=1')
while IFS= read -r option; do
  option=${option//\$APP_HOME\/lib/\$APPDIR}
  if [[ $option == *' '* ]]; then option="\"$option\""; fi
  if [[ -n $option ]]; then java+=(--java-options "$option"); fi
done < <(xargs -n 1 <<< "$options")
jpackage --type app-image --dest build --name "$NAME" --input "$INSTALLED/lib" \
  --main-jar "${jar##*/}" --main-class "${main##*[\\ ]}" "${java[@]}"
