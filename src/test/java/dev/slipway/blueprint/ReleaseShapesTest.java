package dev.slipway.blueprint;

import static dev.slipway.blueprint.Drawn.input;
import static dev.slipway.blueprint.Drawn.names;
import static dev.slipway.blueprint.Drawn.permissions;
import static dev.slipway.blueprint.Drawn.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import dev.slipway.source.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which jobs a release has, and what each may do, for the ways to release. */
class ReleaseShapesTest {
    private static final String BASE = "repository: a/otto\nrust: {}\ntargets: linux-amd64\n";

    private static Workflow release(String text) {
        return Examples.generate(BASE + text + "\n").blueprint().release();
    }

    private static String graph(Workflow workflow) {
        return workflow.jobs().stream().map(job -> job.id() + job.neededIds()).collect(Collectors.joining(" "));
    }

    @Test
    void aTagNeedsNoJobToNameIt() {
        assertThat(graph(release("docker: {}")))
                .isEqualTo("build-linux[] create-release[build-linux] docker[build-linux]");
    }

    @Test
    void everyJobWaitsForTheVersionWhereThereIsOne() {
        assertThat(graph(release("release: { trigger: dispatch, draft: until-complete }\nsbom: spdx\ndocker: {}")))
                .isEqualTo("version[] build-linux[version] sbom[version] create-release[version, build-linux, sbom] "
                        + "docker[version, build-linux] publish-release[version, create-release, docker]");
    }

    @Test
    void untilCompleteWaitsForNothingWhereThereIsNoImage() {
        assertThat(graph(release("release: { draft: until-complete }")))
                .isEqualTo("build-linux[] create-release[build-linux]");
    }

    /** The action gives an artifact a folder of its own only where its pattern finds several. */
    @Test
    void anArtifactThatMayBeAloneIsAskedForByItsName() {
        Workflow alone = Examples.generate(BASE).blueprint().release();
        assertThat(input(alone, "create-release", "Download linux-amd64", "name"))
                .isEqualTo("otto-linux-amd64");
        assertThat(input(alone, "create-release", "Download linux-amd64", "path"))
                .isEqualTo("built/otto-linux-amd64");
        Workflow several = Examples.generate(BASE.replace("linux-amd64", "[linux-amd64, linux-arm64]"))
                .blueprint()
                .release();
        assertThat(input(several, "create-release", "Download the programs", "pattern"))
                .isEqualTo("otto-*");
    }

    @Test
    void whatIsExperimentalMayLeaveAnArtifactAlone() {
        String targets = "[linux-amd64, { target: linux-riscv64, experimental: true }]";
        Workflow release = Examples.generate(BASE.replace("linux-amd64", targets))
                .blueprint()
                .release();
        StepsJob job = Drawn.job(release, "create-release");
        assertThat(names(job)).contains("Download linux-amd64", "Download linux-riscv64");
        assertThat(Drawn.uses(job, "Download linux-amd64").common().continueOnError())
                .isEmpty();
        assertThat(Drawn.uses(job, "Download linux-riscv64").common().continueOnError())
                .contains(Value.of(true));
    }

    @Test
    void aPublishedReleaseOnlyGetsItsFiles() {
        Workflow release = release("tag: otto-v*\nrelease: { trigger: published }");
        assertThat(graph(release)).isEqualTo("version[] build-linux[version] upload-release[version, build-linux]");
        assertThat(script(release, "upload-release", "Upload"))
                .isEqualTo("gh release upload \"$TAG\" --clobber dist/*");
        assertThat(Drawn.job(release, "version").condition().orElseThrow().source())
                .isEqualTo("startsWith(github.ref_name, 'otto-v')");
        assertThat(permissions(release, "version")).isEmpty();
    }

    @Test
    void aTypedVersionBecomesATagOfTheCommitThatWasBuilt() {
        Workflow release = release("release: { trigger: [tag, dispatch] }");
        assertThat(script(release, "create-release", "Publish"))
                .contains("tag=(--verify-tag)", "tag=(--target \"$(git rev-parse HEAD)\")");
        assertThat(Drawn.run(Drawn.job(release, "version"), "Check that the tag is new")
                        .common()
                        .condition()
                        .orElseThrow()
                        .source())
                .isEqualTo("github.event_name == 'workflow_dispatch'");
    }

    @Test
    void aGeneratedFileInAHiddenFolderIsUploaded() {
        String generate = "archive: { generate: { %s: '{bin} man' } }\n";
        assertThat(Drawn.inputs(Drawn.uses(
                        Drawn.job(release(generate.formatted("man/otto.1")), "build-linux"),
                        "Upload the generated files")))
                .doesNotContainKey("include-hidden-files");
        assertThat(Drawn.inputs(Drawn.uses(
                        Drawn.job(release(generate.formatted(".man/otto.1")), "build-linux"),
                        "Upload the generated files")))
                .containsEntry("include-hidden-files", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {".env.example", "etc/.env", "env => .env"})
    void aFileOfTheReleaseWhoseNameGitHubWouldChangeIsRefused(String file) {
        assertThat(Examples.findings("repository: a/b\nrust: {}\nrelease: { files: ['" + file + "'] }\n"))
                .extracting(Finding::help)
                .singleElement()
                .asString()
                .contains("GitHub keeps no name that begins with a dot");
    }

    @Test
    void whatIsCalledForIsCheckedOutByItsTag() {
        String more =
                "license: MIT\ndescription: x\npackages: { crates: trusted, homebrew: a/homebrew-b }\ndocker: {}\nsbom: spdx\narchive: { generate: { x: '{bin} x' } }\nrelease: { notes: changelog, trigger: ";
        for (String triggers : List.of("call", "[tag, call]", "[tag, dispatch, call]")) {
            assertThat(Drawn.jobs(release(more + triggers + " }")))
                    .flatExtracting(Drawn::uses)
                    .filteredOn(step -> step.action().name().equals("actions/checkout"))
                    .hasSize(9)
                    .extracting(step -> Drawn.inputs(step).get("ref"))
                    .containsOnly("${{ steps.called.outputs.ref }}", "${{ needs.version.outputs.ref }}");
        }
        assertThat(Drawn.jobs(release(more + "[tag, dispatch] }")))
                .flatExtracting(Drawn::uses)
                .allSatisfy(step -> assertThat(step.inputs()).doesNotContainKey("ref"));
    }

    @Test
    void theTagThatWasCalledForIsTheOneOfTheCaller() {
        Workflow called = release("release: { trigger: call }");
        assertThat(Drawn.env(Drawn.run(Drawn.job(called, "version"), "Check the tag")))
                .containsEntry("TAG", "${{ inputs.tag }}");
        assertThat(called.concurrency().orElseThrow().group().source()).isEqualTo("release-${{ inputs.tag }}");
        assertThat(permissions(called, "version")).containsExactly("contents: read");
        assertThat(names(called, "version")).containsExactly("Check the tag", "Check that the tag exists");
        assertThat(script(called, "create-release", "Publish")).contains("--draft --verify-tag ");

        Workflow both = release("release: { trigger: [tag, call] }");
        assertThat(Drawn.env(Drawn.run(Drawn.job(both, "version"), "Check the tag")))
                .containsEntry("TAG", "${{ inputs.tag || github.ref_name }}");
        assertThat(both.concurrency().orElseThrow().group().source())
                .isEqualTo("release-${{ inputs.tag || github.ref_name }}");
        assertThat(condition(both, "Check that the tag exists")).isEqualTo("inputs.tag != ''");
    }

    /** Somebody may have started the caller by hand: the event says nothing about this workflow. */
    @Test
    void aTagThatWasCalledForNeedNotBeNew() {
        Workflow release = release("release: { trigger: [dispatch, call] }");
        assertThat(condition(release, "Check that the tag is new")).isEqualTo("inputs.version != ''");
        assertThat(Drawn.env(Drawn.run(Drawn.job(release, "version"), "Check the tag")))
                .containsEntry("REF_NAME", "${{ inputs.tag || github.ref_name }}")
                .containsEntry("WANTED", "${{ inputs.version }}");
    }

    private static String condition(Workflow workflow, String step) {
        return Drawn.run(Drawn.job(workflow, "version"), step)
                .common()
                .condition()
                .orElseThrow()
                .source();
    }

    @Test
    void whatTheCallerHasToPassIsDeclared() {
        String image = "docker: { image: quay.io/a/otto }\nrelease: { trigger: call";
        assertThat(call(release(image + " }")).secrets())
                .isEqualTo(Map.of(
                        "REGISTRY_TOKEN", new WorkflowCall.Secret(Optional.empty(), true),
                        "REGISTRY_USERNAME", new WorkflowCall.Secret(Optional.empty(), true)));
        assertThat(call(release(image + ", environment: prod }")).secrets().values())
                .containsOnly(new WorkflowCall.Secret(Optional.empty(), false));
        assertThat(call(release("docker: {}\nrelease: { trigger: call }"))).satisfies(call -> {
            assertThat(call.secrets()).isEmpty();
            assertThat(call.inputs()).containsOnlyKeys("tag");
            assertThat(call.inputs().get("tag").required()).isTrue();
        });
    }

    private static WorkflowCall call(Workflow workflow) {
        return workflow.on().stream()
                .filter(WorkflowCall.class::isInstance)
                .map(WorkflowCall.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theImageOfATagThatWasCalledForNamesItsCommitAndNotTheCallers() {
        Workflow release = release("release: { trigger: [tag, call] }\ndocker: {}");
        assertThat(input(release, "docker", "Work out the tags", "context")).isEqualTo("git");
        assertThat(input(release, "docker", "Work out the tags", "tags"))
                .startsWith("type=semver,pattern={{version}},value=${{ needs.version.outputs.version }}\n")
                .endsWith("type=sha\n");
        assertThat(Drawn.inputs(Drawn.uses(Drawn.job(release("docker: {}"), "docker"), "Work out the tags")))
                .doesNotContainKey("context");
    }

    @Test
    void theTextOfAReleaseIsWhatTheConfigSays() {
        assertThat(script(
                        release("release: { notes: changelog, title: '{name} {version}' }"),
                        "create-release",
                        "Publish"))
                .contains("--title \"otto ${TAG#\"$TAG_PREFIX\"}\" --notes-file notes/notes.md ");
        assertThat(script(release("release: { notes: none, draft: keep }"), "create-release", "Create the draft"))
                .contains("--title \"$TAG\" --notes \"$mark\" ")
                .doesNotContain("--draft=false");
    }

    @Test
    void theCommitsAreThoseBetweenTagsOfThisProject() {
        Workflow release = release("tag: otto-v*\nrelease: { notes: git-cliff }");
        assertThat(script(release, "version", "Write the notes"))
                .contains("pipx run --spec git-cliff==", "--tag-pattern \"^${TAG_PREFIX}[0-9]\"");
        assertThat(Drawn.env(Drawn.run(Drawn.job(release, "version"), "Write the notes")))
                .containsEntry("TAG_PREFIX", "otto-v");
        assertThat(input(release, "version", "Check out", "fetch-depth")).isEqualTo("0");
    }

    @Test
    void onlyWhatPublishesIsHeldBackByTheEnvironment() {
        Workflow release = release("release: { environment: prod, version-check: true }\ndocker: {}\nsbom: spdx");
        assertThat(release.jobs().stream()
                        .filter(job -> ((StepsJob) job).environment().isPresent())
                        .map(Job::id))
                .containsExactly("create-release", "docker");
        assertThat(Drawn.job(release, "docker").environment()).contains(Environment.named("prod"));
    }
}
