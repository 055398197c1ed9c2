package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workflow asks for may make no sense, or reach for what is not the rehearsal's: its step fails and says so. */
@Tag("once")
class OddWorkflowTest {
    @TempDir
    private Path root;

    @TempDir
    private Path elsewhere;

    private Folder folder;

    @BeforeEach
    void aRepository() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
        folder = new Folder(root).write("slipway.yml", """
                name: tool
                repository: acme/tool
                command: { build: sh build.sh, output: 'out/{name}' }
                targets: [linux-amd64]
                """);
        git(root, "init", "--quiet", "--initial-branch=main");
    }

    private static void git(Path repository, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("git", "-C", repository.toString(), "-c", "user.name=a"));
        all.addAll(List.of("-c", "user.email=a@example.com"));
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private Ran rehearsed(String job) throws IOException, InterruptedException {
        folder.write("odd.yml", "on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n" + job.indent(4));
        git(root, "add", "--all");
        git(root, "commit", "--quiet", "--message=a");
        return folder.run("rehearse", "--workflow", "odd.yml", "--without-containers");
    }

    private void fails(String job, String why) throws IOException, InterruptedException {
        Ran ran = rehearsed(job);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(1);
        assertThat(ran.out()).contains("failed  one: ").contains(why);
    }

    @Test
    void variablesThatNoSystemTakesFailTheStep() throws Exception {
        fails("""
                steps:
                  - run: printf 'A=x\\0y\\n' >> "$GITHUB_ENV"
                  - run: echo hi
                """, "cannot be started: Invalid environment variable value");
    }

    @Test
    void aFolderThatNoSystemTakesFailsTheStep() throws Exception {
        fails("""
                steps:
                  - run: echo hi
                    working-directory: "a\\0b"
                """, "Nul character not allowed");
    }

    @Test
    void aPlatformThatIsNoneFailsTheStep() throws Exception {
        fails("""
                steps:
                  - run: touch Dockerfile
                  - uses: docker/build-push-action@v6
                    with: { context: ., platforms: amd64 }
                """, "'amd64' is not a platform");
    }

    @Test
    void aPatternThatHashFilesRefusesFailsTheStep() throws Exception {
        fails("""
                steps:
                  - run: echo hi
                    if: hashFiles('../x') != ''
                """, "the pattern '../x' has '.' or '..' inside");
    }

    @Test
    void aWorkspaceThatAStepDeletedFailsTheNext() throws Exception {
        fails("""
                steps:
                  - run: rm -rf "$GITHUB_WORKSPACE"
                  - run: echo hi
                    if: hashFiles('x') != 'y'
                """, "hashFiles: no such file or folder: ");
    }

    @Test
    void aTimeoutOfAgesIsNoneAndRecordsOfStandInsMayBeGoneOrOdd() throws Exception {
        Ran ran = rehearsed("""
                timeout-minutes: 2000000000
                steps:
                  - run: sudo $(printf 'tee /\\351') < /dev/null
                  - run: rm -rf "$(dirname "$(dirname "$(command -v sudo)")")"
                """);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("one: unknown: a step deleted the records of the stand-ins");
        Ran odd = rehearsed("""
                steps:
                  - run: sudo $(printf 'tee /\\351') < /dev/null
                """);
        assertThat(odd.exit()).as(odd.out() + odd.err()).isZero();
        assertThat(odd.out()).contains("not run, because it would change the system: sudo tee /\uFFFD");
    }

    @Test
    void actionsWriteIntoNoFolderButThoseOfTheJob() throws Exception {
        git(elsewhere, "init", "--quiet");
        Files.writeString(elsewhere.resolve("precious"), "mine");
        fails("""
                steps:
                  - uses: actions/checkout@v4
                    with: { path: '%s' }
                """.formatted(elsewhere), "which is not in the workspace");
        fails("""
                steps:
                  - run: ln -s '%s' there
                  - uses: actions/checkout@v4
                    with: { path: there }
                """.formatted(elsewhere), "which is not in the workspace");
        fails("""
                steps:
                  - run: echo theirs > precious
                  - uses: actions/upload-artifact@v4
                    with: { path: precious }
                  - uses: actions/download-artifact@v4
                    with: { path: '%s' }
                """.formatted(elsewhere), "a rehearsal writes only to folders of the job");
        assertThat(elsewhere.resolve("precious")).hasContent("mine");
    }

    @Test
    void foldersOfTheMachineThatAStepAddsComeBehindTheStandIns() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "no /usr/bin/git on this machine");
        Ran ran = rehearsed("""
                steps:
                  - run: mkdir own && cp /bin/true own/git && echo /usr/bin >> "$GITHUB_PATH"
                  - run: case $(command -v git) in /usr/bin/git) exit 1 ;; esac; echo "$PWD/own" >> "$GITHUB_PATH"
                  - run: test "$(command -v git)" = "$PWD/own/git"
                """);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    }

    @Test
    void aShallowCloneIsCheckedOutWithoutLookingForWhatItLacks() throws Exception {
        folder.write("a", "a");
        git(root, "add", "--all");
        git(root, "commit", "--quiet", "--message=a");
        folder.write("odd.yml", """
                on: push
                jobs:
                  one:
                    runs-on: ubuntu-latest
                    timeout-minutes: 1
                    steps:
                      - uses: actions/checkout@v4
                        with: { fetch-depth: 0, filter: 'tree:0' }
                """);
        git(root, "add", "--all");
        git(root, "commit", "--quiet", "--message=b");
        Path shallow = elsewhere.resolve("a shallow clöne");
        git(root, "clone", "--quiet", "--depth", "1", root.toUri().toString(), shallow.toString());
        Ran ran = new Folder(shallow).run("rehearse", "--workflow", "odd.yml");
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    }

    @Test
    void aPlaceWithoutRoomForResultsIsSaidBeforeAnythingRuns() throws Exception {
        Files.writeString(root.resolve(".slipway"), "");
        Ran ran = rehearsed("steps: [{ run: echo hi }]");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).doesNotContain("echo hi");
    }

    @Test
    void whatAStepLockedIsDeletedAsWell() throws Exception {
        Path work = RehearsalFolder.make(root, false).work();
        Path locked = Files.createDirectories(work.resolve("a/b"));
        Files.writeString(locked.resolve("c"), "");
        Files.createSymbolicLink(locked.resolve("d"), elsewhere);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        new RehearsalFolder(work, root, false).close();
        assertThat(work).doesNotExist();
        assertThat(elsewhere).exists();
    }
}
