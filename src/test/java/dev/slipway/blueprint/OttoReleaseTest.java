package dev.slipway.blueprint;

import static dev.slipway.blueprint.Drawn.env;
import static dev.slipway.blueprint.Drawn.inputs;
import static dev.slipway.blueprint.Drawn.job;
import static dev.slipway.blueprint.Drawn.names;
import static dev.slipway.blueprint.Drawn.permissions;
import static dev.slipway.blueprint.Drawn.plain;
import static dev.slipway.blueprint.Drawn.rows;
import static dev.slipway.blueprint.Drawn.run;
import static dev.slipway.blueprint.Drawn.runners;
import static dev.slipway.blueprint.Drawn.script;
import static dev.slipway.blueprint.Drawn.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.plan.Tag;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Otto's release must be, to the letter. */
class OttoReleaseTest {
    private static final String DOCKER_IMAGE = "ghcr.io/otto-rs/otto";

    private final Generation otto = Examples.otto();
    private final StepsJob linux = job(otto, "build-linux");
    private final StepsJob macos = job(otto, "build-macos");
    private final StepsJob release = job(otto, "create-release");
    private final StepsJob docker = job(otto, "docker");

    @Test
    void everyTagWithAVAndNothingElseStartsIt() {
        assertThat(otto.blueprint().release().on()).containsExactly(Event.push().tags(List.of("v*")));
    }

    @Test
    void itHasFourJobs() {
        assertThat(Drawn.ids(otto.blueprint().release().jobs()))
                .containsExactly("build-linux", "build-macos", "create-release", "docker");
    }

    @Test
    void theBuildsNeedNothing() {
        assertThat(linux.needs()).isEmpty();
        assertThat(macos.needs()).isEmpty();
    }

    @Test
    void theReleaseNeedsBothBuilds() {
        assertThat(release.neededIds()).containsExactly("build-linux", "build-macos");
    }

    @Test
    void theImageNeedsTheLinuxBuildsOnly() {
        assertThat(docker.neededIds()).containsExactly("build-linux");
    }

    @Test
    void theJobsRunWhereTheyMust() {
        assertThat(runners(linux)).containsExactly("ubuntu-latest");
        assertThat(runners(macos)).containsExactly("macos-14");
        assertThat(runners(release)).containsExactly("ubuntu-latest");
        assertThat(runners(docker)).containsExactly("ubuntu-latest");
    }

    @Test
    void onlyTheLinuxBuildsAreInAContainer() {
        assertThat(linux.container().orElseThrow().image().source()).isEqualTo("debian:bookworm");
        assertThat(List.of(macos, release, docker))
                .allSatisfy(job -> assertThat(job.container()).isEmpty());
    }

    @Test
    void linuxIsBuiltNativelyForAmd64AndCrossCompiledForArm64() {
        assertThat(rows(linux))
                .containsExactly(
                        Map.of("platform", "linux-amd64", "target", "x86_64-unknown-linux-gnu"),
                        Map.of(
                                "platform", "linux-arm64",
                                "target", "aarch64-unknown-linux-gnu",
                                "packages", "gcc-aarch64-linux-gnu libc6-dev-arm64-cross"));
    }

    @Test
    void macosIsBuiltForBothArchitectures() {
        assertThat(rows(macos))
                .containsExactly(
                        Map.of("platform", "macos-x86_64", "target", "x86_64-apple-darwin"),
                        Map.of("platform", "macos-arm64", "target", "aarch64-apple-darwin"));
    }

    @Test
    void aVariantThatFailsLetsTheOthersComeToTheirEnd() {
        assertThat(List.of(linux, macos))
                .allSatisfy(job -> assertThat(
                                job.strategy().orElseThrow().failFast().map(Drawn::plain))
                        .contains("false"));
    }

    @Test
    void theLinkerIsSetForTheTargetThatItNamesAndIsNeverEmpty() {
        assertThat(plain(linux.env()))
                .containsExactly(Map.entry("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER", "aarch64-linux-gnu-gcc"));
        assertThat(macos.env()).isEmpty();
    }

    @Test
    void theJobsDoTheirStepsInThisOrder() {
        assertThat(names(linux))
                .containsExactly(
                        "Check the tag",
                        "Install build tools",
                        "Install tools for the target",
                        "Check that the release is not public yet",
                        "Check out",
                        "Trust the working tree",
                        "Describe the commit",
                        "Install Rust",
                        "Build",
                        "Upload the programs");
        assertThat(names(macos))
                .containsExactly(
                        "Check the tag",
                        "Check out",
                        "Describe the commit",
                        "Install Rust",
                        "Build",
                        "Upload the programs");
        assertThat(names(release))
                .containsExactly(
                        "Check out",
                        "Download the programs",
                        "Pack",
                        "Compute checksums",
                        "Compare with other versions",
                        "Publish");
        assertThat(names(docker))
                .containsExactly(
                        "Check out",
                        "Check that the tag was not moved",
                        "Download linux-amd64",
                        "Download linux-arm64",
                        "Set up Buildx",
                        "Log in to ghcr.io",
                        "Compare with other versions",
                        "Work out the tags",
                        "Build and push",
                        "Set up QEMU",
                        "Run the image on each platform",
                        "Check out",
                        "Check that no other version was released in the meantime",
                        "Set the tags",
                        "Summarize");
    }

    @Test
    void theContainerGetsItsToolsAndTheConfigsPackagesOnce() {
        assertThat(script(linux, "Install build tools")).isEqualTo("""
                        apt-get update
                        apt-get install --yes --no-install-recommends \
                        build-essential ca-certificates curl git libssl-dev pkg-config
                        """);
    }

    @Test
    void theToolsOfTheTargetAreInstalledWhereItHasSome() {
        assertThat(run(linux, "Install tools for the target")
                        .common()
                        .condition()
                        .map(Expr::source))
                .contains("matrix.packages != ''");
        assertThat(env(run(linux, "Install tools for the target")))
                .containsExactly(Map.entry("PACKAGES", "${{ matrix.packages }}"));
        assertThat(script(linux, "Install tools for the target"))
                .isEqualTo("xargs apt-get install --yes --no-install-recommends <<< \"$PACKAGES\"");
    }

    @Test
    void theBuildsSeeTheWholeHistoryAndTrustTheWorkTree() {
        assertThat(List.of(linux, macos))
                .allSatisfy(job -> assertThat(inputs(uses(job, "Check out"))).containsEntry("fetch-depth", "0"));
        assertThat(inputs(uses(docker, "Check out")))
                .containsEntry("fetch-depth", "0")
                .containsEntry("filter", "tree:0");
        assertThat(script(linux, "Trust the working tree"))
                .isEqualTo("git config --global --add safe.directory \"$GITHUB_WORKSPACE\"");
    }

    @Test
    void theBuildTakesTheTargetOfItsRowAndNoLockFile() {
        assertThat(List.of(linux, macos)).allSatisfy(job -> {
            assertThat(script(job, "Build")).isEqualTo("cargo build --release --target \"$TARGET\" --bin otto");
            assertThat(env(run(job, "Build"))).containsExactly(Map.entry("TARGET", "${{ matrix.target }}"));
        });
    }

    @Test
    void eachVariantUploadsTheProgramThatItBuiltUnderItsOwnName() {
        assertThat(List.of(linux, macos))
                .allSatisfy(job -> assertThat(inputs(uses(job, "Upload the programs")))
                        .containsExactly(
                                Map.entry("name", "otto-${{ matrix.platform }}"),
                                Map.entry("path", "target/${{ matrix.target }}/release/otto"),
                                Map.entry("if-no-files-found", "error")));
    }

    @Test
    void theReleaseHasFourArchivesAndTheirChecksums() {
        assertThat(otto.plan().assets("v0.6.3"))
                .containsExactly(
                        "otto-v0.6.3-linux-amd64.tar.gz",
                        "otto-v0.6.3-linux-amd64.tar.gz.sha256",
                        "otto-v0.6.3-linux-arm64.tar.gz",
                        "otto-v0.6.3-linux-arm64.tar.gz.sha256",
                        "otto-v0.6.3-macos-x86_64.tar.gz",
                        "otto-v0.6.3-macos-x86_64.tar.gz.sha256",
                        "otto-v0.6.3-macos-arm64.tar.gz",
                        "otto-v0.6.3-macos-arm64.tar.gz.sha256");
    }

    @Test
    void theReleasePacksEveryArchiveAndMissesNone() {
        assertThat(inputs(uses(release, "Download the programs")))
                .containsExactly(Map.entry("pattern", "otto-*"), Map.entry("path", "built"));
        assertThat(script(release, "Pack").lines().filter(line -> line.startsWith("pack otto-")))
                .containsExactly(
                        "pack otto-linux-amd64 \"otto-${TAG}-linux-amd64.tar.gz\" otto",
                        "pack otto-linux-arm64 \"otto-${TAG}-linux-arm64.tar.gz\" otto",
                        "pack otto-macos-x86_64 \"otto-${TAG}-macos-x86_64.tar.gz\" otto",
                        "pack otto-macos-arm64 \"otto-${TAG}-macos-arm64.tar.gz\" otto");
    }

    @Test
    void theTagIsCheckedBeforeAnythingIsBuilt() {
        assertThat(List.of(linux, macos)).allSatisfy(job -> {
            assertThat(names(job)).startsWith("Check the tag");
            assertThat(env(run(job, "Check the tag")))
                    .contains(Map.entry("TAG", "${{ github.ref_name }}"), Map.entry("TAG_PREFIX", "v"));
        });
    }

    @Test
    void theReleaseIsMadeOfTheTagInThisRepository() {
        assertThat(env(run(release, "Publish")))
                .containsExactly(
                        Map.entry("GH_TOKEN", "${{ github.token }}"),
                        Map.entry("GH_REPO", "${{ github.repository }}"),
                        Map.entry("TAG", "${{ github.ref_name }}"),
                        Map.entry("TAG_PREFIX", "v"),
                        Map.entry("LATEST", "${{ steps.newest.outputs.latest }}"),
                        Map.entry("GIT_DIR", "repository/.git"));
        assertThat(script(release, "Publish")).contains("gh release create").contains("gh release edit");
    }

    @Test
    void theImageIsPushedForBothPlatformsOfLinux() {
        assertThat(otto.plan().image().orElseThrow().name()).isEqualTo(DOCKER_IMAGE);
        assertThat(otto.plan().image().orElseThrow().platforms()).containsExactly("linux/amd64", "linux/arm64");
        assertThat(inputs(uses(docker, "Build and push")))
                .containsExactly(
                        Map.entry("context", "."),
                        Map.entry("build-contexts", "binaries=binaries"),
                        Map.entry("platforms", "linux/amd64,linux/arm64"),
                        Map.entry("outputs", "type=image,push-by-digest=true,name-canonical=true,push=true"),
                        Map.entry("tags", DOCKER_IMAGE),
                        Map.entry("labels", "${{ steps.meta.outputs.labels }}"));
        assertThat(env(uses(docker, "Build and push")))
                .containsExactly(Map.entry("DOCKER_BUILD_RECORD_UPLOAD", "false"));
    }

    @Test
    void eachPlatformsProgramComesIntoTheFolderOfItsArchitecture() {
        assertThat(inputs(uses(docker, "Download linux-amd64")))
                .containsExactly(Map.entry("name", "otto-linux-amd64"), Map.entry("path", "binaries/amd64"));
        assertThat(inputs(uses(docker, "Download linux-arm64")))
                .containsExactly(Map.entry("name", "otto-linux-arm64"), Map.entry("path", "binaries/arm64"));
    }

    @Test
    void theRegistryIsEnteredWithTheTokenOfTheJob() {
        assertThat(inputs(uses(docker, "Log in to ghcr.io")))
                .containsExactly(
                        Map.entry("registry", "ghcr.io"),
                        Map.entry("username", "${{ github.actor }}"),
                        Map.entry("password", "${{ secrets.GITHUB_TOKEN }}"));
    }

    /** In this order, for the first rule gives the version label, which has to be 0.6.3. */
    @Test
    void theTagsOfTheImageAreFourRulesAndTheLatest() {
        assertThat(inputs(uses(docker, "Work out the tags")))
                .containsExactly(
                        Map.entry("images", DOCKER_IMAGE),
                        Map.entry("tags", """
                                type=semver,pattern={{version}}
                                type=semver,pattern={{raw}}
                                type=semver,pattern={{major}}.{{minor}},enable=${{ steps.newest.outputs.minor }}
                                type=sha
                                """),
                        Map.entry("flavor", "latest=${{ steps.newest.outputs.latest }}\n"));
    }

    @Test
    void aReleaseHasExactlyFiveTags() {
        assertThat(tags("v0.6.3")).containsExactlyInAnyOrder("latest", "v0.6.3", "0.6.3", "0.6", "sha-0123456");
    }

    @Test
    void aPrereleaseMovesNeitherLatestNorTheMinorVersion() {
        assertThat(tags("v0.6.4-rc.1")).containsExactlyInAnyOrder("v0.6.4-rc.1", "0.6.4-rc.1", "sha-0123456");
    }

    private List<String> tags(String tag) {
        return otto.plan()
                .image()
                .orElseThrow()
                .tags()
                .at(Tag.of(tag, otto.plan().tags().prefix()).orElseThrow(), "0123456", "");
    }

    @Test
    void theImageIsRunOnEachPlatformAsItWasPushed() {
        assertThat(env(run(docker, "Run the image on each platform")))
                .containsExactly(
                        Map.entry("IMAGE", DOCKER_IMAGE),
                        Map.entry("DIGEST", "${{ steps.push.outputs.digest }}"),
                        Map.entry("PLATFORMS", "linux/amd64\nlinux/arm64"));
        assertThat(env(run(docker, "Summarize")))
                .containsExactly(
                        Map.entry("IMAGE", DOCKER_IMAGE),
                        Map.entry("DIGEST", "${{ steps.push.outputs.digest }}"),
                        Map.entry("TAGS", "${{ steps.meta.outputs.tags }}"));
    }

    @Test
    void onlyTheStepsWhoseOutputsAreUsedHaveAnId() {
        assertThat(docker.steps().stream().flatMap(step -> step.common().id().stream()))
                .containsExactly("newest", "meta", "push");
        assertThat(List.of(linux, macos))
                .allSatisfy(job -> assertThat(job.steps())
                        .allSatisfy(step -> assertThat(step.common().id()).isEmpty()));
    }

    @Test
    void eachJobMayDoWhatItDoesAndNothingElse() {
        assertThat(permissions(linux)).containsExactly("contents: read");
        assertThat(permissions(macos)).containsExactly("contents: read");
        assertThat(permissions(release)).containsExactly("contents: write");
        assertThat(permissions(docker)).containsExactly("contents: read", "packages: write");
    }

    @Test
    void everyJobEndsInTime() {
        assertThat(List.of(linux, macos, release, docker))
                .extracting(job -> plain(job.timeoutMinutes().orElseThrow()))
                .containsExactly("60", "60", "30", "30");
    }

    @Test
    void theCompilerIsTheOneOfTheConfig() {
        assertThat(plain(otto.blueprint().release().env()))
                .containsExactly(Map.entry("CARGO_TERM_COLOR", "always"), Map.entry("RUSTUP_TOOLCHAIN", "1.94.0"));
    }

    @Test
    void nothingIsBuiltButOneFileSet() {
        assertThat(otto.files().files())
                .extracting(file -> file.path())
                .containsExactly(
                        ".github/workflows/release-and-publish.yml",
                        ".github/workflows/ci.yml",
                        "Dockerfile",
                        ".dockerignore",
                        "docs/docker-release-setup.md");
    }
}
