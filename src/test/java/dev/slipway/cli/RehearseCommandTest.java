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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release whose program is a shell script, so that nothing has to be compiled. */
class RehearseCommandTest {
    private static final String CONFIG = """
            name: tool
            repository: acme/tool
            command: { build: sh build.sh, output: 'out/{name}', static: true }
            targets: [linux-amd64]
            """;
    private static final String BUILD = """
            mkdir -p out
            printf '#!/bin/sh\\necho tool 1.0.0\\n' > out/tool
            chmod +x out/tool
            """;

    @TempDir
    private Path root;

    private Folder folder;

    @BeforeEach
    void aRepository() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
        folder = new Folder(root).write("build.sh", BUILD).write("slipway.yml", CONFIG);
        git("init", "--quiet", "--initial-branch=main");
        assertThat(folder.run("generate").exit()).isZero();
        commit();
    }

    private void commit() throws IOException, InterruptedException {
        git("add", "--all");
        git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=a");
    }

    private String git(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("git", "-C", root.toString()));
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(out).isZero();
        return out.strip();
    }

    @Test
    void aReleaseThatWorksIsAsPlanned() throws Exception {
        String before = git("rev-parse", "HEAD");
        Ran ran = folder.run("rehearse", "v1.2.3");
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .contains("Release v1.2.3  latest")
                .contains("tool-v1.2.3-linux-amd64.tar.gz.sha256")
                .contains("create-release: published release v1.2.3 with 2 files, now the latest")
                .endsWith("As planned.\nSlipway published nothing: no push, no release, no login. "
                        + "Results are in .slipway/rehearsal.\n");
        assertThat(ran.err())
                .contains("build-linux  Build linux-amd64  on ubuntu-latest")
                .contains("  ok  Pack");
        assertThat(git("tag")).isEmpty();
        assertThat(git("rev-parse", "HEAD")).isEqualTo(before);
        assertThat(git("status", "--porcelain")).isEmpty();
        try (Stream<Path> files = Files.walk(root.resolve(".slipway/rehearsal"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("report.json", "tool-v1.2.3-linux-amd64.tar.gz", ".gitignore");
        }
    }

    @Test
    void theNextPatchVersionIsRehearsedWhereNoTagIsNamed() throws Exception {
        assertThat(folder.run("rehearse", "--quiet").out()).contains("Release v0.1.0  latest");
        git("tag", "v1.9.10");
        assertThat(folder.run("rehearse", "--quiet").out()).contains("Release v1.9.11  latest");
    }

    @Test
    void aBackportIsNotTheLatest() throws Exception {
        git("tag", "v2.0.0");
        Ran ran = folder.run("rehearse", "--quiet", "v1.0.1");
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("Release v1.0.1\n").endsWith("Results are in .slipway/rehearsal.\n");
    }

    @Test
    void aBrokenScriptOfTheProjectsOwnSaysWhichStepFailsAndWhy() throws Exception {
        String pack = Files.readString(Path.of("templates/scripts/checksums.sh"));
        folder.write(".slipway/templates/scripts/checksums.sh", pack.replace("cd dist", "cd distribution"));
        assertThat(folder.run("generate").exit()).isZero();
        commit();
        Ran ran = folder.run("rehearse", "v1.2.3");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("  failed  Compute checksums").contains("distribution: No such file");
        assertThat(ran.out())
                .contains("failed  create-release: step 'Compute checksums': ")
                .contains("Differences from the plan\n  the release v1.2.3 is planned but missing\n")
                .contains("Slipway published nothing: ");
    }

    @Test
    void whatIsNotPlannedIsSaid() throws Exception {
        String path = ".github/workflows/release-and-publish.yml";
        String workflow = folder.read(path);
        folder.write(
                path, workflow.replace("          cd dist\n", "          cd dist\n          echo more > more.txt\n"));
        commit();
        Ran ran = folder.run("rehearse", "--quiet", "v1.2.3");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("Differences from the plan\n  the file more.txt is released but not planned\n")
                .contains("  the file more.txt.sha256 is released but not planned\n")
                .doesNotContain("As planned.");
    }

    @Test
    void aJobThatIsNotThereIsRefused() {
        Ran ran = folder.run("rehearse", "--job", "nope");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--job nope: the jobs are build-linux, create-release");
    }

    @Test
    void aTagThatStartsNothingIsRefused() {
        Ran ran = folder.run("rehearse", "nightly");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).startsWith("error: ").contains("nightly");
    }

    @Test
    void aWorkflowThatIsNotCommittedIsAskedFor() throws Exception {
        git("rm", "--quiet", "--cached", ".github/workflows/release-and-publish.yml");
        git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=b");
        Ran ran = folder.run("rehearse");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("commit what 'slipway generate' wrote");
    }

    @Test
    void anActionWithoutAStandInCanBePassedOver() throws Exception {
        folder.write(".github/workflows/other.yml", """
                on: push
                jobs:
                  one:
                    runs-on: ubuntu-latest
                    outputs: { said: '${{ steps.say.outputs.word }}' }
                    steps:
                      - uses: acme/mystery@v1
                      - id: say
                        run: echo "word=$GITHUB_EVENT_NAME" >> "$GITHUB_OUTPUT"
                  two:
                    needs: one
                    runs-on: ubuntu-latest
                    steps: [{ run: 'test "${{ needs.one.outputs.said }}" = push' }]
                """);
        commit();
        Ran refused = folder.run("rehearse", "--workflow", ".github/workflows/other.yml");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).contains("no stand-in for the action acme/mystery: to skip it, add --skip-action");
        Ran passed =
                folder.run("rehearse", "--workflow", ".github/workflows/other.yml", "--skip-action", "acme/mystery");
        assertThat(passed.exit()).as(passed.out() + passed.err()).isZero();
        assertThat(passed.out())
                .contains("acme/mystery: skipped by --skip-action")
                .contains("Every job succeeded.");
    }

    @Test
    void stepsSeeNothingOfThePersonsVariables() throws Exception {
        folder.write(".github/workflows/other.yml", """
                on: push
                jobs:
                  one:
                    runs-on: ubuntu-latest
                    steps: [{ run: 'env | sort; test "$HOME" != "%s"' }]
                """.formatted(System.getProperty("user.home")));
        commit();
        Ran ran = folder.run("rehearse", "--verbose", "--workflow", ".github/workflows/other.yml");
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.err()).contains("GITHUB_REPOSITORY=acme/tool");
        for (String name : System.getenv().keySet()) {
            if (name.matches("(?i).*(token|secret|password|key).*")) {
                assertThat(ran.err()).doesNotContain("\n      " + name + "=");
            }
        }
    }
}
