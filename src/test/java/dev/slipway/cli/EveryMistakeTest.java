package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that can be known to be wrong with a config is reported at once, whichever stage finds it. */
class EveryMistakeTest {
    private static final Pattern PLACE = Pattern.compile("(?m)^slipway\\.yml:(\\d+:\\d+): error: (.*) \\[");
    private static final String UNCHECKED = "note: the generated files were not checked; fix the config first\n";

    @TempDir
    Path temporary;

    private static List<String> places(Ran ran) {
        return PLACE.matcher(ran.err()).results().map(found -> found.group(1)).toList();
    }

    /** The reader of the config, the planner, the rules for one job and the dates of runners each find something. */
    @ParameterizedTest
    @ValueSource(strings = {"check", "generate", "plan", "doctor"})
    void ofAConfigThatNothingCanBeGeneratedFrom(String command) throws IOException {
        Ran ran = new Folder(temporary).write("slipway.yml", """
                        repository: ternproj/tern
                        rust: {}
                        checksums: per_file
                        targets: [linux-amd64, linux-amd46]
                        linux: { runner: ubuntu-20.04 }
                        jobs:
                          announce:
                            timeout-minutes: []
                            runs-on: ubuntu-22.04
                            steps: [{ run: echo ubuntu-20.04 }]
                        """).run(command, "--date", "2026-11-28");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(places(ran)).as(ran.err()).containsExactly("3:12", "4:24", "5:18", "8:22");
        assertThat(ran.err()).endsWith("\n4 errors\n" + UNCHECKED);
    }

    @Test
    void whereTheToolchainIsMisspeltWhatNeedsNone() throws IOException {
        Ran ran = new Folder(temporary).write("slipway.yml", """
                        repository: ternproj/tern
                        rsut: {}
                        tag: v1.2
                        license: Foo-1.0
                        permissions: { build: { id-tokens: write } }
                        docs: { release: docs/a.md, intro: docs/a.md }
                        actions: { actions/chekout: v4 }
                        """).run("check");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(places(ran)).as(ran.err()).containsExactly("2:1", "3:6", "4:10", "5:25", "6:36", "7:12");
    }

    /** Labels, actions, other projects, other files and the rules for whole workflows. */
    @ParameterizedTest
    @ValueSource(strings = {"check", "generate", "plan", "doctor"})
    void ofAConfigFromWhichFilesCanBeGenerated(String command) throws IOException {
        Ran ran = new Folder(temporary)
                .write("beta.slipway.yml", "repository: ternproj/tern\nname: beta\ngo: {}\n")
                .write("slipway.yml", """
                        repository: ternproj/tern
                        rust: {}
                        tag: v*
                        ci: false
                        retired-runners: [ubuntu-18.04]
                        linux: { runner: ubuntu-20.04 }
                        docs: { release: docs/releasing.md, intro: docs/missing.md }
                        actions: { docker/login-action: v4, sigstore/cosign-installer: v3 }
                        jobs:
                          announce:
                            needs: build
                            runs-on: ubuntu-latest
                            steps: [{ run: "echo ${{ needs.release.outputs.x }}" }]
                        """)
                .run("--config", "slipway.yml", command, "--date", "2026-11-28");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(places(ran)).as(ran.err()).containsExactly("3:6", "5:19", "6:18", "7:44", "8:12", "8:37", "13:20");
        assertThat(ran.err()).endsWith("\n7 errors\n");
    }

    /** Mistakes in an expression are found next to mistakes at other keys, and each is reported once. */
    @Test
    void ofTheExpressionsOfJobs() throws IOException {
        String config = """
                repository: ternproj/tern
                rust: {}
                targets: [linux-amd46]
                jobs:
                  announce:
                    needs: release
                    runs-on: ubuntu-latest
                    outputs: { post: "${{ steps.post.outputs.url }}" }
                    steps: [{ id: post, run: "echo ${{ matrix.x }}" }]
                  after:
                    needs: announce
                    runs-on: ubuntu-latest
                    steps:
                      - run: echo ${{ needs.anounce.outputs.post }} ${{ secret.X }}
                      - run: echo ${{ needs.announce.outputs.posts }} ${{ needs.announce.outputs.post }}
                      - run: echo ${{ needs.create-release.outputs.x }}
                  last:
                    needs: release
                    runs-on: ubuntu-latest
                    steps:
                      - run: echo ${{ needs.after.result }} ${{ needs.create-release.result }}
                      - run: echo ${{ inputs.word }}
                """;

        Ran broken = new Folder(temporary).write("slipway.yml", config).run("check");

        assertThat(places(broken))
                .as(broken.err())
                .containsExactly("3:11", "9:30", "14:14", "14:14", "15:14", "16:14", "21:14");
        assertThat(broken.err()).endsWith(UNCHECKED);

        // what the workflow has as inputs is known only when it can be generated
        Ran whole = new Folder(temporary)
                .write("slipway.yml", config.replace("amd46", "amd64"))
                .run("check");

        assertThat(places(whole))
                .as(whole.err())
                .containsExactly("9:30", "14:14", "14:14", "15:14", "16:14", "21:14", "22:14");
        assertThat(whole.err()).endsWith("\n7 errors\n");
    }

    @Test
    void aLabelThatIsKeptOnPurposeIsNone() throws IOException {
        Ran ran = new Folder(temporary).write("slipway.yml", """
                        repository: ternproj/tern
                        rust: {}
                        checksums: per_file
                        linux: { runner: ubuntu-20.04 }
                        retired-runners: Ubuntu-20.04
                        """).run("check", "--date", "2026-11-28");

        assertThat(places(ran)).as(ran.err()).containsExactly("3:12");
    }

    @Test
    void ofAFileThatIsExtendedAndMissingOnlyThat() throws IOException {
        Ran ran = new Folder(temporary)
                .write("slipway.yml", "extends: base.yml\nchecksums: per_file\n")
                .run("check");

        assertThat(places(ran)).containsExactly("1:10");
        assertThat(ran.err())
                .endsWith("\n1 error\n"
                        + "note: the other keys and the generated files were not checked; fix the config first\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "otto", "- otto\n", "ubuntu-20.04\n"})
    void aConfigWithoutKeysIsNoBug(String config) throws IOException {
        for (String command : List.of("check", "generate", "plan", "doctor", "graph")) {
            Ran ran = new Folder(temporary).write("slipway.yml", config).run(command);

            assertThat(ran.exit()).as(command + ": " + ran.err()).isIn(1, 2);
            assertThat(ran.err()).doesNotContain("a bug in slipway");
        }
    }
}
