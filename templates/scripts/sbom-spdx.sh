mkdir -p dist
created=$(TZ=UTC git log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd)
jq --arg created "$created" '
  .root as $root
  | (.components | to_entries | map({key: .value.id, value: "SPDXRef-Package-\(.key)"}) | from_entries) as $ref
  | {
      spdxVersion: "SPDX-2.3",
      dataLicense: "CC0-1.0",
      SPDXID: "SPDXRef-DOCUMENT",
      name: env.SBOM,
      documentNamespace: env.NAMESPACE,
      creationInfo: {created: $created, creators: ["Tool: slipway"]},
      packages: [.components[] | {
        SPDXID: $ref[.id],
        name,
        versionInfo: .version,
        downloadLocation: "NOASSERTION",
        filesAnalyzed: false,
        licenseConcluded: "NOASSERTION",
        licenseDeclared: (if .license == "" then "NOASSERTION" else .license end),
        copyrightText: "NOASSERTION"
      } + if .purl == "" then {} else {
        externalRefs: [{referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: .purl}]
      } end],
      relationships: [
        {spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES", relatedSpdxElement: $ref[$root]},
        (.components[] | .id as $id | .needs[]
          | {spdxElementId: $ref[$id], relationshipType: "DEPENDS_ON", relatedSpdxElement: $ref[.]})
      ]
    }
' components.json > "dist/$SBOM"
