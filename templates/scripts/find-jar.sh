# The name of the jar holds the version, so it is looked for; those for developers are left out.
found=$(compgen -G "$JAR" | grep -vE -e '-(sources|javadoc|tests|plain)\.jar$' || true)
if [[ -z $found || $found == *$'\n'* ]]; then
  echo "::error::expected one file '$JAR', found: ${found//$'\n'/, }"
  exit 1
fi
JAR=$found
