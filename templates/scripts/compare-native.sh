# In each run, the executable must print the same bytes to stdout as the jar, and end with the same exit code.
# stderr is not compared, because a JVM prints its own warnings there.
mkdir -p build
cp "$EXECUTABLE" "$PROGRAM"
answers() {
  local run arguments code
  while IFS= read -r run; do
    IFS=' ' read -r -a arguments <<< "$run"
    code=0
    "$@" "${arguments[@]}" < /dev/null || code=$?
    echo "exit code $code: $run"
  done <<< "$RUNS"
}
answers java -jar "$JAR" > target/answers-of-jar.txt
answers "$PROGRAM" > target/answers-of-executable.txt
if ! diff --text target/answers-of-jar.txt target/answers-of-executable.txt; then
  echo "::error::the executable and the jar differ: '<' is a line of the jar, '>' one of the executable"
  exit 1
fi
grep --text '^exit code ' target/answers-of-executable.txt
