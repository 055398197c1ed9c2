<#--
  A GitHub Actions workflow. The text is printed as it is, except for:
    [=x]       a value, quoted where YAML needs it; a record is printed by the macro of its name.
               A value that is absent takes its line with it.
    alone(x)   a value without its key if there is nothing else: "container: debian:bookworm".
    one(x)     a list, or its only item.
    bare(x)    an expression, without its marks where they can be left out.
    comment(x), remark(x)   for readers: above a line, after a value.
  Keys: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
-->
[=comment(.node.comment)]

name: [=.node.name]
description: [=.node.description]
run-name: [=.node.runName]

on:
<#list .node.on as trigger>
  [=trigger]
</#list>

permissions: [=.node.permissions]

cache-mode: [=.node.cacheMode]

env: [=.node.env]

defaults: [=.node.defaults]

concurrency: [=.node.concurrency]

jobs:
<#list .node.jobs as job>
  [=comment(job.comment)]
  [=job.id]: [=job]

</#list>

<#-- Triggers -->

<#macro Event>
[=.node.name]:[=remark(.node.remark)]
  [=.node.filters]
</#macro>

<#macro Schedule>
schedule: [=.node.times]
</#macro>

<#macro Cron>
cron: [=.node.cron]
timezone: [=.node.timezone]
</#macro>

<#macro WorkflowDispatch>
workflow_dispatch:
  inputs: [=.node.inputs]
</#macro>

<#macro WorkflowCall>
workflow_call:
  inputs: [=.node.inputs]
  secrets: [=.node.secrets]
  outputs: [=.node.outputs]
</#macro>

<#macro Input>
description: [=.node.description]
type: [=.node.type]
required: [=.node.required]
default: [=.node.fallback]
options: [=.node.options]
</#macro>

<#macro Secret>
description: [=.node.description]
required: [=.node.required]
</#macro>

<#macro Output>
description: [=.node.description]
value: [=.node.value]
</#macro>

<#-- Jobs -->

<#macro StepsJob>
name: [=.node.name]
needs: [=one(.node.neededIds)]
if: [=bare(.node.condition)]
runs-on: [=.node.runsOn]
container: [=.node.container]
services: [=.node.services]
permissions: [=.node.permissions]
cache-mode: [=.node.cacheMode]
environment: [=.node.environment]
concurrency: [=.node.concurrency]
timeout-minutes: [=.node.timeoutMinutes]
cancel-timeout-minutes: [=.node.cancelTimeoutMinutes]
continue-on-error: [=.node.continueOnError]
strategy: [=.node.strategy]
defaults: [=.node.defaults]
env: [=.node.env]
outputs: [=.node.outputs]
snapshot: [=.node.snapshot]
steps:
<#list .node.steps as step>
  [=comment(step.common.comment)]
  - [=step]

</#list>
</#macro>

<#macro CallJob>
name: [=.node.name]
needs: [=one(.node.neededIds)]
if: [=bare(.node.condition)]
permissions: [=.node.permissions]
cache-mode: [=.node.cacheMode]
concurrency: [=.node.concurrency]
strategy: [=.node.strategy]
uses: [=.node.workflow]
with: [=.node.inputs]
secrets: [=.node.secrets]
<#if .node.inheritSecrets>
secrets: inherit
</#if>
</#macro>

<#macro RunsOn>
group: [=.node.group]
labels: [=alone(one(.node.labels))]
</#macro>

<#macro Container>
image: [=alone(.node.image)][=remark(.node.remark)]
credentials: [=.node.credentials]
env: [=.node.env]
ports: [=.node.ports]
volumes: [=.node.volumes]
options: [=.node.options]
</#macro>

<#macro Credentials>
username: [=.node.username]
password: [=.node.password]
</#macro>

<#macro Service>
[=.node.container]
entrypoint: [=.node.entrypoint]
command: [=.node.command]
</#macro>

<#macro Permissions>
<#list .node.grants as grant>
[=grant.scope.name]: [=grant.level][=remark(grant.reason)]
</#list>
[=alone(.node.shorthand)]
</#macro>

<#macro Environment>
name: [=alone(.node.name)]
url: [=.node.url]
deployment: [=.node.deployment]
</#macro>

<#macro Concurrency>
group: [=alone(.node.group)]
cancel-in-progress: [=.node.cancelInProgress]
queue: [=.node.queue]
</#macro>

<#macro Strategy>
fail-fast: [=.node.failFast]
max-parallel: [=.node.maxParallel]
matrix: [=.node.matrix]
</#macro>

<#macro Matrix>
[=alone(.node.dynamic)]
[=.node.axes]
[=.node.computed]
include: [=.node.include]
exclude: [=.node.exclude]
</#macro>

<#macro Defaults>
run:
  shell: [=.node.shell]
  working-directory: [=.node.workingDirectory]
</#macro>

<#macro Snapshot>
image-name: [=alone(.node.imageName)]
version: [=.node.version]
if: [=bare(.node.condition)]
</#macro>

<#-- Steps -->

<#macro Common>
name: [=.node.name]
id: [=.node.id]
if: [=bare(.node.condition)]
continue-on-error: [=.node.continueOnError]
timeout-minutes: [=.node.timeoutMinutes]
background: [=.node.background]
</#macro>

<#macro Uses>
[=.node.common]
uses: [=.node.action]
with: [=.node.inputs]
env: [=.node.common.env]
</#macro>

<#macro ActionRef>
[=alone(.node.source)][=remark(.node.version)]
</#macro>

<#macro Run>
[=.node.common]
shell: [=.node.shell]
working-directory: [=.node.workingDirectory]
env: [=.node.common.env]
run: [=.node.script]
</#macro>

<#macro Wait>
[=.node.common]
wait: [=one(.node.steps)]
</#macro>

<#macro WaitAll>
[=.node.common]
wait-all: true
</#macro>

<#macro Cancel>
[=.node.common]
cancel: [=.node.step]
</#macro>

<#macro Parallel>
[=.node.common]
parallel:
<#list .node.steps as step>
  [=comment(step.common.comment)]
  - [=step]

</#list>
</#macro>
