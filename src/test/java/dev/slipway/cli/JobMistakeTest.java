package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A job in GitHub's own words that GitHub would refuse makes the config invalid, for every command. */
class JobMistakeTest {
    private static final String CONFIG = """
            repository: a/b
            rust: {}
            targets: linux-amd64
            jobs:
              more:
                runs-on: ubuntu-latest
                timeout-minutes: 5
            """;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"generate", "check", "plan", "graph", "doctor"})
    void everyCommandNamesEachPlace(String command) throws IOException {
        Ran ran = new Folder(temporary)
                .write(
                        "slipway.yml",
                        CONFIG + "    continue-on-error: [1]\n    steps:\n      - run: echo ${{ nope.x }}\n"
                                + "      - run: x\n        with: { a: b }\n")
                .run(command);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err())
                .contains("slipway.yml:8:")
                .contains("slipway.yml:10:")
                .contains("slipway.yml:12:")
                .doesNotContain(".github/workflows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'timeout-minutes: ' | 7:5",
                "timeout-minutes: [] | 7:22",
                "runson: x | 7:5",
                "needs: nothing | 7:12",
                "needs: [nothing] | 7:12",
                "container: [] | 7:16",
                "concurrency: { group: [] } | 7:27",
                "'if: ${{ secrets.X }}' | 7:9",
                "'if: ${{ x' | 7:9",
                "strategy: { matrix: 1 } | 7:25",
                "permissions: { content: read } | 7:20",
                "env: { A: [1] } | 7:15",
                "environment: [1] | 7:18",
                "defaults: { run: { shell: pwsh, x: 1 } } | 7:37",
                "services: { a: { imag: b } } | 7:22",
                "outputs: { a: [1] } | 7:19",
            })
    void aMistakeIsAtItsPlace(String key, String place) throws IOException {
        Ran ran = new Folder(temporary)
                .write("slipway.yml", CONFIG.replace("timeout-minutes: 5", key) + "    steps: [{ run: x }]\n")
                .run("check");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains("slipway.yml:" + place + ": error:");
    }

    @Test
    void aWorkflowThatIsNotThereIsAMistake() throws IOException {
        Ran ran = new Folder(temporary)
                .write(
                        "slipway.yml",
                        "repository: a/b\nrust: {}\ntargets: linux-amd64\njobs:\n  more:\n    uses: ./.github/workflows/nothing.yml\n")
                .run("plan");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("slipway.yml:6:11: error:").contains("nothing.yml");
    }

    @Test
    void itIsToldTogetherWithOtherMistakes() throws IOException {
        Ran ran = new Folder(temporary)
                .write(
                        "slipway.yml",
                        CONFIG.replace("linux-amd64", "linux-amd46").replace("minutes: 5", "minutes: []")
                                + "    steps: [{ run: x }]\n")
                .run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("slipway.yml:3:10: error:").contains("slipway.yml:7:22: error:");
    }

    @Test
    void aRightOneIsFine() throws IOException {
        Folder folder =
                new Folder(temporary).write("slipway.yml", CONFIG + "    needs: release\n    steps: [{ run: x }]\n");
        assertThat(folder.run("generate").exit()).isZero();
        assertThat(folder.run("check").exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tag: '[0-]+.[0-9]+.[0-9]+' | 4:6 | a range without an end",
                "tag: ['v*', '!v[9-0]*'] | 4:13 | a range that runs backwards",
                "tag: 'v[1]*' | 4:6 | brackets around a single character",
                "'ci: { branches: [main, ''[9-0]''] }' | 4:24 | a range that runs backwards",
            })
    void aPatternThatGitHubRefusesIsRefused(String key, String place, String message) throws IOException {
        Ran ran = new Folder(temporary)
                .write("slipway.yml", "repository: a/b\nrust: {}\ntargets: linux-amd64\n" + key + "\n")
                .run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("slipway.yml:" + place + ": error:").contains(message);
    }
}
