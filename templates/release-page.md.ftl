<#-- The page about the release. Every value comes from the plan: see ReleasePage. -->
[=comment(.node.header)]

# How [=.node.project] is released

[=.node.start] releases [=.node.project]: archives for [=.node.platforms], on GitHub's releases page[=.node.alsoImage]. What a release is stands in [=code(.node.config)]; the workflows and this page are generated from it.

## Releasing

<#if given(.node.commands)>
[=fence("sh", .node.commands)]

</#if>
<#list .node.callers as caller>
A tag that a workflow makes with its own token starts no workflow, so the workflow that makes it calls this one; once in a run, for all artifacts of a run share their names. No job here may do more than the caller grants:

[=fence("yaml", caller)]

</#list>
[=.node.tags] look like [=code(.node.pattern)]. A tag with a prerelease part, such as [=code(.node.prerelease)], makes a prerelease: it is marked as one, and nothing that people get by default moves.

The release of [=code(.node.tag)] has these files:

<#list .node.assets as asset>
- [=code(asset)]
</#list>

<#if given(.node.verification)>
Where they are from:

[=fence("sh", .node.verification)]

</#if>

<#if given(.node.ways)>
## Installing

<#list .node.ways as way>
[=way.words]:

[=fence("sh", way.command)]

</#list>
</#if>

## Workflow

[=fence("mermaid", .node.graph)]

| job | runs on | waits for | does |
| --- | --- | --- | --- |
<#list .node.jobs as job>
| [=code(job.id)] | [=job.runsOn] | [=job.needs] | [=job.does] |
</#list>

## Builds

| platform | target | how |
| --- | --- | --- |
<#list .node.builds as build>
| [=code(build.platform)] | [=code(build.target)] | [=build.how] |
</#list>

<#list .node.settingsOfBuilds as setting>
- [=setting.words]: [=code(setting.value)]
</#list>

<#list .node.images as image>
## Image[=image.variant]

[=code(image.name)], for [=image.platforms]. The release of [=code(image.tag)] has these tags:

<#list image.tags as tag>
- [=code(tag)]
</#list>

<#if given(image.moving)>
[=image.moving]
</#if>

The image is built on [=code(image.base)][=image.builtIn]. It takes the programs that the archives hold: nothing is compiled in it. The folder of each architecture comes by a build context of its own:

[=fence("dockerfile", image.copies)]

It runs as [=code(image.user)]. In another image, take the program from it:

[=fence("dockerfile", image.usage)]

</#list>
## Permissions and settings

| job | may | because |
| --- | --- | --- |
<#list .node.permissions as permission>
| [=code(permission.job)] | [=code(permission.grant)] | [=permission.reason] |
</#list>

What no file can set:

<#list .node.settings as setting>
- **[=setting.where]**: [=setting.what]. <[=setting.address]>
</#list>

## Files

| file | what it is |
| --- | --- |
<#list .node.files as file>
| [=code(file.path)] | [=file.does] |
</#list>
