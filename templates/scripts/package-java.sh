# Users get a folder with the program's jar, a launcher and a Java runtime of its own: they need no Java.
input=build/jar
mkdir -p "$input"
cp "$JAR" "$input/$NAME.jar"
path=\$APP_HOME/lib/$NAME.jar
class= # the jar says it
options=$(printf '%s\n' -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
