# The executable must print the same bytes as the jar, and end with the same exit code.
mkdir -p build
cp "$EXECUTABLE" "$PROGRAM"
answer() {
  code=0
  "$@" --version || code=$?
  echo "exit code $code"
}
answer java -jar "$JAR" > target/answer-of-jar.txt 2>&1
answer "$PROGRAM" > target/answer-of-executable.txt 2>&1
cat target/answer-of-executable.txt
cmp target/answer-of-jar.txt target/answer-of-executable.txt
