<#-- The page about a plan: see PlanPage. Style and script are put into their empty elements, pictures in the place of their marks. -->
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="slipway [=.node.slipway]">
<title>[=.node.title]</title>
<style></style>
</head>
<body>
<a class="skip" href="#[=.node.sheets[0].id]">Skip to the plan</a>
<#if given(.node.several)>
<nav class="projects" aria-label="Projects">
<ul>
<#list .node.sheets as sheet>
<li><a href="#[=sheet.id]">[=sheet.place]</a></li>
</#list>
</ul>
</nav>
</#if>
<main>
<#list .node.sheets as sheet>
<article id="[=sheet.id]" class="sheet" aria-labelledby="[=sheet.id]-title" data-refused="<#list sheet.plan as plan>[=plan.answer.refused]</#list>" data-tables="<#list sheet.plan as plan>[=plan.tables]</#list>">
<header class="tag">
<p class="kicker">Release plan from [=sheet.place]</p>
<h1 id="[=sheet.id]-title">[=sheet.heading]</h1>
<#list sheet.plan as plan>
<div class="field">
<label for="[=sheet.id]-tag">Tag</label>
<input id="[=sheet.id]-tag" type="text" value="[=plan.answer.tag]" maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="[=sheet.id]-try">
</div>
<p class="try" id="[=sheet.id]-try">Type a tag to see what it would do, or try
<#list plan.suggestions as tag>
<button type="button" data-tag="[=tag]">[=tag]</button>
</#list>
</p>
<div class="verdict" role="status" aria-live="polite">
<p class="outcome" data-outcome>[=plan.answer.outcome]</p>
<p class="visibility made" data-visibility>[=plan.answer.visibility]</p>
<ul class="help refused" data-help>
<#list plan.answer.help as line>
<li>[=line]</li>
</#list>
</ul>
</div>
<dl class="facts">
<div><dt>Version</dt><dd data-version>[=plan.answer.version]</dd></div>
<div><dt>Kind</dt><dd data-kind><#if given(plan.answer.prerelease)>prerelease<#else>release</#if></dd></div>
<#if given(plan.patterns)>
<div><dt>Trigger</dt><dd><ul class="patterns">
<#list plan.patterns as pattern>
<li data-matches="<#if given(pattern.matches)>yes<#else>no</#if>"><code>[=pattern.text]</code></li>
</#list>
</ul></dd></div>
</#if>
</dl>
</#list>
<#if sheet.problem != "">
<p class="outcome">[=sheet.problem]</p>
</#if>
<nav class="contents" aria-label="Contents of [=sheet.heading]">
<ul>
<#if given(sheet.findings)>
<li><a href="#[=sheet.id]-findings">Findings <span class="count [=sheet.worst]">[=sheet.findings?size]</span></a></li>
</#if>
<#list sheet.plan as plan>
<li><a href="#[=sheet.id]-files">Files <span class="count" data-count="files">[=plan.answer.files?size]</span></a></li>
<#if given(plan.images)>
<li><a href="#[=sheet.id]-image">Image tags <span class="count" data-count="tags">[=plan.tagCount]</span></a></li>
</#if>
<#if given(plan.channels)>
<li><a href="#[=sheet.id]-channels">Packages <span class="count">[=plan.channels?size]</span></a></li>
</#if>
<li><a href="#[=sheet.id]-jobs">Jobs <span class="count">[=plan.jobs?size]</span></a></li>
<li><a href="#[=sheet.id]-access">Permissions and secrets</a></li>
<li><a href="#[=sheet.id]-settings">Settings <span class="count">[=plan.settings?size]</span></a></li>
</#list>
<#if given(sheet.files)>
<li><a href="#[=sheet.id]-sources">Sources <span class="count">[=sheet.files?size]</span></a></li>
</#if>
</ul>
</nav>
</header>
<div class="body">
<#if given(sheet.findings)>
<section id="[=sheet.id]-findings" aria-labelledby="[=sheet.id]-findings-title">
<h2 id="[=sheet.id]-findings-title">Findings</h2>
<ul class="findings">
<#list sheet.findings as note>
<li class="note [=note.severity]"><p><strong class="severity">[=note.severity]</strong> [=note.message]</p>
<#if note.help != "">
<p class="aid">[=note.help]</p>
</#if>
<p class="where"><#if note.link != ""><a href="#[=note.link]">[=note.place]</a><#else>[=note.place]</#if> <span class="rule">[=note.rule]</span></p></li>
</#list>
</ul>
</section>
</#if>
<#list sheet.plan as plan>
<section id="[=sheet.id]-files" aria-labelledby="[=sheet.id]-files-title">
<h2 id="[=sheet.id]-files-title">Files of the release</h2>
<p class="refused empty">No release, so no files.</p>
<div class="made">
<ul class="assets" data-files>
<#list plan.assets as asset>
<li<#if given(asset.checksum)> class="checksum"</#if>><code>[=asset.name]</code></li>
</#list>
</ul>
<p class="small">In each archive: [=plan.contents].</p>
<#list plan.remarks as remark>
<p class="small">[=remark]</p>
</#list>
</div>
</section>
<#if given(plan.images)>
<section id="[=sheet.id]-image" aria-labelledby="[=sheet.id]-image-title">
<h2 id="[=sheet.id]-image-title">Image</h2>
<p class="refused empty">No release, so no image.</p>
<div class="made images">
<#list plan.images as image>
<div class="image" data-image>
<#if image.title != "">
<h3>[=image.title]</h3>
</#if>
<p class="names">
<#list image.names as name>
<code>[=name]</code>
</#list>
</p>
<ul class="tags" data-tags>
<#list image.answer.tags as tag>
<li><code>[=tag.name]</code> <span class="small">[=tag.note]</span></li>
</#list>
</ul>
<p class="small" data-staying><#if given(image.answer.staying)>Not moved [=image.answer.why]: <#list image.answer.staying as name>[=name]<#sep>, </#sep></#list></#if></p>
<p class="small">For <#list image.platforms as platform>[=platform]<#sep>, </#sep></#list>; based on <code>[=image.base]</code>; runs as [=image.user].</p>
</div>
</#list>
<#list plan.differences as difference>
<p class="note warning">[=difference]</p>
</#list>
</div>
</section>
</#if>
<#if given(plan.channels)>
<section id="[=sheet.id]-channels" aria-labelledby="[=sheet.id]-channels-title">
<h2 id="[=sheet.id]-channels-title">Packages</h2>
<ul class="channels">
<#list plan.channels as channel>
<li data-job="[=channel.answer.id]" data-runs="[=channel.answer.runs]"><strong>[=channel.what]</strong> <code>[=channel.name]</code> <span class="small" data-note>[=channel.answer.note]</span></li>
</#list>
</ul>
</section>
</#if>
<section id="[=sheet.id]-jobs" aria-labelledby="[=sheet.id]-jobs-title">
<h2 id="[=sheet.id]-jobs-title">Jobs</h2>
<figure class="graph" tabindex="0" role="group" aria-label="The jobs as a picture; the list below says the same">
<!-- graph -->
</figure>
<ul class="jobs">
<#list plan.jobs as job>
<li class="job" data-job="[=job.answer.id]" data-runs="[=job.answer.runs]">
<h3><code>[=job.answer.id]</code></h3>
<#if job.does != "">
<p class="does">[=job.does]</p>
</#if>
<p class="runs" data-note>[=job.answer.note]</p>
<p class="small">On [=job.machine]<#if given(job.needs)>, after <#list job.needs as need>[=need]<#sep>, </#sep></#list></#if><#list job.environment as name>, approved in the environment <code>[=name]</code></#list>.</p>
<#if given(job.builds)>
<div class="scroll" tabindex="0" role="group" aria-label="Builds of [=job.answer.id]">
<table class="builds">
<thead><tr><th scope="col">Platform</th><th scope="col">Target</th><th scope="col">How</th></tr></thead>
<tbody>
<#list job.builds as build>
<tr><th scope="row">[=build.platform]</th><td><code>[=build.target]</code></td><td>[=build.how]</td></tr>
</#list>
</tbody>
</table>
</div>
</#if>
</li>
</#list>
</ul>
</section>
<section id="[=sheet.id]-access" aria-labelledby="[=sheet.id]-access-title">
<h2 id="[=sheet.id]-access-title">Permissions and secrets</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Permissions and secrets of each job">
<table class="access">
<thead><tr><th scope="col">Job</th>
<#list plan.access.scopes as scope>
<th scope="col">[=scope]</th>
</#list>
<th scope="col">Secrets</th></tr></thead>
<tbody>
<#list plan.access.rows as row>
<tr><th scope="row"><code>[=row.job]</code></th>
<#list row.levels as level>
<td class="[=level]">[=level]</td>
</#list>
<td><#list row.secrets as secret><code>[=secret]</code><#sep>, </#sep><#else>–</#list></td></tr>
</#list>
</tbody>
</table>
</div>
<details>
<summary>What each permission is for</summary>
<dl class="rights">
<#list plan.jobs as job>
<#if given(job.rights)>
<dt><code>[=job.answer.id]</code></dt>
<#list job.rights as right>
<dd><code>[=right.scope]: [=right.level]</code> [=right.reason]</dd>
</#list>
</#if>
</#list>
</dl>
</details>
<p class="small"><#if given(plan.secrets)>Secrets to set: <#list plan.secrets as secret><code>[=secret]</code><#sep>, </#sep></#list>.<#else>No secret to set: each job has its own token.</#if></p>
<#list plan.caller as caller>
<p class="small">A job that calls the workflow must grant <#list caller.grants as grant><code>[=grant]</code><#sep>, </#sep></#list><#if given(caller.secrets)>, and pass <#list caller.secrets as secret><code>[=secret]</code><#sep>, </#sep></#list></#if>.</p>
</#list>
</section>
<section id="[=sheet.id]-settings" aria-labelledby="[=sheet.id]-settings-title">
<h2 id="[=sheet.id]-settings-title">Settings on GitHub</h2>
<p class="small">Change these on GitHub: no file in the repository can. Those of an organization exist only if one owns the repository or the package.</p>
<dl class="settings">
<#list plan.settings as setting>
<dt><a href="[=setting.address]" rel="noreferrer">[=setting.where]</a></dt>
<dd>[=setting.what]</dd>
</#list>
</dl>
<#if given(plan.templates)>
<p class="small">Templates of the project: <#list plan.templates as template><code>[=template]</code><#sep>, </#sep></#list>. They may change the files of the release; <code>slipway rehearse</code> shows how.</p>
</#if>
</section>
</#list>
<#if given(sheet.files)>
<section id="[=sheet.id]-sources" aria-labelledby="[=sheet.id]-sources-title">
<h2 id="[=sheet.id]-sources-title">Config and generated files</h2>
<#list sheet.files as file>
<details class="file" id="[=file.id]"<#if given(file.open)> open</#if>>
<summary><code>[=file.path]</code> <span class="small">[=file.lineCount] lines<#if given(file.generated)>, generated</#if></span></summary>
<div class="scroll" tabindex="0" role="group" aria-label="Text of [=file.path]">
<ol class="code">
<#list file.lines as line>
<li id="[=line.id]" class="[=line.worst]"><code><#list line.pieces as piece><#if piece.kind == "plain">[=piece.text]<#else><span class="[=piece.kind]">[=piece.text]</span></#if></#list></code>
<#list line.notes as note>
<p class="note [=note.severity]"><strong class="severity">[=note.severity]</strong> [=note.message]<#if note.help != ""> <span class="aid">[=note.help]</span></#if></p>
</#list>
</li>
</#list>
</ol>
<#if file.more != "">
<p class="small">[=file.more]</p>
</#if>
</div>
</details>
</#list>
</section>
</#if>
</div>
</article>
</#list>
</main>
<footer><p>Created by slipway [=.node.slipway] with <code>slipway plan --format html</code>. This page loads nothing from the network.</p></footer>
<script></script>
</body>
</html>
