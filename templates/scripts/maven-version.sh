mvn --batch-mode --quiet --non-recursive org.apache.maven.plugins:maven-help-plugin:3.5.1:evaluate \
  -Dexpression=project.version -Doutput="$RUNNER_TEMP/version" >&2 # its output may contain colors
cat "$RUNNER_TEMP/version"
