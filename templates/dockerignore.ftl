[=comment(.node.comment)]

<#list .node.patterns as pattern>
[=pattern]
</#list>
