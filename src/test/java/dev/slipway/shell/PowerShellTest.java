package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.powershell.PowerShell;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script of Windows yields the same facts as one of another system. */
class PowerShellTest {
    private static final Map<String, String> VARIABLES = Map.of(
            "TARGET", "x86_64-pc-windows-msvc",
            "GITHUB_REF", "refs/tags/{tag}",
            "GITHUB_REF_NAME", "{tag}",
            "RUNNER_OS", "Windows",
            "RUNNER_ARCH", "X64");

    private static final Map<String, String> FILES = Map.of(
            "tools/pack.ps1", """
                    param([Parameter(Mandatory)][string]$Triple, [string]$Name = 'kelp', [switch]$Quiet)
                    $Archive = "$Name-$Triple.zip"
                    7z a -tzip $Archive "$Name.exe"
                    """,
            "tools/root.ps1", "$to = \"$PSScriptRoot\\kelp.zip\"\nPush-Location elsewhere\nzip $to\n",
            "tools/plain.ps1", "$Which = $args[0]\nCompress-Archive dist/* ($Which + \".zip\")\n",
            "tools/version.ps1", """
                    $Version = (Get-Content -Path Cargo.toml | Select-String -Pattern '^version = "(.*)"' |
                        ForEach-Object { $_.Matches.Groups[1].Value })
                    Write-Output $Version
                    """);

    private final Tree tree = new Tree("", Map.of());
    private final Shell shell = new Shell(VARIABLES, path -> Optional.ofNullable(FILES.get(path)), "", tree);

    private static String asShell(String script) {
        return PowerShell.asShell(script, Symbols.all());
    }

    private List<String> commands(String script) {
        shell.run(asShell(script));
        return shell.commands().stream().map(Command::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '§',
            value = {
                "$a = 'x'; zip \"kelp-$a.zip\" => zip kelp-x.zip",
                "zip kelp-$env:TARGET.zip a => zip kelp-x86_64-pc-windows-msvc.zip a",
                "cargo build -F one,two --locked => cargo build -F one,two --locked",
                "cargo build -F \"one\",'two' => cargo build -F one,two",
                "cargo build -F $env:TARGET,two => cargo build -F x86_64-pc-windows-msvc two",
                "zip \"kelp-${env:TARGET}.zip\" => zip kelp-x86_64-pc-windows-msvc.zip",
                "$v = $env:GITHUB_REF_NAME.TrimStart('v'); zip \"kelp-$v.zip\" => zip kelp-{version}.zip",
                "$v = $env:GITHUB_REF_NAME -replace '^v', ''; zip \"kelp-$v.zip\" => zip kelp-{version}.zip",
                "$v = $Env:GITHUB_REF_NAME.Substring(1); zip \"kelp-$v.zip\" => zip kelp-{version}.zip",
                "$t = $env:GITHUB_REF.Replace('refs/tags/', ''); zip \"kelp-$t.zip\" => zip kelp-{tag}.zip",
                "$t = ($env:GITHUB_REF -split '/')[-1]; zip \"kelp-$t.zip\" => zip kelp-{tag}.zip",
                "$arch = $env:TARGET.Split('-')[0]; zip kelp-$arch.zip => zip kelp-x86_64.zip",
                "$n = 'kelp-{0}-{1}.zip' -f $env:TARGET, 'full'; zip $n => zip kelp-x86_64-pc-windows-msvc-full.zip",
                "$n = 'kelp' + '-' + $env:TARGET; zip \"$n.zip\" => zip kelp-x86_64-pc-windows-msvc.zip",
                "$n = @('kelp', 'win') -join '-'; zip \"$n.zip\" => zip kelp-win.zip",
                "$p = Join-Path 'dist' 'kelp.zip'; zip $p => zip dist/kelp.zip",
                "zip (Join-Path -Path dist -ChildPath kelp.zip) => zip dist/kelp.zip",
                "zip \"$(Split-Path -Leaf 'a\\b\\kelp.zip')\" => zip kelp.zip",
                "zip $unseen => zip {?}",
                "zip \"kelp-$($x.Count).zip\" => zip kelp-{?}.zip",
                "& \"tools/run.exe\" --out 'a b' => tools/run.exe --out a b",
                "&.\\tools\\run.exe a => ./tools/run.exe a",
                "zip a.zip > @() => zip a.zip",
                "$b = [IO.Path]::Combine() -f 1; zip a.zip => zip a.zip",
                ".\\build\\run.exe a => ./build/run.exe a",
                "Start-Process -FilePath wix -ArgumentList 'build', 'a.wxs' -Wait => wix build a.wxs",
                "gh release upload $env:GITHUB_REF_NAME kelp.msi --clobber => gh release upload {tag} kelp.msi --clobber",
                "cmd --name `§nl§ a => cmd --name a",
                "$files = @('a.exe', 'b.exe'); zip x.zip $files => zip x.zip a.exe b.exe",
                "foreach ($x in 'a', 'b') { zip \"$x.zip\" } => zip b.zip",
                "'a', 'b' | ForEach-Object { zip \"$_.zip\" } => zip b.zip",
                "if ($env:RUNNER_OS -ne 'Windows') { zip a.zip } else { zip b.zip } => zip b.zip",
                "$s = if ($env:TARGET -like '*-msvc') { 'msvc' } else { 'gnu' }; zip \"$s.zip\" => zip msvc.zip",
                "$s = switch ($env:TARGET) { 'other' { 'no' } default { 'yes' } }; zip \"$s.zip\" => zip yes.zip",
                "try { zip a.zip } catch { Write-Error $_ } finally { zip c.zip } => zip c.zip",
                "function Add-Zip([string]$Name, $End) { zip \"$Name.$End\" }; Add-Zip -End zip -Name kelp => zip kelp.zip",
                "Copy-Item -Destination dist/ -Path a.exe -Force -ErrorAction SilentlyContinue => Copy-Item a.exe dist/",
                "Compress-Archive -DestinationPath k.zip -Path a.exe, b.exe -CompressionLevel Optimal => Compress-Archive a.exe b.exe k.zip",
                "pwsh -NoProfile -Command \"Compress-Archive dist/* k.zip\" => Compress-Archive dist/* k.zip",
                "powershell Compress-Archive -Path dist/* -DestinationPath k.zip => Compress-Archive dist/* k.zip",
                "zip \"$(default-target).zip\" => zip x86_64-pc-windows-msvc.zip",
                "./tools/pack.ps1 -Name weed -Triple x64 => 7z a -tzip weed-x64.zip weed.exe",
                "pwsh -ExecutionPolicy Bypass -File tools/pack.ps1 x64 => 7z a -tzip kelp-x64.zip kelp.exe",
                "& ./tools/plain.ps1 kelp => Compress-Archive dist/* kelp.zip",
                "$v = ./tools/version.ps1; zip \"kelp-v$v.zip\" => zip kelp-v{version}.zip",
                "$m = (cargo metadata --no-deps | ConvertFrom-Json).packages[0].version; zip \"$m.zip\" => zip {version}.zip",
                "$h = (rustc -vV | Select-String 'host: (.*)' | % { $_.Matches.Value }).Split()[-1]; zip \"$h.zip\" => zip x86_64-pc-windows-msvc.zip",
                "$with = @{ Path = 'a.exe', 'b.exe'; DestinationPath = 'k.zip' }; Compress-Archive @with -Force => Compress-Archive a.exe b.exe k.zip",
                "cd out; pwsh ../tools/root.ps1 => zip /github/workspace/tools/kelp.zip",
                "[System.Weird.Process]::Run('x') => powershell [System.Weird.Process]::Run('x')",
            })
    void whatAScriptStartsIsKnown(String script, String command) {
        assertThat(commands(script.replace("§nl§", "\n"))).contains(command);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '§',
            value = {
                "New-Item -ItemType Directory -Force dist | Out-Null; Copy-Item kelp.exe -Destination dist => dist/kelp.exe",
                "mkdir -p out; copy target\\release\\kelp.exe out\\ => out/kelp.exe",
                "cargo build; Compress-Archive target/release/kelp.exe kelp.zip; Rename-Item kelp.zip weed.zip => weed.zip",
                "'a' > x/kelp.txt; Rename-Item -Path x/kelp.txt -NewName weed.txt => x/weed.txt",
                "'a' > kelp.txt; Get-ChildItem -Filter *.txt | Move-Item -Destination out/ => out/kelp.txt",
                "(Get-FileHash kelp.zip).Hash | Out-File -Encoding ascii kelp.zip.sha256 => kelp.zip.sha256",
                "Set-Content -Path kelp.sha256 -Value \"$h *kelp.zip\" => kelp.sha256",
                "New-Item -ItemType File -Name empty.txt => empty.txt",
                "[System.IO.File]::WriteAllText(\"$PWD\\a.txt\", 'x') => a.txt",
                "$out = [IO.File]::Create('.\\kelp.gz'); $out.Close() => kelp.gz",
                "[IO.Compression.ZipFile]::CreateFromDirectory('dist', 'kelp.zip') => kelp.zip",
                "Invoke-WebRequest -Uri https://example.com/a.zip -OutFile a.zip => a.zip",
                "iwr https://example.com/a.zip -OutFile lib/a.zip => lib/a.zip",
            })
    void whatAScriptMakesIsThere(String script, String file) {
        commands(script);
        assertThat(tree.files()).containsKey(file);
    }

    @Test
    void variablesAndOutputsOfAStepAreLeftInEveryForm() {
        commands("""
                $Name = "kelp-$env:TARGET"
                "one=$name" >> $env:GITHUB_OUTPUT
                echo "two=$name.zip" >> $env:GITHUB_ENV
                "three=x" | Out-File -FilePath $env:GITHUB_OUTPUT -Encoding utf8 -Append
                Add-Content -Path $env:GITHUB_ENV -Value "four=y"
                Write-Output "five=z" | Out-File $env:GITHUB_ENV -Append
                Write-Host "::set-output name=six::w"
                """);
        assertThat(shell.outputs())
                .containsOnly(
                        Map.entry("one", "kelp-x86_64-pc-windows-msvc"),
                        Map.entry("three", "x"),
                        Map.entry("six", "w"));
        assertThat(shell.env())
                .containsOnly(
                        Map.entry("two", "kelp-x86_64-pc-windows-msvc.zip"),
                        Map.entry("four", "y"),
                        Map.entry("five", "z"));
    }

    @Test
    void whatOnlyARunKnowsStaysOpen() {
        commands("""
                $settings = @{ Name = 'kelp'; Level = 9 }
                "a=$($settings.Name)" >> $env:GITHUB_OUTPUT
                $list = Get-Process | Where-Object { $_.Path -like "*kelp*" }
                "b=$list" >> $env:GITHUB_OUTPUT
                """);
        assertThat(shell.outputs()).containsOnly(Map.entry("a", Symbols.UNKNOWN), Map.entry("b", Symbols.UNKNOWN));
    }

    @Test
    void commandsKeepTheirLines() {
        shell.run(asShell("""
                <# one
                   two #>
                $text = @"
                a
                b
                "@
                if ($true) {

                  zip one.zip `
                    a b
                }
                zip two.zip c
                """));
        assertThat(shell.commands()).extracting(Command::line).containsExactly(9, 12);
    }

    @Test
    void whatIsBrokenOrNestedIsReadInAMoment() {
        Random random = new Random(7);
        String[] parts = {
            "$",
            "(",
            ")",
            "{",
            "}",
            "\"",
            "'",
            "@(",
            "@{",
            "[",
            "]",
            "::",
            ".",
            "|",
            "`",
            "\n",
            "if",
            " -f ",
            ",",
            "a",
            "=",
            "$x",
            "+",
            "foreach",
            "@\"\n",
            "switch",
            "param(",
            "function f",
            "#",
            "<#",
            ">",
            "&",
            "-join",
            "{0}"
        };
        for (int i = 0; i < 2000; i++) {
            StringBuilder script = new StringBuilder();
            random.ints(random.nextInt(60), 0, parts.length).forEach(at -> script.append(parts[at]));
            commands(script.toString());
        }
        for (String part : parts) {
            assertThat(asShell(part.repeat(20_000)).length()).isLessThan(1_000_000);
        }
    }
}
