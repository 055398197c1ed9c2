[=comment(.node.header)]
# yaml-language-server: $schema=https://aka.ms/winget-manifest.installer.1.10.0.schema.json

PackageIdentifier: [=.node.id]
PackageVersion: [=.node.version]
<#if given(.node.zip)>
InstallerType: zip
NestedInstallerType: portable
<#if given(.node.whole)>
ArchiveBinariesDependOnPath: true
</#if>
<#else>
InstallerType: portable
Commands:
  - [=.node.command]
</#if>
Installers:
<#list .node.choices as choice>
  - Architecture: [=choice.processor]
    InstallerUrl: [=choice.url]
    InstallerSha256: [=choice.checksum]
<#if given(choice.programs)>
    NestedInstallerFiles:
<#list choice.programs as program>
      - RelativeFilePath: [=program.path]
        PortableCommandAlias: [=program.command]
</#list>
</#if>
</#list>
ManifestType: installer
ManifestVersion: 1.10.0
