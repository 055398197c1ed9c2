<#-- A Dockerfile: [=x] is a word of it; exec(x) a program in JSON, shell(x) commands, quoted(x) a value, given(x) whether there is one. https://docs.docker.com/reference/dockerfile/ -->
# syntax=docker/dockerfile:1

[=comment(.node.comment)]

<#list .node.stages as stage>
[=comment(stage.comment)]
[=stage]

</#list>
<#macro Stage>
FROM <#if given(.node.platform)>--platform=[=.node.platform] </#if>[=.node.image]<#if given(.node.name)> AS [=.node.name]</#if>
<#list .node.instructions as instruction>
[=comment(instruction.comment)]
[=instruction]
</#list>
</#macro>

<#macro Arg>
ARG [=.node.name]
</#macro>

<#macro Copy>
COPY --from=[=.node.from] <#if given(.node.chmod)>--chmod=[=.node.chmod] </#if><#if given(.node.chown)>--chown=[=.node.chown] </#if>[=.node.sources] [=.node.destination]
</#macro>

<#macro CopyFile>
COPY [=.node.source] [=.node.destination]
</#macro>

<#macro Run>
RUN [=shell(.node.commands)]
</#macro>

<#macro Env>
ENV [=.node.name]=[=quoted(.node.value)]
</#macro>

<#macro Expose>
EXPOSE [=.node.port]
</#macro>

<#macro User>
USER [=.node.user]
</#macro>

<#macro Workdir>
WORKDIR [=.node.folder]
</#macro>

<#macro Entrypoint>
ENTRYPOINT [=exec(.node.command)]
</#macro>

<#macro Cmd>
CMD [=exec(.node.arguments)]
</#macro>
