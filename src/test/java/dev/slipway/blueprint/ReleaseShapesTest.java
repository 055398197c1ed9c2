package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.StepsJob;
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

    private static List<String> permissions(Workflow workflow, String job) {
        return Drawn.permissions(Drawn.job(workflow, job));
    }

    private static List<String> steps(Workflow workflow, String job) {
        return Drawn.names(Drawn.job(workflow, job));
    }

    private static String script(Workflow workflow, String job, String name) {
        return Drawn.script(Drawn.job(workflow, job), name);
    }

    private static String input(Workflow workflow, String job, String name, String input) {
        return Drawn.inputs(Drawn.uses(Drawn.job(workflow, job), name)).get(input);
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
        assertThat(steps(called, "version")).containsExactly("Check the tag", "Look for the tag that was called for");
        assertThat(script(called, "create-release", "Publish")).contains("--draft --verify-tag ");

        Workflow both = release("release: { trigger: [tag, call] }");
        assertThat(Drawn.env(Drawn.run(Drawn.job(both, "version"), "Check the tag")))
                .containsEntry("TAG", "${{ inputs.tag || github.ref_name }}");
        assertThat(both.concurrency().orElseThrow().group().source())
                .isEqualTo("release-${{ inputs.tag || github.ref_name }}");
        assertThat(condition(both, "Look for the tag that was called for")).isEqualTo("inputs.tag != ''");
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

    @Test
    void everyMovingTagWaitsForTheAnswerOfItsOwnJob() {
        Workflow release = release("docker: { tags: [latest, '{version}', '{major}.{minor}', '{major}', stable] }");
        assertThat(script(release, "create-release", "Publish"))
                .endsWith("gh release edit \"$TAG\" --draft=false --latest=\"$LATEST\" \"${options[@]}\"\n");
        assertThat(input(release, "docker", "Work out the tags", "flavor"))
                .isEqualTo("latest=${{ steps.newest.outputs.latest }}\n");
        assertThat(input(release, "docker", "Work out the tags", "tags")).isEqualTo("""
                type=semver,pattern={{version}}
                type=semver,pattern={{major}}.{{minor}},enable=${{ steps.newest.outputs.minor }}
                type=semver,pattern={{major}},enable=${{ !startsWith(github.ref_name, 'v0.') \
                && steps.newest.outputs.major == 'true' }}
                type=semver,pattern=stable,enable=${{ steps.newest.outputs.latest }}
                """);
        for (String job : List.of("create-release", "docker")) {
            assertThat(input(release, job, "Check out", "fetch-depth")).isEqualTo("0");
            assertThat(input(release, job, "Check out", "filter")).isEqualTo("tree:0");
        }
    }

    @Test
    void nothingIsAskedThatNobodyUses() {
        String compare = "Compare with other versions";
        assertThat(script(release("docker: { tags: ['{version}', '{major}'] }"), "docker", compare))
                .endsWith("\necho \"major=$(leads \"${this%%.*}.\")\" >> \"$GITHUB_OUTPUT\"\n")
                .doesNotContain("latest=", "minor=");
        Workflow fixed = release("docker: { tags: ['{version}', 'sha-{sha}'] }");
        assertThat(Drawn.names(Drawn.job(fixed, "docker"))).doesNotContain(compare);
        Workflow every = release("release: { latest: every }\ndocker: {}\nlicense: MIT\ndescription: x\n"
                + "packages: { homebrew: a/homebrew-b }");
        assertThat(every.toString()).doesNotContain("git tag", "tree:0", "steps.newest", "--latest");
    }

    @Test
    void whatMovesLaterIsAskedLater() {
        Workflow later = release("release: { draft: until-complete }\ndocker: {}");
        assertThat(script(later, "publish-release", "Publish")).contains("--latest=\"$LATEST\"");
        assertThat(input(later, "publish-release", "Check out", "filter")).isEqualTo("tree:0");
        assertThat(script(later, "create-release", "Create the draft")).doesNotContain("latest");
        Workflow packed = release("packages: { deb: true }");
        assertThat(input(packed, "create-release", "Check out", "filter")).isEqualTo("tree:0");
    }

    @Test
    void anImageGetsItsTagsAfterItRanAndIsProved() {
        List<String> steps = Drawn.names(Drawn.job(release("docker: {}\nattest: true\nsign: true"), "docker"));
        assertThat(steps)
                .containsSubsequence(
                        "Build and push",
                        "Run the image on each platform",
                        "Attest where the image is from",
                        "Sign the image",
                        "Set the tags",
                        "Summarize");
        assertThat(input(release("docker: { smoke: false }"), "docker", "Build and push", "push"))
                .isEqualTo("true");
    }

    @Test
    void theImageOfATypedVersionIsToldIt() {
        assertThat(input(release("release: { trigger: dispatch }\ndocker: {}"), "docker", "Work out the tags", "tags"))
                .isEqualTo("""
                        type=semver,pattern={{version}},value=${{ needs.version.outputs.version }}
                        type=raw,value=${{ needs.version.outputs.tag }}
                        type=semver,pattern={{major}}.{{minor}},value=${{ needs.version.outputs.version }},enable=${{ steps.newest.outputs.minor }}
                        type=sha
                        """);
    }

    @Test
    void whoSignsMaySignAndNobodyElse() {
        Workflow plain = release("docker: {}");
        assertThat(permissions(plain, "create-release")).containsExactly("contents: write");
        assertThat(permissions(plain, "docker")).containsExactly("contents: read", "packages: write");

        Workflow signed = release("docker: {}\nsign: true");
        assertThat(permissions(signed, "create-release")).containsExactly("contents: write");
        assertThat(permissions(signed, "docker"))
                .containsExactly("contents: read", "packages: write", "id-token: write");

        Workflow attested = release("docker: {}\nattest: true\nsbom: spdx");
        assertThat(permissions(attested, "create-release"))
                .containsExactly("contents: write", "id-token: write", "attestations: write");
        assertThat(permissions(attested, "build-linux")).containsExactly("contents: read");
        assertThat(permissions(attested, "sbom")).containsExactly("contents: read");
    }

    @Test
    void whatIsAttestedIsWhatPeopleDownload() {
        Workflow release = release("docker: { image: otto/otto }\nattest: true\nsbom: cyclonedx");
        assertThat(steps(release, "create-release"))
                .containsSubsequence(
                        "Pack", "Attest where the archives are from", "Attest what is in the archives", "Publish");
        assertThat(input(release, "create-release", "Attest where the archives are from", "subject-path"))
                .isEqualTo("dist/otto-${{ github.ref_name }}-linux-amd64.tar.gz");
        assertThat(input(release, "create-release", "Attest what is in the archives", "sbom-path"))
                .isEqualTo("dist/otto-${{ github.ref_name }}.cdx.json");
        assertThat(input(release, "docker", "Attest where the image is from", "subject-name"))
                .isEqualTo("index.docker.io/otto/otto");
        assertThat(input(release, "docker", "Attest where the image is from", "subject-digest"))
                .isEqualTo("${{ steps.push.outputs.digest }}");
        assertThat(steps(release, "docker"))
                .containsSubsequence("Run the image on each platform", "Attest where the image is from");
    }

    @Test
    void eachNameOfAnImageIsSignedAndAttested() {
        Workflow release = release("docker: { image: [ghcr.io/a/otto, a/otto] }\nattest: true\nsign: true");
        assertThat(input(release, "docker", "Attest where the image is from, at ghcr.io/a/otto", "subject-name"))
                .isEqualTo("ghcr.io/a/otto");
        assertThat(input(release, "docker", "Attest where the image is from, at a/otto", "subject-name"))
                .isEqualTo("index.docker.io/a/otto");
        assertThat(Drawn.env(Drawn.run(Drawn.job(release, "docker"), "Sign the image")))
                .containsEntry("IMAGES", "ghcr.io/a/otto\na/otto");
    }
}
