package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(List.of(args), new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void saysItsVersionBeforeAndAfterACommand() {
        assertThat(run("--version")).isZero();
        assertThat(run("-V", "completion")).isZero();
        assertThat(run("completion", "--version")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "slipway " + Version.current(), "slipway " + Version.current(), "slipway " + Version.current());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void knowsWhichVersionTheBuildMade() {
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void helpsWithEveryCommandThatIsNotHidden() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .startsWith("Usage: slipway [OPTIONS] <command>")
                .contains("--color", "completion ")
                .doesNotContain("self-train");
    }

    @Test
    void helpBeforeACommandIsAboutAllOfThem() {
        run("--help");
        String all = out.toString();
        out.getBuffer().setLength(0);

        assertThat(run("--help", "completion")).isZero();
        assertThat(out.toString()).isEqualTo(all);
    }

    @Test
    void helpAfterACommandIsAboutIt() {
        assertThat(run("completion", "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: slipway completion [OPTIONS] <shell>");
    }

    @Test
    void withoutACommandItSaysWhatThereIsAndThatOneIsMissing() {
        assertThat(run()).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("Usage: slipway").contains("Commands:");
    }

    @Test
    void suggestsACommandForAMistypedOne() {
        assertThat(run("completon")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "error: unknown command 'completon', did you mean 'completion'?",
                        "  run 'slipway --help' for usage");
    }

    @Test
    void doesNotTakeAnOptionsValueForACommand() {
        assertThat(run("-C", "completion", "complet")).isEqualTo(2);
        assertThat(err.toString()).startsWith("error: unknown command 'complet'");
    }

    @Test
    void saysWhichWordsAnOptionTakes() {
        assertThat(run("--color", "sometimes", "completion", "bash")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("error: invalid value for option '--color': unknown word 'sometimes', "
                        + "expected one of auto, always, never" + System.lineSeparator());
    }

    @Test
    void suggestsAWordForAMistypedOne() {
        assertThat(run("completion", "bsh")).isEqualTo(2);
        assertThat(err.toString()).contains("unknown word 'bsh', did you mean 'bash'?");
    }

    @Test
    void suggestsAnOptionForAMistypedOne() {
        assertThat(run("--colour")).isEqualTo(2);
        assertThat(err.toString()).startsWith("error: unknown option '--colour', did you mean '--color'?");
    }

    @Test
    void saysThatAParameterIsMissing() {
        assertThat(run("completion")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "error: missing required parameter: '<shell>'", "  run 'slipway completion --help' for usage");
    }

    @Test
    void trainsWithoutATrace() {
        assertThat(run("self-train")).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema tide       | error: invalid value for <schema>: unknown word 'tide', expected one of config, base, workflow",
                "check --jobs none | error: invalid value for option '--jobs': 'none' is not a number from 1 to 9999",
                "plan --format yaml | error: invalid value for option '--format': unknown word 'yaml', expected one of text, json, markdown, html",
                "check -x          | error: unknown option '-x'",
            })
    void aWrongWordIsNamedAsThePersonKnowsIt(String line, String error) {
        Ran ran = Ran.slipway(line.split(" "));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines()).first().isEqualTo(error);
    }

    @Test
    void aConfigIsNoRepository(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tide.yml"), "");
        for (String command : List.of("check", "generate")) {
            assertThat(Ran.slipway("-C", folder.toString(), command, "tide.yml").err())
                    .isEqualTo("error: 'tide.yml' is a file, not a repository\n"
                            + "  for this config, write '--config tide.yml'\n");
        }
    }
}
