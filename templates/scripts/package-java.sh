# A folder with the program, its jar and a Java runtime of its own: users need no Java.
mkdir -p build/jar
cp "$JAR" build/jar/
jpackage --type app-image --dest build --name "$NAME" --input build/jar --main-jar "${JAR##*/}" \
  --java-options '-XX:+UseSerialGC' --java-options '-XX:TieredStopAtLevel=1'
