# The executable must start on the machine that compiled it.
mkdir -p build
cp "$EXECUTABLE" "$PROGRAM"
"$PROGRAM" --version < /dev/null
