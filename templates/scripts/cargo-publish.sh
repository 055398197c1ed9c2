# What an earlier attempt has published stays as it is.
publish() {
  cargo publish --no-verify "$@" 2>&1 | tee "$RUNNER_TEMP/publish.log" ||
    grep -Eq 'already exists on|is already uploaded' "$RUNNER_TEMP/publish.log"
}
