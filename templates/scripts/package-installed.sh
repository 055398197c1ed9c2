# Users get a folder with the program's jars, a launcher and a Java runtime of its own: they need no Java.
# The start script that Gradle wrote says the class path, the main class and the options.
for script in "$INSTALLED/bin/$NAME" "$INSTALLED/bin/${INSTALLED##*/}" "$INSTALLED"/bin/*; do
  if [[ -f $script && $script != *.bat ]]; then break; fi
done
if [[ ! -f $script ]]; then
  echo "::error::no start script in '$INSTALLED/bin': the task has to make that folder, as 'installDist' does"
  exit 1
fi
path=$(sed -n 's/^CLASSPATH=//p' "$script")
class=$(tr '\n' ' ' < "$script" | grep -oE -e '-classpath "[^ ]*CLASSPATH[^ ]*" [\\ ]*[A-Za-z_][A-Za-z0-9_.$]*' || true)
if [[ $path != *.jar* || -z $class ]]; then
  echo "::error::$script names no class path or no main class: write 'gradle.jar' for a jar that holds everything"
  exit 1
fi
input=$INSTALLED/lib
class=${class##*[\\ ]}
own=$(sed -n "s/^DEFAULT_JVM_OPTS='\(.*\)'\$/\1/p" "$script" | xargs -n 1)
options=-XX:TieredStopAtLevel=1
if [[ $own != *-XX:+Use*GC* ]]; then options=$(printf '%s\n' -XX:+UseSerialGC "$options"); fi
if [[ -n $own ]]; then options=$(printf '%s\n' "$options" "$own"); fi
