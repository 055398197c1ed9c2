# Searches for the jar, because its name contains the version. Ignores jars for developers.
found=$(compgen -G "$JAR" | grep -vE -e '-(sources|javadoc|tests|plain)\.jar$|_proguard_base\.jar$' || true)
if [[ -z $found || $found == *$'\n'* ]]; then
  echo "::error::expected one file '$JAR', found: ${found//$'\n'/, }"
  exit 1
fi
JAR=$found
