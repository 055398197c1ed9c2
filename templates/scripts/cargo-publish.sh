# Succeeds if an earlier attempt has published the package.
publish() {
  cargo publish --no-verify "$@" 2>&1 | tee "$RUNNER_TEMP/publish.log" ||
    grep -Eq 'already exists on|is already uploaded' "$RUNNER_TEMP/publish.log"
}
