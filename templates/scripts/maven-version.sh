mvn --batch-mode --quiet --non-recursive org.apache.maven.plugins:maven-help-plugin:3.5.1:evaluate \
  -Dexpression=project.version -DforceStdout
