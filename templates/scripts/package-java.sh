# The program's jar, a launcher and a Java runtime go into one folder, so users need no Java.
input=build/jar
mkdir -p "$input"
cp "$JAR" "$input/$NAME.jar"
path=\$APP_HOME/lib/$NAME.jar
class= # the manifest of the jar has it
options=$(printf '%s\n' -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
