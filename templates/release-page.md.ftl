<#-- The page about the release. Every value comes from the plan: see ReleasePage. -->
[=comment(.node.header)]

# How [=.node.project] is released

[=.node.start] starts the release of [=.node.project]: archives for [=.node.platforms] on GitHub's releases page[=.node.alsoImage].

The release is defined in [=code(.node.config)]; the workflows and this page are generated from it.

## Releasing

<#if given(.node.commands)>
[=fence("sh", .node.commands)]

</#if>
The workflow then does the rest:

[=numbered(.node.steps)]

<#list .node.firstTime as access>
After the first release, check the settings of the package [=code(access.name)] in the GitHub Container Registry. The visibility under "Danger Zone" must be "Public", and under "Manage Actions access" the repository needs the role "Write":

- If an organization owns it: <[=access.organization]>
- If a user account owns it: <[=access.user]>

</#list>
<#list .node.callers as caller>
A tag that a workflow pushes with its own token starts no other workflow. The workflow that creates the tag therefore calls this one, at most once per run, because the artifacts of a run share their names. The caller must grant every permission that these jobs need:

[=fence("yaml", caller)]

</#list>
[=.node.tags] match [=code(.node.pattern)]. <#list .node.prerelease as tag>A tag with a prerelease part, such as [=code(tag)], </#list>[=.node.ofPrerelease]

A release tagged [=code(.node.tag)] has these files:

<#list .node.assets as asset>
- [=code(asset)]
</#list>

<#if given(.node.verification)>
To verify where they were built:

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

[=code(.node.workflow)] runs these jobs:

[=fence("mermaid", .node.graph)]

| job | runs on | waits for | does |
| --- | --- | --- | --- |
<#list .node.jobs as job>
| [=code(job.id)] | [=job.runsOn] | [=job.needs] | [=job.does] |
</#list>

## Builds

| platform | target | built on | how |
| --- | --- | --- | --- |
<#list .node.builds as build>
| [=code(build.platform)] | [=code(build.target)] | [=build.machine] | [=build.how] |
</#list>

<#list .node.settingsOfBuilds as setting>
- [=setting.words]: [=code(setting.value)]
</#list>

<#list .node.sourceRules as rule>
[=rule]

</#list>
<#list .node.images as image>
## Image[=image.variant]

[=code(image.name)], for [=image.platforms]. A release tagged [=code(image.tag)] pushes these tags:

<#list image.tags as tag>
- [=code(tag)]
</#list>

<#if given(image.moving)>
[=image.moving]
</#if>

The base image is [=code(image.base)]. The image contains the programs built for the release; nothing is compiled in the Dockerfile. Buildx sets `TARGETARCH`, which selects the programs for each platform:

[=fence("dockerfile", image.copies)]

The container runs as [=code(image.user)].

<#list image.libraries as library>
[=library]

</#list>
Another image copies the programs with `COPY --from=`, so it does not have to download an archive:

[=fence("dockerfile", image.usage)]

</#list>
## Permissions and settings

| job | permission | reason |
| --- | --- | --- |
<#list .node.permissions as permission>
| [=code(permission.job)] | [=code(permission.grant)] | [=permission.reason] |
</#list>

The workflow does not need "Read and write permissions" under "Workflow permissions": each job requests only the permissions listed above, so the read-only default is enough.

Settings to check by hand:

<#list .node.settings as setting>
- **[=setting.where]**: [=setting.what]. <[=setting.address]>
</#list>

If an organization owns the repository or the package, check its settings too:

<#list .node.ofOrganization as setting>
- **[=setting.where]**: [=setting.what]. <[=setting.address]>
</#list>

## Related files

| file | what it is |
| --- | --- |
<#list .node.files as file>
| [=code(file.path)] | [=file.does] |
</#list>
