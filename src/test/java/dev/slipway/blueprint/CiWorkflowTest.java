package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.Generator;
import dev.slipway.Validator;
import dev.slipway.Version;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Schedule;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.render.Renderer;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiWorkflowTest {
    private static final String RUST = "repository: a/otto\nrust: { rust-version: 1.85 }\n";

    private static Generation generation(String config) {
        return new Generator(Renderer.standard()).generate(new SourceText("slipway.yml", config));
    }

    private static Workflow ci(String keys) {
        return generation(RUST + "ci: { " + keys + " }\n").blueprint().ci().orElseThrow();
    }

    private static Workflow full() throws IOException {
        return generation(Files.readString(Path.of("generated/full-ci/slipway.yml")))
                .blueprint()
                .ci()
                .orElseThrow();
    }

    private static StepsJob job(Workflow workflow, String id) {
        return (StepsJob) workflow.job(id).orElseThrow();
    }

    private static List<String> ids(List<? extends Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }

    private static List<String> names(StepsJob job) {
        return job.steps().stream()
                .map(step -> step.common().name().map(Text::source).orElse(""))
                .toList();
    }

    private static Step step(StepsJob job, String name) {
        return job.steps().get(names(job).indexOf(name));
    }

    private static String condition(StepsJob job) {
        return job.condition().map(expression -> expression.source()).orElse("");
    }

    @Test
    void everyWordIsTheIdOfItsJobAndTheGateIsTheLast() {
        assertThat(ids(ci("jobs: [docs, gate, typos, msrv, generated-files, lint], commands: { smoke: make }")
                        .jobs()))
                .containsExactly("docs", "msrv", "lint", "smoke", "typos", "generated-files", "gate");
    }

    @Test
    void theGateWaitsForEveryOtherJobWhateverBecomesOfThem() throws IOException {
        Workflow workflow = full();
        StepsJob gate = job(workflow, "gate");
        assertThat(ids(gate.needs()))
                .isEqualTo(ids(workflow.jobs().subList(0, workflow.jobs().size() - 1)))
                .hasSize(18);
        assertThat(condition(gate)).isEqualTo("always()");
        assertThat(gate.permissions().orElseThrow().grants()).isEmpty();
    }

    @Test
    void onlyJobsWithAConditionMayBeSkipped() throws IOException {
        for (Workflow workflow : List.of(
                full(), ci("jobs: [test, targets, gate]"), ci("jobs: [rehearse, gate]"), ci("jobs: [test, gate]"))) {
            String named = step(job(workflow, "gate"), "Check the results")
                    .common()
                    .env()
                    .get("MAY_BE_SKIPPED")
                    .toString();
            Set<String> conditional = workflow.jobs().stream()
                    .filter(job -> !job.id().equals("gate"))
                    .filter(job -> !condition((StepsJob) job).isEmpty())
                    .map(Job::id)
                    .collect(Collectors.toSet());
            assertThat(named.isEmpty() ? Set.of() : Set.of(named.split(" "))).isEqualTo(conditional);
        }
    }

    /** zizmor finds a poisoned cache in a workflow for such a branch, although CI publishes nothing. */
    @Test
    void aBranchForReleasesIsExplainedToZizmor() {
        assertThat(Examples.generate("repository: a/otto\nrust: {}\nci: { branches: [main, 'release/**'] }\n")
                        .files()
                        .files())
                .anySatisfy(file -> assertThat(file.text())
                        .contains("\n  push: # zizmor: ignore[cache-poisoning] the release uses no cache\n"
                                + "    branches: [main, 'release/**']\n"));
        assertThat(ci("branches: [main, stable]").on()).contains(Event.push().branches(List.of("main", "stable")));
    }

    @Test
    void withoutAGateThePathsKeepTheWorkflowFromStarting() {
        Workflow workflow = ci("paths: [src/**, Cargo.*]");
        assertThat(workflow.on())
                .containsExactly(
                        Event.push().branches(List.of("main")).paths(List.of("src/**", "Cargo.*")),
                        Event.pullRequest().paths(List.of("src/**", "Cargo.*")));
        assertThat(ids(workflow.jobs())).containsExactly("lint", "test");
    }

    @Test
    void withAGateTheyKeepJobsFromStartingForTheCheckIsRequired() {
        Workflow workflow = ci("paths-ignore: docs/**, jobs: [test, typos, gate]");
        assertThat(workflow.on())
                .containsExactly(
                        Event.push().branches(List.of("main")).filter("paths-ignore", List.of("docs/**")),
                        Event.pullRequest());
        assertThat(condition(job(workflow, "test"))).isEqualTo("needs.changes.outputs.paths == 'true'");
        assertThat(condition(job(workflow, "typos"))).isEmpty();
        assertThat(step(job(workflow, "changes"), "Detect changes to tested files")
                        .common()
                        .env()
                        .get("FILES"))
                .hasToString(":(exclude,glob)docs/**");
    }

    @Test
    void theTargetsAreThoseOfTheReleaseButGoNowhere() {
        Generation generation = generation(RUST + "ci: { jobs: [test, targets] }\n");
        Workflow workflow = generation.blueprint().ci().orElseThrow();
        for (String id : List.of("build-linux", "build-macos")) {
            StepsJob release = job(generation.blueprint().release(), id);
            StepsJob rehearsal = job(workflow, id);
            assertThat(rehearsal.strategy()).isEqualTo(release.strategy());
            assertThat(names(rehearsal)).endsWith("Check that all files were built");
            assertThat(names(rehearsal).subList(0, names(rehearsal).size() - 1))
                    .isEqualTo(names(release).subList(1, names(release).size() - 1).stream()
                            .filter(name -> !name.equals("Check that the release is not public yet"))
                            .toList())
                    .endsWith("Build");
            assertThat(step(rehearsal, "Build")).isEqualTo(step(release, "Build"));
            assertThat(condition(rehearsal)).isEqualTo("needs.changes.outputs.targets == 'true'");
        }
    }

    @Test
    void aRehearsalBuildsWithTheStepsOfTheReleaseAndHandsOverWhatTheyMake() {
        Generation generation = generation(
                "repository: a/lantern\ngo: { version: 1.26, ldflags: '-X main.version={version}' }\nci: { jobs: [rehearse] }\n");
        Workflow workflow = generation.blueprint().ci().orElseThrow();
        for (String id : List.of("build-linux", "build-macos")) {
            StepsJob release = job(generation.blueprint().release(), id);
            StepsJob rehearsal = job(workflow, id);
            assertThat(rehearsal.strategy()).isEqualTo(release.strategy());
            assertThat(rehearsal.runsOn()).isEqualTo(release.runsOn());
            assertThat(names(rehearsal))
                    .isEqualTo(names(release).subList(1, names(release).size()))
                    .endsWith("Build", "Upload the programs");
            assertThat(step(rehearsal, "Build").common().env().get("TAG"))
                    .hasToString("${{ needs.changes.outputs.tag }}");
            Uses upload = (Uses) step(rehearsal, "Upload the programs");
            assertThat(upload.inputs())
                    .containsAllEntriesOf(((Uses) step(release, "Upload the programs")).inputs())
                    .hasEntrySatisfying(
                            "retention-days", days -> assertThat(days).isEqualTo(Value.of(3)));
            assertThat(condition(rehearsal)).isEqualTo("needs.changes.outputs.release == 'true'");
        }
    }

    @Test
    void aRehearsalTakesEveryArtifactAndMayPublishNothing() {
        Workflow workflow = ci("jobs: [rehearse] }\narchive: { generate: { otto.1: '{bin} man' }");
        StepsJob rehearse = job(workflow, "rehearse");
        assertThat(ids(rehearse.needs())).containsExactly("changes", "build-linux", "build-macos");
        assertThat(condition(rehearse)).isEqualTo("needs.changes.outputs.release == 'true'");
        assertThat(rehearse.permissions().orElseThrow().grants())
                .extracting(grant -> grant.scope().name() + ": " + grant.level())
                .containsExactly("contents: read");
        assertThat(((Uses) step(rehearse, "Download the programs")).inputs())
                .hasToString("{pattern=otto-*, path=${{ runner.temp }}/built}");
        assertThat(((Uses) step(rehearse, "Download the generated files")).inputs())
                .hasToString("{name=extras, path=${{ runner.temp }}/built/extras}");
        assertThat(((Run) step(rehearse, "Rehearse the release")).script().source())
                .isEqualTo("slipway rehearse \"$TAG\" --built \"$RUNNER_TEMP/built\"");
        assertThat(names(job(workflow, "build-linux"))).endsWith("Upload the generated files", "Upload the programs");
    }

    @Test
    void aPullRequestIsRehearsedThatTouchesWhatTheReleaseIsMadeOf() {
        Workflow workflow = generation("repository: a/b\nmaven: {}\ndocker: {}\nrelease: { files: NOTES.md }\n"
                        + "ci: { jobs: [targets, rehearse] }\n")
                .blueprint()
                .ci()
                .orElseThrow();
        StepsJob changes = job(workflow, "changes");
        assertThat(names(changes)).doesNotContain("Detect changes that affect builds");
        assertThat(step(changes, "Detect changes that affect a release")
                        .common()
                        .env()
                        .get("FILES")
                        .toString()
                        .lines())
                .containsExactly(
                        ":(glob)slipway.yml",
                        ":(glob).github/workflows/ci.yml",
                        ":(glob).github/workflows/release-and-publish.yml",
                        ":(glob).slipway/**",
                        ":(glob)Dockerfile",
                        ":(glob).dockerignore",
                        ":(glob)NOTES.md",
                        ":(glob)**/pom.xml",
                        ":(glob).mvn/**");
    }

    @Test
    void theVersionOfTheSourcesIsRehearsedWhereTheReleaseWouldRefuseAnother() {
        Workflow workflow = ci("jobs: [rehearse] }\nrelease: { version-check: true");
        StepsJob changes = job(workflow, "changes");
        assertThat(names(changes)).endsWith("Install Rust", "Choose the tag to rehearse");
        assertThat(changes.steps().subList(2, 4))
                .allSatisfy(step -> assertThat(
                                step.common().condition().orElseThrow().source())
                        .isEqualTo("steps.release.outputs.changed == 'true'"));
        assertThat(((Run) step(changes, "Choose the tag to rehearse")).script().source())
                .contains("cargo metadata")
                .endsWith("echo \"tag=$TAG_PREFIX$version\" | tee -a \"$GITHUB_OUTPUT\"\n");
        assertThat(((Run) step(job(workflow, "rehearse"), "Rehearse the release"))
                        .script()
                        .source())
                .contains("git tag --delete \"$TAG\"");
    }

    @Test
    void theActionsOfTheProjectsOwnJobsArePassedOverButNotOurs() {
        Workflow workflow = generation(RUST + """
                        ci: { jobs: [rehearse] }
                        jobs:
                          announce:
                            needs: release
                            runs-on: ubuntu-latest
                            permissions: { contents: read }
                            timeout-minutes: 5
                            steps:
                              - uses: actions/checkout@v6
                              - uses: ./.github/actions/own
                              - uses: someone/telegram@v1
                        """).blueprint().ci().orElseThrow();
        assertThat(((Run) step(job(workflow, "rehearse"), "Rehearse the release"))
                        .script()
                        .source())
                .endsWith("/built\" --skip-action someone/telegram");
    }

    @Test
    void schedulesAndMergeQueuesStartItToo() {
        assertThat(ci("schedule: [0 6 * * 1, 30 4 1 * *], merge-queue: true").on())
                .endsWith(
                        Event.named("merge_group"),
                        new Schedule(List.of(
                                new Schedule.Cron("0 6 * * 1", Optional.empty()),
                                new Schedule.Cron("30 4 1 * *", Optional.empty()))));
    }

    @Test
    void packagesAreInstalledOnLinuxAlone() throws IOException {
        assertThat(step(job(full(), "test"), "Install packages").common().condition())
                .hasValueSatisfying(condition -> assertThat(condition.source()).isEqualTo("runner.os == 'Linux'"));
        assertThat(step(job(full(), "clippy"), "Install packages").common().condition())
                .isEmpty();
        assertThat(names(job(full(), "fmt"))).doesNotContain("Install packages", "Set up");
    }

    @Test
    void theOldestRustIsThatOfTheConfigInItsOwnJobAlone() {
        Workflow workflow = ci("jobs: [test, msrv]");
        assertThat(job(workflow, "msrv").env()).hasToString("{RUSTUP_TOOLCHAIN=1.85}");
        assertThat(job(workflow, "test").env()).isEmpty();
    }

    @Test
    void aDependencyIsResolvedBeforeItIsAuditedWhereNoLockFileIsCommitted() {
        Workflow workflow = generation("repository: a/b\nrust: { locked: false }\nci: { jobs: audit }\n")
                .blueprint()
                .ci()
                .orElseThrow();
        assertThat(names(job(workflow, "audit")))
                .containsExactly(
                        "Check out",
                        "Install Rust",
                        "Resolve the dependencies",
                        "Install cargo-audit",
                        "Check the dependencies");
    }

    @Test
    void aCommandHasThePermissionsItAsksForAndReadsTheSources() throws IOException {
        assertThat(job(full(), "bench").permissions().orElseThrow().grants())
                .extracting(grant -> grant.scope().name() + ": " + grant.level())
                .containsExactly("contents: read", "pull-requests: write");
        Workflow own = ci("commands: { tidy: { run: [make tidy, git push], permissions: { contents: write } } }");
        assertThat(job(own, "tidy").permissions().orElseThrow().grants())
                .extracting(grant -> grant.scope().name() + ": " + grant.level())
                .containsExactly("contents: write");
        assertThat(((Run) step(job(own, "tidy"), "Run tidy")).script().source()).isEqualTo("make tidy\ngit push\n");
    }

    @Test
    void everyCheckoutBringsTheSubmodules() throws IOException {
        Generation generation = generation(RUST + "submodules: recursive\nci: { jobs: [test, typos] }\n");
        assertThat(List.of(
                        generation.blueprint().release(),
                        generation.blueprint().ci().orElseThrow()))
                .flatExtracting(Workflow::jobs)
                .flatExtracting(job -> ((StepsJob) job).steps())
                .filteredOn(step ->
                        step instanceof Uses uses && uses.action().name().equals("actions/checkout"))
                .hasSize(5)
                .allSatisfy(step ->
                        assertThat(((Uses) step).inputs().get("submodules")).hasToString("recursive"));
    }

    @Test
    void theFilesAreCheckedByTheSlipwayThatWroteThem() {
        Generation generation = generation(RUST + "ci: { jobs: generated-files }\n");
        StepsJob job = job(generation.blueprint().ci().orElseThrow(), "generated-files");
        assertThat(step(job, "Install Slipway").common().env())
                .hasToString("{GH_TOKEN=${{ github.token }}, GH_REPO=slipway-dev/slipway, VERSION=" + Version.current()
                        + "}");
        assertThat(((Run) step(job, "Check the generated files")).script().source())
                .isEqualTo("slipway check --format github");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rust: { rust-version: 1.85, locked: false }\nci: { jobs: [lint, fmt, clippy, test, nextest, build, msrv, docs, deny, audit, coverage, typos, targets, generated-files, gate], paths: src/** }",
                "rust: {}\nci: { jobs: [audit, gate], schedule: 0 6 * * 1, merge-queue: true }",
                "rust: {}\nci: { os: [windows-latest, my-own], packages: [git], setup: [make a, make a], env: { A: 1 } }",
                "rust: {}\ndocker: {}\nci: { jobs: [targets] }",
                "rust: {}\ndocker: {}\nrelease: { version-check: true }\nci: { jobs: [rehearse, gate], paths: src/** }",
                "go: { version: 1.26 }\nrelease: { notes: changelog }\nci: { jobs: [targets, rehearse] }",
                "maven: {}\nci: { jobs: [test, typos, targets, generated-files, gate], commands: { a: echo \"$HOME\" } }",
            })
    void nothingThatIsGeneratedHasAFinding(String config) {
        assertThat(new Validator(LocalDate.of(2026, 1, 1)).check(generation("repository: a/b\n" + config + "\n")))
                .isEmpty();
    }
}
