mvn --batch-mode --quiet --non-recursive org.apache.maven.plugins:maven-dependency-plugin:3.9.0:tree \
  -Dscope=runtime -DoutputType=json -DoutputFile="$PWD/tree.json"
jq '
  def id: "\(.groupId):\(.artifactId):\(.version)";
  {
    root: id,
    components: ([recurse(.children[]?) | {
      id: id,
      name: "\(.groupId):\(.artifactId)",
      version,
      license: "",
      purl: "pkg:maven/\(.groupId)/\(.artifactId)@\(.version)",
      needs: [.children[]? | id]
    }] | group_by(.id) | map(.[0] + {needs: (map(.needs[]) | unique)}))
  }
' tree.json > components.json
