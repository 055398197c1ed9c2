package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Version;
import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An option that would have no effect, or makes no sense with another, is an error that explains what to write. */
class WrongOptionTest {
    @TempDir
    private Path root;

    private Folder folder;

    @BeforeEach
    void aRepository() throws IOException {
        folder = new Folder(root).write("slipway.yml", Folder.CONFIG);
        assertThat(folder.run("generate").exit()).isZero();
        new SampleRepository(root).committed();
    }

    private void refused(String message, String... words) {
        Ran ran = folder.run(words);
        assertThat(ran.err()).isEqualTo("error: " + message + "\n");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void thereIsAtLeastOneJobAtOnceEvenForOneRepository() {
        for (String wrong : new String[] {"0", "-1", "two", "9999999999"}) {
            refused(
                    "invalid value for option '--jobs': '" + wrong + "' is not a number from 1 to 9999\n"
                            + "  run 'slipway check --help' for usage",
                    "check",
                    "--jobs=" + wrong);
        }
        assertThat(folder.run("check", "--jobs=02").exit()).isZero();
    }

    @Test
    void anEmptyArgumentIsAVariableThatIsNotSet() {
        String why = " is empty\n  if it comes from a variable of the shell, the variable is not set";
        refused("an argument" + why, "plan", "");
        refused("an argument" + why, "check", "");
        refused("the argument after '-C'" + why, "-C", "", "check");
        refused("the value of '--diff'" + why, "plan", "--diff=");
        refused("the argument after '--against'" + why, "doctor", "--against", "");
    }

    @Test
    void aFolderIsNoConfig() {
        refused("'.' is a directory, not a file", "check", "--config", ".");
    }

    @Test
    void theFolderOfTheWorkflowsStandsForThem() throws IOException {
        for (String way : new String[] {".github/workflows", "./.github/workflows/"}) {
            assertThat(folder.run("lint", way)).isEqualTo(new Ran(0, "no findings in 2 files\n", ""));
        }
        folder.write(".github/workflows/bad.yml", "on: push\njobs: {}\n");
        Ran ran = folder.run("lint", ".github/workflows", "Dockerfile");
        assertThat(ran.out()).contains(".github/workflows/bad.yml:");
    }

    @Test
    void aFileIsReplacedOrAdopted() {
        refused(
                "use --force or --adopt, not both: --force replaces the files that --adopt keeps",
                "generate",
                "--force",
                "--adopt");
    }

    @Test
    void aMissingConfigIsCreatedUnderTheNameThatWasAskedFor() {
        Ran ran = folder.run("check", "--config", "gull.slipway.yml");
        assertThat(ran.err())
                .contains("gull.slipway.yml': run 'slipway init --config gull.slipway.yml' to create one\n");
    }

    @Test
    void aGoProgramHasNoPackageToSelect() throws IOException {
        Folder go = new Folder(root.resolve("go"))
                .write("go.mod", "module example.com/gull\n\ngo 1.24\n")
                .write("main.go", "package main\n\nfunc main() {}\n");
        Ran ran = go.run("init", "--dry-run", "--package", "gull");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("error: --package selects a package of a Cargo workspace or a module of a Java build,"
                        + " and 'init' found neither\n");
    }

    @Test
    void anActionToSkipHasAnOwner() {
        refused("--skip-action gull: write owner/name, without a version", "rehearse", "--skip-action", "gull");
        refused(
                "--skip-action acme/gull@v2: write owner/name, without a version",
                "rehearse",
                "--skip-action=acme/gull@v2");
    }

    @Test
    void anEventThatStartsNothingShowsThoseThatDo() {
        Ran ran = folder.run("rehearse", "--event", "issues");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains(" does not start .github/workflows/release-and-publish.yml\n"
                        + "  it starts at: push; select one with --event, and a branch or tag with --ref\n");
    }

    @Test
    void aPlanShowsOneTag() {
        refused(
                "no such directory: 'v2.0.0'\n  'plan' takes one tag, then directories of repositories",
                "plan",
                "v1.0.0",
                "v2.0.0");
    }

    @Test
    void lintNamesTheFilesThatItChecks() {
        refused(
                "'go.mod' does not have the name of a workflow, Dockerfile or .dockerignore\n"
                        + "  'lint' checks *.yml, *.yaml, Dockerfile, Dockerfile.*, *.Dockerfile and .dockerignore",
                "lint",
                "go.mod");
    }

    @Test
    void noConfigWasWrittenForALaterProgram() {
        refused(
                "invalid value for option '--from': '99.9' is newer than this program, Slipway " + Version.current()
                        + "\n  run 'slipway migrate --help' for usage",
                "migrate",
                "--from",
                "99.9");
    }
}
