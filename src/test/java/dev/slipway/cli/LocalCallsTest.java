package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workflows and actions of the repository itself, called by either form, are looked for in the repository. */
class LocalCallsTest {
    private static final String CALL = """
            jobs:
              announce:
                needs: release
                permissions: {}
                cache-mode: none
                uses: %s.github/workflows/announce.yml
            """;

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"./", "$/"})
    void aJobOfTheConfigMayCallAWorkflowThatIsThere(String form) throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", Folder.CONFIG + CALL.formatted(form));
        Ran refused = folder.run("generate");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "slipway.yml:12:11: error: there is no workflow '.github/workflows/announce.yml' in this repository [local-calls]");
        assertThat(root.resolve(".github")).doesNotExist();

        folder.write(".github/workflows/announce.yml", "on: workflow_call\njobs: {}\n");
        assertThat(folder.run("generate").exit()).isZero();
        assertThat(folder.read(".github/workflows/release-and-publish.yml"))
                .contains("    cache-mode: none\n", "    uses: " + form + ".github/workflows/announce.yml\n");
        assertThat(folder.run("plan", "v1.2.3").out()).contains("announce");
    }

    @Test
    void lintLooksIntoTheDirectory() throws IOException {
        Folder folder = new Folder(root)
                .write(".github/workflows/ci.yml", """
                        on: push
                        permissions: {}
                        jobs:
                          there: { uses: ./.github/workflows/there.yaml }
                          gone: { uses: $/.github/workflows/gone.yml }
                          steps:
                            runs-on: ubuntu-latest
                            timeout-minutes: 5
                            steps:
                              - uses: $/tools/there
                              - uses: "$/tools/not\\u0000a path"
                        """)
                .write(".github/workflows/there.yaml", "on: workflow_call\njobs: {}\n")
                .write("tools/there/action.yaml", "name: There\n");

        String found = folder.run("lint", ".github/workflows/ci.yml").out();
        assertThat(found.lines().filter(line -> line.endsWith("[local-calls]")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith(".github/workflows/ci.yml:5:17: error: there is no workflow '.github/workflows/gone.yml'");
    }

    @Test
    void aWorkflowOutsideOfADirectoryIsNotHeldAgainstIt() throws IOException {
        Folder folder = new Folder(root)
                .write("copies/ci.yml", "on: push\njobs: { a: { uses: ./.github/workflows/gone.yml } }\n");
        assertThat(folder.run("lint", "copies/ci.yml").out()).doesNotContain("local-calls");
    }
}
