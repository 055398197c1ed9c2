python3 -m venv "$RUNNER_TEMP/zig"
"$RUNNER_TEMP/zig/bin/pip" install --quiet "cargo-zigbuild==$CARGO_ZIGBUILD" "ziglang==$ZIG"
echo "$RUNNER_TEMP/zig/bin" >> "$GITHUB_PATH"
