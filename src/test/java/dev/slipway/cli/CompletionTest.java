package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.completion.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the scripts for shells complete. */
class CompletionTest {
    private static List<CommandSpec> commands() {
        return SlipwayCommand.complete().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .toList();
    }

    private static String script(Shell shell) {
        Ran ran = Ran.slipway("completion", shell.toString());
        assertThat(ran.exit()).isZero();
        return ran.out();
    }

    /** Each shell writes an option in a way of its own, beside the command that takes it. */
    private static String expected(Shell shell, String command, OptionSpec option, String name) {
        return switch (shell) {
            case BASH -> name;
            case ZSH -> name + (option.arity().max() > 0 && name.startsWith("--") ? "=[" : "[");
            case FISH -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1);
            case POWERSHELL -> "@('" + command + "', '" + name + "', ";
        };
    }

    /** The part of a script that is about a command. */
    private static String part(Shell shell, String script, String command) {
        return switch (shell) {
            case BASH ->
                script.lines()
                        .filter(line -> line.strip().startsWith(command + ") values='-"))
                        .collect(Collectors.joining("\n"));
            case ZSH ->
                script.substring(script.indexOf("      " + command + ")\n")).split(";;")[0];
            case FISH ->
                script.lines()
                        .filter(line -> line.contains("__slipway_is " + command + "'"))
                        .collect(Collectors.joining("\n"));
            case POWERSHELL -> script;
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyShellKnowsEveryOptionOfEveryCommand(Shell shell) {
        String script = script(shell);
        for (CommandSpec command : commands()) {
            String part = part(shell, script, command.name());
            for (OptionSpec option : command.options()) {
                if (!option.inherited()) {
                    for (String name : option.names()) {
                        assertThat(part)
                                .as("%s: %s %s", shell, command.name(), name)
                                .contains(expected(shell, command.name(), option, name));
                    }
                }
            }
        }
        assertThat(commands()).hasSizeGreaterThan(12);
        assertThat(script).doesNotContain("self-train").doesNotContainPattern("@[a-z]+@");
    }

    @ParameterizedTest
    @EnumSource
    void everyShellKnowsTheWordsOfOptionsAndParameters(Shell shell) {
        assertThat(script(shell))
                .contains("text json github sarif")
                .contains("auto always never")
                .contains("bash zsh fish powershell")
                .contains("release ci");
    }

    @Test
    void noShellOffersARepositoryToACommandThatReadsNone() {
        assertThat(part(Shell.ZSH, script(Shell.ZSH), "man"))
                .contains("--help[", "--version[")
                .doesNotContain("$global");
        assertThat(part(Shell.ZSH, script(Shell.ZSH), "graph")).contains("$global");
        assertThat(script(Shell.FISH))
                .contains("    not contains -- (__slipway_command) schema completion man help\n")
                .contains("complete -c slipway -n '__slipway_general' -s C -l directory ")
                .contains("complete -c slipway -n '__slipway_is man' -s h -l help ");
        assertThat(script(Shell.POWERSHELL))
                .contains("@('schema', 'completion', 'man', 'help') -cnotcontains $command")
                .contains("@('man', '--help', ");
    }

    @Test
    void theScriptForZshLiesInFpath() {
        assertThat(script(Shell.ZSH)).startsWith("#compdef slipway\n");
    }

    @Test
    @Tag("bash")
    void bashCompletesWhatFollows(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("slipway.bash"), script(Shell.BASH));
        for (String file : List.of(".github/workflows/ci.yml", "docs/guide.md", "sub dir/.github/workflows/a.yaml")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "");
        }
        Files.writeString(folder.resolve("done.txt"), "");
        assertThat(completed(
                        folder,
                        "slipway ch",
                        "slipway check --format ^",
                        "slipway check --format = ^",
                        "slipway check --format = s",
                        "slipway check --format=s",
                        "slipway graph --workflow ^",
                        "slipway --color n",
                        "slipway -C do",
                        "slipway check do",
                        "slipway check -C check --fo",
                        "slipway lint ^",
                        "slipway lint .github/w",
                        "slipway -C sub\\ dir lint ^",
                        "slipway lint -C docs gu",
                        "slipway --config do",
                        "slipway completion ^",
                        "slipway help pl",
                        "slipway help --c",
                        "slipway schema -",
                        "slipway plan ^",
                        "slipway check --date ^",
                        "slipway fleet --repos do"))
                .containsExactly(
                        "check",
                        "text json github sarif",
                        "text json github sarif",
                        "sarif",
                        "--format=sarif",
                        "release ci",
                        "never",
                        "docs",
                        "docs",
                        "--format",
                        ".github/workflows/ci.yml",
                        ".github/workflows",
                        ".github/workflows/a.yaml",
                        "guide.md",
                        "docs done.txt",
                        "bash zsh fish powershell",
                        "plan",
                        "",
                        "-h --help -V --version",
                        "",
                        "",
                        "docs done.txt");
    }

    /** @param lines words of a command line, of which the last is completed; {@code ^} is an empty one */
    private static List<String> completed(Path folder, String... lines) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("source ./slipway.bash\n");
        for (String line : lines) {
            script.append("COMP_WORDS=(").append(line.replace("^", "''")).append(")\n");
            script.append("COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _slipway\n");
            script.append("IFS=$'\\n'; found=\"${COMPREPLY[*]}\"; unset IFS\n");
            script.append("case \"$found\" in d*) found=\"$(printf '%s' \"$found\" | sort)\" ;; esac\n");
            script.append("printf '%s\\n' \"$(echo $found)\"\n");
        }
        Files.writeString(folder.resolve("try.bash"), script);
        Process bash = new ProcessBuilder("bash", "--noprofile", "--norc", "try.bash")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(out).isZero();
        return List.of(out.split("\n", -1)).subList(0, lines.length);
    }
}
