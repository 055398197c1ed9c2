{
  echo '```'
  cargo llvm-cov report --summary-only
  echo '```'
} >> "$GITHUB_STEP_SUMMARY"
