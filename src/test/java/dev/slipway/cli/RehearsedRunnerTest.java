package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jobs of a workflow find on the runner, and what they are told that they do not find. */
@Tag("once")
class RehearsedRunnerTest {
    private static final String WORKFLOW = ".github/workflows/probe.yml";

    @TempDir
    private Path root;

    private Folder folder;

    @BeforeEach
    void aRepository() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
        folder = new Folder(root).write("slipway.yml", """
                name: tide
                repository: harbour/tide
                command: { build: make, static: true }
                targets: [linux-amd64]
                """);
        git("init", "--quiet", "--initial-branch=main");
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("git", "-C", root.toString()));
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(out).isZero();
    }

    private Ran rehearse(String workflow, String... options) throws IOException, InterruptedException {
        folder.write(WORKFLOW, workflow);
        git("add", "--all");
        git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=a");
        List<String> words = new ArrayList<>(List.of("rehearse", "--workflow", WORKFLOW, "--verbose"));
        words.addAll(List.of(options));
        return folder.run(words.toArray(String[]::new));
    }

    @Test
    void aServiceIsSaidNotToRunAndAFailureMentionsIt() throws Exception {
        Ran ran = rehearse("""
                on: push
                jobs:
                  quiet:
                    runs-on: ubuntu-latest
                    services:
                      gulls: { image: 'docker://ghcr.io/harbour/gulls:3' }
                      absent: { image: '' }
                    steps: [{ run: 'true' }]
                  loud:
                    runs-on: ubuntu-latest
                    strategy: { matrix: { version: [16] } }
                    services: { postgres: { image: 'postgres:${{ matrix.version }}' } }
                    steps: [{ run: 'echo cannot connect; exit 1' }]
                """);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "the service gulls (ghcr.io/harbour/gulls:3): not started",
                        "the service postgres (postgres:16): not started",
                        "cannot connect; a rehearsal starts no services, and this job asks for postgres (postgres:16)")
                .doesNotContain("absent", "this job asks for gulls");
    }

    @Test
    void aCheckoutOfAnotherRepositoryAloneIsPassedOver() throws Exception {
        String workflow = """
                on: push
                jobs:
                  one:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                        with: { repository: harbour/Charts, path: charts }
                      - uses: actions/checkout@v4
                      - run: test -f slipway.yml && test ! -e charts
                """;
        Ran refused = rehearse(workflow);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out())
                .contains("a rehearsal does not check out other repositories, such as harbour/Charts:"
                        + " skip this step with --skip-action harbour/Charts");
        Ran passed = rehearse(workflow + "# again\n", "--skip-action", "harbour/charts");
        assertThat(passed.exit()).as(passed.out() + passed.err()).isZero();
        assertThat(passed.out()).contains("actions/checkout of harbour/Charts: skipped by --skip-action");
    }

    private void action(String name, String file, String... programs) throws IOException {
        folder.write("actions/" + name + "/action.yml", file);
        for (int i = 0; i < programs.length; i += 2) {
            folder.write("actions/" + name + "/" + programs[i], programs[i + 1]);
        }
    }

    private static boolean hasNode() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each).resolve("node")));
    }

    @Test
    void aNodeActionOfTheRepositoryRunsAtItsStepAndAtTheEndOfTheJob() throws Exception {
        assumeTrue(hasNode(), "no Node.js on this machine");
        action(
                "buoy",
                """
                name: Buoy
                inputs:
                  colour: { default: 'red for ${{ github.repository }}' }
                  Deep water: {}
                runs: { using: node24, main: start.js, post: stop.js }
                """,
                "start.js",
                """
                const fs = require('fs');
                console.log(`lit ${process.env.INPUT_COLOUR}, ${process.env.INPUT_DEEP_WATER}`);
                fs.appendFileSync(process.env.GITHUB_OUTPUT, 'lamp=on\\n');
                fs.appendFileSync(process.env.GITHUB_STATE, 'oil=half\\n');
                """,
                "stop.js",
                "console.log('put out, oil ' + process.env.STATE_oil); process.exitCode = 0;\n");
        Ran ran = rehearse("""
                on: push
                jobs:
                  one:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                      - uses: ./actions/buoy
                        id: buoy
                        with: { 'Deep water': '40 m' }
                      - run: echo "the lamp is ${{ steps.buoy.outputs.lamp }}"
                """);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.err())
                .containsSubsequence("lit red for harbour/tide, 40 m", "the lamp is on", "put out, oil half");
        assertThat(ran.out()).contains("./actions/buoy: run by the Node.js of this machine");
        folder.write("actions/buoy/stop.js", "console.log('no wick'); process.exit(2);\n");
        Ran failed = rehearse("""
                on: push
                jobs:
                  one:
                    runs-on: ubuntu-latest
                    steps: [{ uses: actions/checkout@v4 }, { uses: ./actions/buoy }]
                """);
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.out()).contains("the job one: at its end, ./actions/buoy failed: no wick");
    }

    @Test
    void anActionOfTheRepositoryThatCannotRunIsNotTakenForAStranger() throws Exception {
        action("crane", "name: Crane\nruns: { using: docker, image: Dockerfile }\n");
        String workflow = """
                on: push
                jobs:
                  early:
                    runs-on: ubuntu-latest
                    steps: [{ uses: ./actions/crane }]
                  image:
                    runs-on: ubuntu-latest
                    steps: [{ uses: actions/checkout@v4 }, { uses: ./actions/crane }]
                """;
        assertThat(rehearse(workflow).out())
                .contains(
                        "there is no action.yml in 'actions/crane' of the workspace",
                        "the action ./actions/crane runs by 'docker'",
                        "to skip it, add --skip-action ./actions/crane")
                .doesNotContain("no stand-in");
        assertThat(rehearse(workflow + "# again\n", "--skip-action", "./actions/crane")
                        .exit())
                .isZero();
    }

    @Test
    void aNoteWithoutATargetExcusesNoProgramOfAnotherMachine() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "/bin/ls is a program of another system");
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(it -> Files.isExecutable(Path.of(it, "go"))),
                "no go on this machine");
        Ran ran = rehearse("""
                on: push
                permissions: { contents: write }
                jobs:
                  release:
                    runs-on: ubuntu-latest
                    env: { GH_TOKEN: '${{ github.token }}', GH_REPO: '${{ github.repository }}' }
                    steps:
                      - run: |
                          CGO_ENABLED=1 CC=no-such-compiler go env GOOS
                          cp /bin/ls tide-linux-riscv64
                          gh release create v1.2.3 tide-linux-riscv64 --notes x
                """);
        assertThat(ran.out())
                .contains("go env for linux/")
                .contains("failed  tide-linux-riscv64")
                .contains("but its file name says linux riscv64");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void aProgramThatASimulatedRunnerUploadsIsSaidToBeOfThisMachine() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "macOS is not simulated here");
        Ran ran = rehearse("""
                on: push
                jobs:
                  build:
                    name: Build ${{ matrix.target }}
                    strategy: { matrix: { target: [compiled, scripted], runner: [macos-15] } }
                    runs-on: ${{ matrix.runner }}
                    steps:
                      - run: if [ ${{ matrix.target }} = compiled ]; then cp /bin/ls tide; else echo '#!/bin/sh' > tide; fi
                      - uses: actions/upload-artifact@v4
                        with: { name: 'tide-${{ matrix.target }}', path: tide }
                """);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .contains("Build compiled: tide was built for this machine")
                .doesNotContain("Build scripted: tide");
    }
}
