mkdir -p dist
created=$(TZ=UTC git log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd)
jq --arg created "$created" '
  def component(type): {type: type, "bom-ref": .id, name, version}
    + (if .license == "" then {} else {licenses: [{expression: .license}]} end)
    + (if .purl == "" then {} else {purl} end);
  .root as $root
  | {
      bomFormat: "CycloneDX",
      specVersion: "1.5",
      version: 1,
      metadata: {
        timestamp: $created,
        component: (.components[] | select(.id == $root) | component("application")),
        properties: [{name: "address", value: env.NAMESPACE}]
      },
      components: [.components[] | select(.id != $root) | component("library")],
      dependencies: [.components[] | {ref: .id, dependsOn: .needs}]
    }
' components.json > "dist/$SBOM"
