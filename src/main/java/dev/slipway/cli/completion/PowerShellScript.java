package dev.slipway.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For PowerShell, on every system. */
record PowerShellScript(String program, List<Words> words) {
    private static final String FRAME = """
            # PowerShell completion for @program@
            # To try it: @program@ completion powershell | Out-String | Invoke-Expression
            # To keep it, add that line to the file that $PROFILE names

            Register-ArgumentCompleter -Native -CommandName @program@ -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                # command, option ('' for parameters), what follows it ('' for nothing), description
                $rows = @(
            @rows@
                )
                $commands = @(@commands@)
                $taking = @(@taking@)
                $command = ''
                $folder = '.'
                $option = ''
                $given = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
                if ($wordToComplete -ne '' -and $given.Count -gt 0) {
                    $given = @($given | Select-Object -SkipLast 1)
                }
                foreach ($word in $given) {
                    if ($option -cne '') {
                        if ($option -ceq '-C' -or $option -ceq '--directory') { $folder = $word }
                        $option = ''
                    } elseif ($word -clike '--directory=*') {
                        $folder = $word.Substring('--directory='.Length)
                    } elseif ($taking -ccontains $word) {
                        $option = $word
                    } elseif ($command -ceq '' -and $commands -ccontains $word) {
                        $command = $word
                    }
                }
                $prefix = ''
                $current = $wordToComplete
                if ($option -ceq '' -and $current -clike '--*=*') {
                    $option = $current.Substring(0, $current.IndexOf('='))
                    $prefix = $option + '='
                    $current = $current.Substring($prefix.Length)
                }
                $own = @($rows | Where-Object { $_[0] -ceq $command })
                if ($command -cne '' -and @(@alone@) -cnotcontains $command) {
                    $own += @($rows | Where-Object { $_[0] -ceq '' -and $_[1] -cne '' })
                }
                if ($option -ceq '' -and $current.StartsWith('-')) {
                    $own | Where-Object { $_[1] -cne '' -and $_[1].StartsWith($current) } | ForEach-Object {
                        [System.Management.Automation.CompletionResult]::new($_[1], $_[1], 'ParameterName', $_[3])
                    }
                    return
                }
                if ($option -ceq '-C' -or $option -ceq '--directory') { $folder = '.' }
                $row = $own | Where-Object { $_[1] -ceq $option } | Select-Object -First 1
                if (-not $row) { return }
                if ($row[2].StartsWith('<')) {
                    $parent = $current -replace '[^/\\\\]*$', ''
                    $leaf = $current.Substring($parent.Length)
                    $place = if ([IO.Path]::IsPathRooted($parent)) { $parent } else { Join-Path $folder $parent }
                    $found = @()
                    if ($row[2] -ceq '<workflows>' -and $current -ceq '') {
                        $found += @(Get-ChildItem -File -Path (Join-Path $folder '.github/workflows/*.y*ml') -ErrorAction Ignore |
                            ForEach-Object { '.github/workflows/' + $_.Name })
                    }
                    if ($found.Count -eq 0) {
                        $found += @(Get-ChildItem -LiteralPath $place -ErrorAction Ignore |
                            Where-Object { $_.Name.StartsWith($leaf) -and ($_.PSIsContainer -or $row[2] -cne '<folders>') } |
                            ForEach-Object { $parent + $_.Name })
                    }
                    $found | ForEach-Object {
                        $shown = if ($_ -match '[^A-Za-z0-9._/\\\\:~+@-]') { "'" + $_.Replace("'", "''") + "'" } else { $_ }
                        [System.Management.Automation.CompletionResult]::new($prefix + $shown, $_, 'ParameterValue', $_)
                    }
                    return
                }
                $row[2].Split(' ') | Where-Object { $_ -cne '' -and $_.StartsWith($current) } | ForEach-Object {
                    $word = $_
                    $about = $rows | Where-Object { $_[0] -ceq $word -and $_[1] -ceq '' } | Select-Object -First 1
                    $text = if ($command -ceq '' -and $about) { $about[3] } else { $word }
                    [System.Management.Automation.CompletionResult]::new($prefix + $word, $word, 'ParameterValue', $text)
                }
            }
            """;

    String text() {
        return FRAME.replace("@rows@", words.stream().flatMap(this::rows).collect(Collectors.joining(",\n")))
                .replace(
                        "@commands@",
                        Words.commands(words).stream()
                                .map(command -> quoted(command.name()))
                                .collect(Collectors.joining(", ")))
                .replace(
                        "@taking@",
                        Words.taking(words).stream()
                                .map(PowerShellScript::quoted)
                                .collect(Collectors.joining(", ")))
                .replace(
                        "@alone@",
                        Words.alone(words).stream()
                                .map(PowerShellScript::quoted)
                                .collect(Collectors.joining(", ")))
                .replace("@program@", program);
    }

    private Stream<String> rows(Words command) {
        Stream<String> options = command.options().stream()
                .flatMap(option -> option.names().stream()
                        .map(name -> row(
                                command.name(),
                                name,
                                option.value().map(PowerShellScript::value).orElse(""),
                                option.description())));
        String parameter = command.parameter().map(PowerShellScript::value).orElse("");
        return Stream.concat(Stream.of(row(command.name(), "", parameter, command.description())), options);
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(PowerShellScript::quoted).collect(Collectors.joining(", ", "        @(", ")"));
    }

    private static String value(Values values) {
        return switch (values.kind()) {
            case WORDS -> String.join(" ", values.words());
            case FILES -> "<files>";
            case FOLDERS -> "<folders>";
            case WORKFLOWS -> "<workflows>";
            case UNKNOWN -> "";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
