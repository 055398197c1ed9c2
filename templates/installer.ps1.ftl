[=comment(.node.header)]

# Installs [=.node.project] for one user. In each release, this file has the tag and the checksums of the archives
# instead of @...@. It verifies the checksum of an archive before it unpacks it, and needs no administrator.
#
#   powershell -ExecutionPolicy Bypass -File [=.node.asset] [-To FOLDER] [-From ADDRESS]

param(
    [string] $To = (Join-Path $env:LOCALAPPDATA 'Programs\[=.node.project]'),
    [string] $From = '[=.node.downloads]'
)

# In its own scope, so that no setting remains if the text of this file is run in a session.
& {
    $ErrorActionPreference = 'Stop'
    $ProgressPreference = 'SilentlyContinue'

    $choices = @(
<#list .node.choices as choice>
        [PSCustomObject] @{ Processor = '[=choice.arch]'; Archive = '[=choice.archive]'; Sum = '@SHA256:[=choice.archive]@' }
</#list>
    )

    # The processors whose programs run on this system, the best first.
    $machine = if ($env:PROCESSOR_ARCHITEW6432) { $env:PROCESSOR_ARCHITEW6432 } else { $env:PROCESSOR_ARCHITECTURE }
    $processors = switch ($machine) {
        'ARM64' { 'arm64', 'amd64', 'i686' }
        'AMD64' { 'amd64', 'i686' }
        default { 'i686' }
    }
    $choice = $processors | ForEach-Object { $name = $_; $choices | Where-Object { $_.Processor -eq $name } } | Select-Object -First 1
    if (-not $choice) {
        throw "[=.node.asset]: no program for Windows on $machine; see [=.node.page]"
    }

<#if given(.node.programs)>
    # Windows can rename a running program, but not overwrite it. The next run removes the renamed file.
    function Install-Program([string] $name) {
        $program = Join-Path $To $name
        Copy-Item -LiteralPath (Join-Path $files $name) -Destination "$program.new" -Force
        Get-ChildItem -LiteralPath $To -Filter "$name.*.old" | Remove-Item -Force -ErrorAction SilentlyContinue
        if (Test-Path -LiteralPath $program) {
            Move-Item -LiteralPath $program -Destination "$program.$([IO.Path]::GetRandomFileName()).old"
        }
        Move-Item -LiteralPath "$program.new" -Destination $program
    }

</#if>
    $temporary = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
    New-Item -ItemType Directory -Path $temporary | Out-Null
    try {
        $archive = Join-Path $temporary $choice.Archive
        [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
        Write-Output "downloading $From/$($choice.Archive)"
        Invoke-WebRequest -UseBasicParsing -Uri "$From/$($choice.Archive)" -OutFile $archive
        if ((Get-FileHash -Algorithm SHA256 -LiteralPath $archive).Hash -ne $choice.Sum) {
            throw "[=.node.asset]: the checksum of $($choice.Archive) does not match the release: nothing was installed"
        }

        $files = Join-Path $temporary 'files'
<#if given(.node.raw)>
        New-Item -ItemType Directory -Path $files | Out-Null
        Move-Item -LiteralPath $archive -Destination (Join-Path $files '[=.node.raw]')
<#else>
        Expand-Archive -LiteralPath $archive -DestinationPath $files
</#if>
<#if given(.node.folder)>
        $files = (Get-ChildItem -LiteralPath $files -Directory).FullName
</#if>
        New-Item -ItemType Directory -Path $To -Force | Out-Null
<#list .node.programs as program>
        Install-Program '[=program]'
</#list>
<#list .node.trees as tree>
        # Replaces a folder only if it is empty or has the program, and only when the new one is complete.
        if ((Get-ChildItem -LiteralPath $To) -and -not (Test-Path -LiteralPath (Join-Path $To '[=tree.inside]/[=tree.file]'))) {
            throw "[=.node.asset]: $To contains something else: remove it, or choose another folder with -To"
        }
        "$To.new", "$To.old" | Where-Object { Test-Path -LiteralPath $_ } |
            ForEach-Object { Remove-Item -LiteralPath $_ -Recurse -Force }
        Copy-Item -LiteralPath (Join-Path $files '[=tree.entry]') -Destination "$To.new" -Recurse
        try {
            Move-Item -LiteralPath $To -Destination "$To.old"
        }
        catch {
            throw "[=.node.asset]: cannot replace $To; if [=tree.command] is running, quit it first: $_"
        }
        Move-Item -LiteralPath "$To.new" -Destination $To
        Remove-Item -LiteralPath "$To.old" -Recurse -Force
</#list>
    }
    finally {
        Remove-Item -LiteralPath $temporary -Recurse -Force
    }

    Write-Output "installed [=.node.project] @TAG@ in $To"
<#list .node.trees as tree>
    $To = Join-Path $To '[=tree.inside]'
</#list>
    if (($env:PATH -split ';') -notcontains $To) {
        Write-Output "to run it by its name, add $To to the Path of your account"
    }
}
