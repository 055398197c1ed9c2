package dev.slipway.scripts.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, what is not, and whether a bash 3.2 agrees, if there is one. */
class Bash32Test {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.slipway.scripts.macos.Snippets#otherwise")
    void whatBash32DoesOtherwiseIsRefused(String script) {
        assertThat(Bash32.refusals(script)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.slipway.scripts.macos.Snippets#goesOn")
    void whatGoesOnAfterAnErrorInGnusBash32IsRefused(String script) {
        assertThat(Bash32.refusals(script)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.slipway.scripts.macos.Snippets#alike")
    void whatEveryBashDoesAlikeIsNot(String script) {
        assertThat(Bash32.refusals(script)).isEmpty();
    }

    @Test
    void aRefusalNamesItsLine() {
        assertThat(Bash32.refusals("""
                cat << END
                two
                END
                echo "five
                ${HOME^^}"
                mapfile -t list
                """)).extracting(Refusal::line).containsExactly(5, 6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {"echo a; fi", "if true; then echo", "for one in a; echo; done", "echo a )", "case a in a"})
    void whatIsNoScriptIsNotTakenForAGoodOne(String script) {
        assertThat(catchError(script)).isPresent();
    }

    private static Optional<AssertionError> catchError(String script) {
        try {
            Bash32.refusals(script);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.slipway.scripts.macos.Snippets#otherwise")
    void aBash32DoesItOtherwise(String script) throws Exception {
        String old = OldBash.assumed();
        assertThat(run(old, script)).isNotEqualTo(run(newBash(), script));
    }

    @ParameterizedTest
    @MethodSource("dev.slipway.scripts.macos.Snippets#alike")
    void aBash32DoesItAlike(String script) throws Exception {
        String old = OldBash.assumed();
        assertThat(run(old, script)).isEqualTo(run(newBash(), script));
    }

    private static String newBash() throws Exception {
        assumeTrue(!OldBash.isOld("bash"), "no newer bash on this machine to compare with");
        return "bash";
    }

    private List<String> run(String bash, String script) throws Exception {
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        ProcessBuilder builder = new ProcessBuilder(bash, "--noprofile", "--norc", "-eo", "pipefail", file.toString())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return List.of(output, process.exitValue() == 0 ? "succeeded" : "failed");
    }
}
