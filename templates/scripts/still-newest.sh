# All versions except this one, because another job may create its tag in the meantime.
others() {
  git -C "$1" tag --list "${TAG_PREFIX}[0-9]*" | grep -vFx -e "$TAG" || true
}
if [[ "$(others now)" != "$(others .)" ]]; then
  echo "::error::another version was released while this job ran: run the job again"
  exit 1
fi
