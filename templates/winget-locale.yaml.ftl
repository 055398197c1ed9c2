[=comment(.node.header)]
# yaml-language-server: $schema=https://aka.ms/winget-manifest.defaultLocale.1.10.0.schema.json

PackageIdentifier: [=.node.id]
PackageVersion: [=.node.version]
PackageLocale: en-US
Publisher: [=.node.publisher]
PackageName: [=.node.name]
PackageUrl: [=.node.homepage]
License: [=.node.license]
ShortDescription: [=.node.description]
ReleaseNotesUrl: [=.node.notes]
ManifestType: defaultLocale
ManifestVersion: 1.10.0
