[=comment(.node.header)]
# yaml-language-server: $schema=https://aka.ms/winget-manifest.version.1.10.0.schema.json

PackageIdentifier: [=.node.id]
PackageVersion: [=.node.version]
DefaultLocale: en-US
ManifestType: version
ManifestVersion: 1.10.0
