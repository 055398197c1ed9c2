# The executable must print the same bytes to stdout as the jar, and end with the same exit code.
# stderr is not compared, because a JVM prints its own warnings there.
mkdir -p build
cp "$EXECUTABLE" "$PROGRAM"
answer() {
  code=0
  "$@" --version || code=$?
  echo "exit code $code"
}
answer java -jar "$JAR" > target/answer-of-jar.txt
answer "$PROGRAM" > target/answer-of-executable.txt
cat target/answer-of-executable.txt
cmp target/answer-of-jar.txt target/answer-of-executable.txt
