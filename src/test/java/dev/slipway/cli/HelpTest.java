package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every command is explained, with examples that can be typed, in the terminal and in the manual. */
class HelpTest {
    static Stream<String> commands() {
        return SlipwayCommand.complete().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .map(command -> command.name());
    }

    private static Stream<String> all() {
        return Stream.concat(Stream.of("slipway"), commands());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theExamplesOfACommandAreCommandLines(String command) {
        List<String> examples = Examples.of(command);
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            String[] words = example.split(" {2,}")[0].split(" ");
            assertThat(words[0]).isEqualTo("slipway");
            assertThat(example.length()).as("fits into a terminal: " + example).isLessThanOrEqualTo(78);
            if (!command.equals("slipway")) {
                assertThat(words[1]).isEqualTo(command);
            }
            assertThatCode(() -> SlipwayCommand.complete()
                            .parseArgs(List.of(words).subList(1, words.length).toArray(String[]::new)))
                    .as(example)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsTheSameBeforeAndAfterACommandAndEndsWithExamples(String command) {
        Ran help = Ran.slipway("help", command);
        assertThat(help.exit()).isZero();
        assertThat(help.out()).isEqualTo(Ran.slipway(command, "--help").out());
        assertThat(help.out().lines())
                .contains("Examples:", "  " + Examples.of(command).get(0))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void thePageAboutCommandsHasARowForIt(String command) throws Exception {
        assertThat(Files.readAllLines(Path.of("docs/commands.md")))
                .anyMatch(line -> line.startsWith("| `" + command + "` |") || line.startsWith("| `" + command + " "));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aDescriptionTellsWhatToDo(String command) {
        String description =
                Ran.slipway("help", command).out().lines().skip(1).findFirst().orElseThrow();
        assertThat(description.split(" ")[0])
                .as("an imperative, such as 'Write' and not 'Writes'")
                .matches("[A-Z][a-z]+[^s]");
    }

    @Test
    void helpOfNothingIsThatOfTheProgram() {
        assertThat(Ran.slipway("help").out()).isEqualTo(Ran.slipway("--help").out());
    }

    @Test
    void helpOfAnUnknownCommandIsAnError() {
        Ran ran = Ran.slipway("help", "chek");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .containsExactly(
                        "error: unknown command 'chek', did you mean 'check'?",
                        "  run 'slipway --help' for all commands");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theManualSaysWhatTheHelpSays(String command) {
        Ran man = Ran.slipway("man", command);
        assertThat(man.exit()).isZero();
        assertThat(man.out())
                .startsWith(".TH SLIPWAY-" + command.toUpperCase(java.util.Locale.ROOT) + " 1 \"\" ")
                .contains(".SH NAME\nslipway\\-" + command.replace("-", "\\-") + " \\- ");
        CommandLine line = SlipwayCommand.complete().getSubcommands().get(command);
        line.getCommandSpec().options().stream()
                .filter(option -> !option.inherited())
                .forEach(option -> assertThat(man.out()).contains("\\fB" + option.names()[0].replace("-", "\\-")));
        assertThat(man.out().lines().filter(text -> text.startsWith(".")))
                .allSatisfy(macro -> assertThat(macro).matches("\\.(TH|SH|TP|PP|B|nf|fi)( .*)?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "man", "schema", "completion"})
    void aCommandThatReadsNoRepositoryTakesNone(String command) {
        for (String page : List.of(
                Ran.slipway("help", command).out(),
                Ran.slipway("man", command).out().replace("\\", ""))) {
            assertThat(page)
                    .contains("-h, --help", "-V, --version")
                    .doesNotContain("--directory", "--config", "--quiet", "--color", "options of");
        }
        assertThat(Ran.slipway(command, "--config=tide.yml").exit()).isEqualTo(2);
    }

    @Test
    void theManualOfTheProgramListsTheCommands() {
        String man = Ran.slipway("man").out();
        assertThat(commands())
                .allSatisfy(command ->
                        assertThat(man).contains("\\fBslipway\\-" + command.replace("-", "\\-") + "(1)\\fR"));
        assertThat(man).doesNotContain("self").contains("\\fB\\-C, \\-\\-directory=<dir>\\fR");
    }

    @Test
    void aDirectoryThatIsNotThereIsSaid(@TempDir Path folder) throws Exception {
        String missing = folder.resolve("none").toString();
        String file = Files.writeString(folder.resolve("file"), "").toString();
        for (String command : List.of("check", "generate", "init", "plan", "lint", "doctor", "migrate")) {
            Ran ran = Ran.slipway("-C", missing, command);
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err().lines()).containsExactly("error: no such directory: '" + missing + "'");
            assertThat(Ran.slipway("-C", file, command).err().lines())
                    .containsExactly("error: not a directory: '" + file + "'");
        }
    }
}
