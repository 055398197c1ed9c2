# The program's jars, a launcher and a Java runtime go into one folder, so users need no Java.
# The class path, the main class and the options come from the start script that Gradle wrote.
for script in "$INSTALLED/bin/$NAME" "$INSTALLED/bin/${INSTALLED##*/}" "$INSTALLED"/bin/*; do
  if [[ -f $script && $script != *.bat ]]; then break; fi
done
if [[ ! -f $script ]]; then
  echo "::error::no start script in '$INSTALLED/bin': the task must create that folder, as 'installDist' does"
  exit 1
fi
path=$(sed -n 's/^CLASSPATH=//p' "$script")
class=$(tr '\n' ' ' < "$script" | grep -oE -e '-classpath "[^ ]*CLASSPATH[^ ]*" [\\ ]*[A-Za-z_][A-Za-z0-9_.$]*' || true)
if [[ $path != *.jar* || -z $class ]]; then
  echo "::error::found no class path or no main class in $script: if one jar contains everything, set 'gradle.jar'"
  exit 1
fi
input=$INSTALLED/lib
class=${class##*[\\ ]}
own=$(sed -n "s/^DEFAULT_JVM_OPTS='\(.*\)'\$/\1/p" "$script" | xargs -n 1)
options=-XX:TieredStopAtLevel=1
if [[ $own != *-XX:+Use*GC* ]]; then options=$(printf '%s\n' -XX:+UseSerialGC "$options"); fi
if [[ -n $own ]]; then options=$(printf '%s\n' "$options" "$own"); fi
