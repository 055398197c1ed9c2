package dev.slipway.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small repositories that kept {@code init} and {@code doctor} busy for minutes. Now each takes a second or two. */
@Tag("once")
class HostileCostTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String RELEASE =
            "on: { push: { tags: ['v*'] } }\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n";

    @TempDir
    Path directory;

    private SampleRepository sample;

    @BeforeEach
    void aProgramOfRust() {
        sample = new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"tool\"\nversion = \"1.0.0\"\nedition = \"2021\"\n")
                .file("src/main.rs", "fn main() {}\n");
    }

    private Repository read() {
        return assertTimeoutPreemptively(PATIENCE, sample.committed()::read);
    }

    private static String times(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private Repository script(String lines) {
        sample.file(".github/workflows/release.yml", RELEASE + "      - run: |\n" + lines.indent(10));
        return read();
    }

    @Test
    void patternsOfAScriptAreComparedWithLongValuesOnlyForAWhile() {
        String value = "X=" + "a".repeat(1000) + "\n";
        script(value + "Y=${X%*a*a*ab}\n".repeat(2000));
        script(value + "Y=${X//*a*a*ab/c}\n".repeat(2000));
        script(value + ("case $X in " + "*a".repeat(400) + "b) echo a;; esac\n").repeat(800));
    }

    @Test
    void membersOfAWorkspaceAreLookedForOnlyForAWhileAndSlipwaySaysSo() {
        sample.file(
                "Cargo.toml",
                "[workspace]\nmembers = [" + times(400, i -> "\"" + "*a".repeat(400) + "x" + i + "\", ") + "]\n");
        IntStream.range(0, 600).forEach(i -> sample.file("a".repeat(150) + i + "/x", ""));
        assertThat(read().findings())
                .anySatisfy(
                        finding -> assertThat(finding.message()).contains("more directories than Slipway looks into"));
    }

    @Test
    void workflowsThatCallEachOtherManyTimesAreFollowedToALimit() {
        for (int i = 0; i < 9; i++) {
            int next = i + 1;
            sample.file(
                    ".github/workflows/w" + i + ".yml",
                    "on: { push: { tags: ['v*'] }, workflow_call: {} }\njobs:\n"
                            + times(8, k -> "  a" + k + ": { uses: ./.github/workflows/w" + next + ".yml }\n"));
        }
        sample.file(
                ".github/workflows/w9.yml",
                RELEASE.replace("on: {", "on: { workflow_call: {},") + "      - run: make\n");
        assertThat(read().called()).hasSize(9);
    }

    @Test
    void filesOfThousandsOfStepsAreComparedOnce() {
        sample.file(
                ".github/workflows/release.yml",
                RELEASE.replace(
                                "    steps:",
                                "    strategy: { matrix: { a: [" + times(100, i -> i + ", ") + "] } }\n    steps:")
                        + times(
                                100,
                                i -> "      - run: cp a b" + i + "-$X-${{ matrix.a }}\n"
                                        + "      - uses: softprops/action-gh-release@v2\n        with: { files: 'b" + i
                                        + "-${{ matrix.a }}*' }\n"));
        assertThat(read().findings())
                .anySatisfy(
                        finding -> assertThat(finding.message()).contains("more steps and commands than are followed"));
    }
}
