package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a rehearsal refuses, leaves out, and says of what it was not asked. */
@Tag("once")
class RehearseOptionsTest {
    private static final String CONFIG = """
            name: kite
            repository: acme/kite
            command: { build: sh build.sh, output: 'out/{name}', static: true }
            targets: [linux-amd64]
            ci: false
            """;
    private static final String BUILD = "mkdir -p out; printf '#!/bin/sh\\necho 1\\n' > out/kite; chmod +x out/kite\n";
    private static final String OTHER = ".github/workflows/other.yml";

    @TempDir
    private Path root;

    private Folder folder;

    @BeforeEach
    void aRepository() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
        folder = new Folder(root).write("build.sh", BUILD).write("slipway.yml", CONFIG);
        assertThat(folder.run("generate").exit()).isZero();
        new SampleRepository(root).committed();
    }

    private String git(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(
                List.of("git", "-C", root.toString(), "-c", "user.name=a", "-c", "user.email=a@example.com"));
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(out).isZero();
        return out.strip();
    }

    /** Rehearses another workflow of the repository. */
    private Ran other(String workflow, String... options) throws IOException, InterruptedException {
        folder.write(OTHER, workflow);
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message=Fly higher");
        List<String> words = new ArrayList<>(List.of("rehearse", "--workflow", OTHER));
        words.addAll(List.of(options));
        return folder.run(words.toArray(String[]::new));
    }

    private JsonNode report() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(root.resolve(".slipway/rehearsal/report.json")));
    }

    private static void refused(Ran ran, String message) {
        assertThat(ran.err()).isEqualTo("error: " + message + "\n");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aRowThatNoJobHasIsRefusedWithThoseThatThereAre() {
        refused(folder.run("rehearse", "--row", "windows"), "--row windows: the rows are Build linux-amd64");
    }

    @Test
    void amongSeveralProjectsATagOrAConfigChooses() throws Exception {
        folder.write("slipway.yo-yo.yml", CONFIG.replace("kite", "yo-yo") + "release: { tag: 'yo-yo-v*' }\n");
        folder.run("generate");
        git("add", "--all");
        git("commit", "--quiet", "--message=b");
        refused(
                folder.run("rehearse"),
                "the repository has several projects (slipway.yml, slipway.yo-yo.yml): use a tag of one of them, or "
                        + "select one with --config");
    }

    @Test
    void changesThatAreNotCommittedAreNamedForPeopleAndPrograms() throws Exception {
        folder.write("build.sh", BUILD + "exit 1\n");
        folder.write("notes.txt", "what git does not know and Slipway does not make is nobody's business");
        Ran ran = folder.run("rehearse", "v1.2.3");
        assertThat(ran.err()).startsWith("note: not committed, so not rehearsed: changes to build.sh\n");
        assertThat(ran.out()).contains("\nNot committed, so not rehearsed: changes to 1 file\n  build.sh\n");
        assertThat(ran.exit()).isZero();
        assertThat(report().path("uncommitted").toString()).isEqualTo("[\"build.sh\"]");
    }

    @Test
    void generatedFilesThatWereNeverCommittedAreAskedFor() throws Exception {
        git("rm", "--quiet", "--cached", ".github/workflows/release-and-publish.yml");
        git("commit", "--quiet", "--message=b");
        refused(
                folder.run("rehearse"),
                "commit what 'slipway generate' wrote: the last commit does not have "
                        + ".github/workflows/release-and-publish.yml");
    }

    @Test
    void aWorkflowThatIsNotThereIsRefusedWithThoseThatAre() throws IOException {
        refused(
                folder.run("rehearse", "--workflow", "release.yml"),
                "the commit has no 'release.yml': its workflows are .github/workflows/release-and-publish.yml");
        folder.write(OTHER, "on: push\n");
        refused(
                folder.run("rehearse", "--workflow", "./" + OTHER),
                "the commit has no '" + OTHER + "': commit it first");
    }

    @Test
    void withoutARepositoryOrACommitItSaysWhatToDo(@TempDir Path empty) throws IOException {
        Folder bare = new Folder(empty.toRealPath()).write("slipway.yml", CONFIG);
        refused(
                bare.run("rehearse"),
                "'" + bare.root() + "' is not in a Git repository, and a rehearsal runs the last commit: "
                        + "run 'git init', and commit the files");
        Folder below = new Folder(root.toRealPath().resolve("sub"))
                .write("slipway.yml", CONFIG)
                .write(".slipway/manifest.json", "{}");
        assertThat(below.run("rehearse").err())
                .contains("is not the root of its repository: add --directory " + root.toRealPath());
    }

    @Test
    void aRepositoryWithoutACommitIsSaidToBeOne(@TempDir Path empty) throws Exception {
        Folder bare = new Folder(empty).write("slipway.yml", CONFIG);
        assertThat(new ProcessBuilder("git", "init", "--quiet", empty.toString())
                        .start()
                        .waitFor())
                .isZero();
        refused(bare.run("rehearse"), "the repository has no commit to rehearse: commit the files");
    }

    @Test
    void inputsAreCheckedBeforeAnythingRunsAndReachTheSteps() throws Exception {
        String workflow = """
                on:
                  workflow_dispatch:
                    inputs:
                      depth: { type: choice, options: [low, high], required: true }
                      loud: { type: boolean, default: true }
                jobs:
                  one:
                    runs-on: ubuntu-latest
                    steps:
                      - if: inputs.loud && github.event.inputs.loud == 'true'
                        run: echo "depth is ${{ inputs.depth }}"; grep '"loud":"true"' <(tr -d ' ' < "$GITHUB_EVENT_PATH")
                """;
        refused(
                other(workflow, "--event", "workflow_dispatch"),
                "the workflow needs the input 'depth': write --input depth=low|high");
        refused(
                other(workflow, "--event", "workflow_dispatch", "--input", "depth=6", "--input", "lout=no"),
                "--input depth=6: it must be one of low, high\n  --input lout: the inputs are depth, loud");
        Ran ran = other(workflow, "-v", "--event", "workflow_dispatch", "--input", "depth=high");
        assertThat(ran.err()).contains("      depth is high\n      \"loud\":\"true\"");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void aPullRequestGoesFromTheBranchThatIsCheckedOutToTheDefaultBranch() throws Exception {
        git("branch", "--move", "main");
        String base = git("rev-parse", "HEAD");
        git("switch", "--quiet", "--create", "higher");
        Ran ran = other("""
                on: { pull_request: { branches: [main], types: [labeled, synchronize] } }
                jobs:
                  one:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                        with: { fetch-depth: 0 }
                      - run: echo "$GITHUB_REF $GITHUB_BASE_REF $GITHUB_HEAD_REF ${{ github.event.action }}"
                      - run: echo "from $(git rev-parse HEAD) to ${{ github.event.pull_request.base.sha }}"
                      - shell: python3 {0}
                        run: |
                          import json, os
                          event = json.load(open(os.environ["GITHUB_EVENT_PATH"]))
                          print(event["pull_request"]["head"]["ref"], event["number"], event["pull_request"]["title"])
                """, "--event", "pull_request", "--verbose");
        assertThat(ran.err())
                .contains("      refs/pull/1/merge main higher synchronize\n")
                .contains("      from " + git("rev-parse", "HEAD") + " to " + base + "\n")
                .contains("      higher 1 Fly higher\n");
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(report().path("cause").asString()).isEqualTo("pull_request of refs/pull/1/merge");
        refused(
                folder.run("rehearse", "--workflow", OTHER, "--event", "pull_request", "--ref", "main"),
                "--ref main: write refs/heads/main for a branch, refs/tags/main for a tag");
    }

    @Test
    void whatThisMachineCannotRunIsLeftOutIfAskedAndSoIsWhatNeedsIt() throws Exception {
        Ran ran =
                other("""
                on: push
                jobs:
                  near: { runs-on: self-hosted, steps: [{ run: echo near }] }
                  far: { runs-on: [self-hosted, %s], steps: [{ run: echo far }] }
                  behind: { needs: [near, far], runs-on: self-hosted, steps: [{ run: echo behind }] }
                """.formatted(System.getProperty("os.name").equals("Linux") ? "macOS" : "Linux"), "--only-here");
        assertThat(ran.err()).contains("far  far  skipped: it runs on self-hosted, ");
        assertThat(ran.out())
                .contains("\nLeft out\n  far, far: it runs on ")
                .contains("  behind: it needs all rows of far, and some were left out\n")
                .contains("\nEvery job that ran succeeded.\n");
        assertThat(ran.exit()).isZero();
        assertThat(report().path("compared").asBoolean()).isFalse();
        assertThat(report().path("leftOut").size()).isEqualTo(2);
    }

    @Test
    void whereNothingHasToBeLeftOutTheResultIsComparedWithThePlan() {
        Ran ran = folder.run("rehearse", "v1.2.3", "--only-here");
        assumeTrue(System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64"));
        assertThat(ran.out()).contains("\nAs planned.\n");
    }

    @Test
    void aWorkflowOfAnotherRepositoryFailsOrIsPassedOverAlikeEverywhere() throws Exception {
        String workflow = """
                on: push
                jobs:
                  call: { uses: octo/sky/.github/workflows/wind.yml@v2 }
                  after: { needs: call, runs-on: ubuntu-latest, steps: [{ run: echo after }] }
                """;
        String why = "the workflow octo/sky/.github/workflows/wind.yml is in another repository, and a rehearsal "
                + "does not download it: to skip it, add --skip-action octo/sky";
        Ran failed = other(workflow);
        assertThat(failed.err()).contains("call  failed: " + why + "\nafter  skipped: ");
        assertThat(failed.out()).contains("failed  call: " + why + "\n");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(report().path("jobs").get(0).path("result").asString()).isEqualTo("failure");
        Ran passed = other(workflow, "--skip-action", "octo/sky");
        assertThat(passed.err()).contains("call  nothing ran: skipped by --skip-action\n");
        assertThat(passed.out()).contains("octo/sky/.github/workflows/wind.yml: skipped by --skip-action");
        assertThat(passed.exit()).isZero();
    }

    @Test
    void aWorkflowOfThisRepositoryIsFoundByItsWholeNameToo() throws Exception {
        folder.write(".github/workflows/inner.yml", """
                on: workflow_call
                jobs:
                  deep: { runs-on: ubuntu-latest, steps: [{ run: echo deep }] }
                  never: { if: false, runs-on: ubuntu-latest, steps: [{ run: echo never }] }
                """);
        Ran ran = other("on: push\njobs: { call: { uses: acme/kite/.github/workflows/inner.yml@v1 } }\n");
        assertThat(ran.err())
                .contains("deep  call / deep  on ubuntu-latest\n  ok  Run echo deep")
                .contains("call / never  skipped: its condition is false\n");
        assertThat(ran.out()).contains("acme/kite/.github/workflows/inner.yml: read from the rehearsed commit");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void everyRecordSaysTheJobThatItIsOfAndWhatWouldBeSentIsOne() throws Exception {
        Ran ran = other("""
                on: push
                jobs:
                  ask:
                    runs-on: ubuntu-latest
                    steps:
                      - run: |
                          env -u GITHUB_JOB curl -sS "$GITHUB_API_URL/repos/acme/kite"
                          curl -sS -X POST -d hello https://example.com/hook
                  idle: { runs-on: ubuntu-latest, steps: [{ if: false, run: 'true' }] }
                """);
        assertThat(ran.out()).contains("""
                Recorded, not sent
                  ask: requested from the API: repos/acme/kite: 200
                  ask: would send POST https://example.com/hook
                """).doesNotContain("Stand-ins");
        assertThat(ran.err()).contains("idle  idle  on ubuntu-latest\n  no step ran: every condition is false\n");
    }

    @Test
    void whatIsPushedElsewhereIsWhereTheReportSays() throws Exception {
        Ran ran = other("""
                on: push
                jobs:
                  tap:
                    runs-on: ubuntu-latest
                    env: { GH_TOKEN: a-person }
                    steps:
                      - run: gh api repos/acme/tap/contents/Casks/kite.rb -X PUT -f message=m -f content=a2l0ZQ==
                """);
        String kept = "github/pushed/acme/tap/Casks/kite.rb";
        assertThat(ran.out()).contains("tap: pushed Casks/kite.rb to acme/tap (kept at " + kept + ")\n");
        assertThat(root.resolve(".slipway/rehearsal").resolve(kept)).hasContent("kite");
    }

    @Test
    void aDownloadThatIsRefusedSaysWhatIsPossible() throws Exception {
        Ran ran = other("""
                on: push
                jobs: { get: { runs-on: ubuntu-latest, steps: [{ run: 'curl -sS https://example.com/a' }] } }
                """);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("does not download from example.com outside of a container: "
                        + "use what this machine already has")
                .contains("Recorded, not sent\n  get: curl https://example.com/a: ");
    }

    @Test
    void thePermissionsOfEachJobAreThoseOfThePlan() throws Exception {
        assertThat(folder.run("rehearse", "v1.2.3").exit()).isZero();
        JsonNode plan = JsonMapper.shared()
                .readTree(folder.run("plan", "v1.2.3", "--format", "json").out());
        assertThat(permissions(report())).isEqualTo(permissions(plan)).containsKey("create-release");
        assertThat(permissions(plan).values()).anyMatch(granted -> granted.contains("contents: write"));
    }

    private static Map<String, List<String>> permissions(JsonNode report) {
        Map<String, List<String>> all = new TreeMap<>();
        report.path("jobs")
                .valueStream()
                .forEach(job -> all.put(
                        job.path("id").asString(),
                        job.path("permissions")
                                .valueStream()
                                .map(one -> one.path("scope").asString() + ": "
                                        + one.path("level").asString())
                                .sorted()
                                .toList()));
        return all;
    }
}
