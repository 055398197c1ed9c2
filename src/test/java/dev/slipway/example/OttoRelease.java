package dev.slipway.example;

import dev.slipway.action.BuildPushAction;
import dev.slipway.action.Checkout;
import dev.slipway.action.DownloadArtifact;
import dev.slipway.action.LoginAction;
import dev.slipway.action.MetadataAction;
import dev.slipway.action.SetupBuildxAction;
import dev.slipway.action.SetupQemuAction;
import dev.slipway.action.UploadArtifact;
import dev.slipway.api.Slipway;
import dev.slipway.model.workflow.Column;
import dev.slipway.model.workflow.Concurrency;
import dev.slipway.model.workflow.Container;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Rows;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The release of Otto, written in Java: its workflow is the same, byte for byte, as the one that Slipway generates from
 * the nine lines of {@code generated/otto/slipway.yml}.
 */
public final class OttoRelease {
    private static final String IMAGE = "ghcr.io/otto-rs/otto";

    /** A row of the matrix of a build. */
    private record Target(String platform, String target, Optional<String> packages) {
        static final Column<Target, String> PLATFORM = Column.of("platform", Target::platform);
        static final Column<Target, String> TARGET = Column.of("target", Target::target);
        static final Column<Target, String> PACKAGES = Column.optional("packages", Target::packages);

        Target(String platform, String target) {
            this(platform, target, Optional.empty());
        }
    }

    private static final Rows<Target> LINUX = Rows.of(
            List.of(
                    new Target("linux-amd64", "x86_64-unknown-linux-gnu"),
                    new Target(
                            "linux-arm64",
                            "aarch64-unknown-linux-gnu",
                            Optional.of("gcc-aarch64-linux-gnu libc6-dev-arm64-cross"))),
            List.of(Target.PLATFORM, Target.TARGET, Target.PACKAGES));

    private static final Rows<Target> MACOS = Rows.of(
            List.of(
                    new Target("macos-x86_64", "x86_64-apple-darwin"),
                    new Target("macos-arm64", "aarch64-apple-darwin")),
            List.of(Target.PLATFORM, Target.TARGET));

    private OttoRelease() {}

    public static void main(String[] args) throws IOException {
        Slipway.write(Path.of(""), Map.of("release-and-publish.yml", workflow()));
    }

    public static Workflow workflow() {
        Job linux = buildLinux();
        Job macos = buildMacos();
        return Workflow.named("Release")
                .on(Event.push().tags(List.of("v*")))
                .permissions(Permissions.NONE)
                .env("CARGO_TERM_COLOR", "always")
                .env("RUSTUP_TOOLCHAIN", "1.94.0")
                .shell("bash")
                .concurrency(Concurrency.of(Text.format("release-%s", Github.REF), false))
                .jobs(linux, macos, createRelease(linux, macos), publishImage(linux))
                .build();
    }

    private static Job buildLinux() {
        return Job.named("build-linux")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name(Text.format("Build %s", LINUX.get(Target.PLATFORM)))
                .container(Container.image(
                        "debian:bookworm", "zizmor: ignore[unpinned-images] security fixes move the tag"))
                .permissions(Permissions.of(Scope.CONTENTS.read("check out the sources")))
                .timeoutMinutes(60)
                .matrix(LINUX.matrix())
                .env("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER", "aarch64-linux-gnu-gcc")
                .add(onTag(Run.script("Check the tag", OttoScripts.CHECK_THE_TAG)))
                .add(Run.script("Install build tools", OttoScripts.INSTALL_BUILD_TOOLS))
                .add(Run.script(
                                "Install tools for the target",
                                "xargs apt-get install --yes --no-install-recommends <<< \"$PACKAGES\"")
                        .when(LINUX.get(Target.PACKAGES).ne(""))
                        .env("PACKAGES", LINUX.get(Target.PACKAGES)))
                .add(Run.script("Check that the release is not public yet", OttoScripts.CHECK_THE_RELEASE)
                        .env("GH_TOKEN", Github.TOKEN)
                        .env("TAG", Github.REF_NAME))
                .add(checkout())
                .add(
                        Run.script(
                                        "Trust the working tree",
                                        "git config --global --add safe.directory \"$GITHUB_WORKSPACE\"")
                                .comment(
                                        "In the container, the working tree belongs to another user, so Git refuses to read it."))
                .add(describe())
                .add(Run.script("Install Rust", OttoScripts.INSTALL_RUST).env("TARGET", LINUX.get(Target.TARGET)))
                .add(build(LINUX))
                .add(upload(LINUX))
                .build();
    }

    private static Job buildMacos() {
        return Job.named("build-macos")
                .runsOn("macos-14")
                .name(Text.format("Build %s", MACOS.get(Target.PLATFORM)))
                .permissions(Permissions.of(Scope.CONTENTS.read("check out the sources")))
                .timeoutMinutes(60)
                .matrix(MACOS.matrix())
                .add(onTag(ofRelease(Run.script("Check the tag", OttoScripts.CHECK_THE_TAG_AND_THE_RELEASE))))
                .add(checkout())
                .add(describe())
                .add(Run.script(
                                "Install Rust",
                                "rustup toolchain install \"$RUSTUP_TOOLCHAIN\" --profile minimal --target \"$TARGET\"")
                        .env("TARGET", MACOS.get(Target.TARGET)))
                .add(build(MACOS))
                .add(upload(MACOS))
                .build();
    }

    private static Job createRelease(Job linux, Job macos) {
        Run newest = onTag(Run.script("Compare with other versions", OttoScripts.COMPARE_WITH_OTHER_VERSIONS))
                .id("newest")
                .comment("A prerelease or a fix for an old version must not become the default.")
                .env("GIT_DIR", "repository/.git");
        return Job.named("create-release")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("Create the release")
                .needs(linux, macos)
                .permissions(Permissions.of(Scope.CONTENTS.write("create the release and upload its files")))
                .timeoutMinutes(30)
                .add(tags().path("repository"))
                .add(DownloadArtifact.named("Download the programs")
                        .pattern("otto-*")
                        .path("built"))
                .add(Run.script("Pack", OttoScripts.PACK).env("TAG", Github.REF_NAME))
                .add(Run.script("Compute checksums", OttoScripts.COMPUTE_CHECKSUMS))
                .add(newest)
                .add(onTag(ofRelease(Run.script("Publish", OttoScripts.PUBLISH)))
                        .comment("Uploads everything to a draft first, so that nobody sees an incomplete release.")
                        .env("LATEST", newest.output("latest"))
                        .env("GIT_DIR", "repository/.git"))
                .build();
    }

    private static Job publishImage(Job linux) {
        Run newest = onTag(Run.script("Compare with other versions", OttoScripts.COMPARE_FOR_THE_IMAGE))
                .id("newest")
                .comment("A prerelease or a fix for an old version must not become the default.");
        MetadataAction meta = MetadataAction.named("Work out the tags")
                .id("meta")
                .images(IMAGE)
                .tags(Text.format("""
                        type=semver,pattern={{version}}
                        type=semver,pattern={{raw}}
                        type=semver,pattern={{major}}.{{minor}},enable=%s
                        type=sha
                        """, newest.output("minor")))
                .flavor(Text.format("latest=%s\n", newest.output("latest")));
        BuildPushAction push = BuildPushAction.named("Build and push")
                .id("push")
                .comment("Nobody needs the build record as an artifact of the run.")
                .context(".")
                .buildContexts("binaries=binaries")
                .platforms("linux/amd64,linux/arm64")
                .outputsValue("type=image,push-by-digest=true,name-canonical=true,push=true")
                .tags(IMAGE)
                .labels(meta.outputs().labels())
                .env("DOCKER_BUILD_RECORD_UPLOAD", Value.of(false));
        Expr<String> digest = push.outputs().digest();
        Expr<String> tags = meta.outputs().tags();
        return Job.named("docker")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("Publish the image")
                .needs(linux)
                .permissions(Permissions.of(
                        Scope.CONTENTS.read("check out the Dockerfile"), Scope.PACKAGES.write("push the image")))
                .timeoutMinutes(30)
                .add(tags())
                .add(ofRelease(Run.script("Check that the tag was not moved", OttoScripts.CHECK_THAT_THE_TAG_STAYED))
                        .comment("The archives and the image of a version must come from the same commit.")
                        .env("TAG", Github.REF_NAME))
                .add(DownloadArtifact.named("Download linux-amd64")
                        .name("otto-linux-amd64")
                        .path("binaries/amd64"))
                .add(DownloadArtifact.named("Download linux-arm64")
                        .name("otto-linux-arm64")
                        .path("binaries/arm64"))
                .add(SetupBuildxAction.named("Set up Buildx"))
                .add(LoginAction.named("Log in to ghcr.io")
                        .registry("ghcr.io")
                        .username(Github.ACTOR)
                        .password(Secrets.GITHUB_TOKEN))
                .add(newest)
                .add(meta)
                .add(push)
                .add(SetupQemuAction.named("Set up QEMU")
                        .comment("Only to run the image on other processors: nothing is built under emulation."))
                .add(Run.script("Run the image on each platform", OttoScripts.RUN_THE_IMAGE)
                        .env("IMAGE", IMAGE)
                        .env("DIGEST", digest)
                        .env("PLATFORMS", "linux/amd64\nlinux/arm64"))
                .add(tags().path("now").comment("Fetches the tags again: some may be newer than the first checkout."))
                .add(onTag(Run.script(
                        "Check that no other version was released in the meantime",
                        OttoScripts.CHECK_FOR_NEWER_VERSIONS)))
                .add(Run.script("Set the tags", OttoScripts.SET_THE_TAGS)
                        .comment("Tags the digest that was pushed: nothing is built again.")
                        .env("DIGEST", digest)
                        .env("TAGS", tags))
                .add(Run.script("Summarize", OttoScripts.SUMMARIZE)
                        .env("IMAGE", IMAGE)
                        .env("DIGEST", digest)
                        .env("TAGS", tags))
                .build();
    }

    private static Run onTag(Run run) {
        return run.env("TAG", Github.REF_NAME).env("TAG_PREFIX", "v");
    }

    private static Run ofRelease(Run run) {
        return run.env("GH_TOKEN", Github.TOKEN).env("GH_REPO", Github.REPOSITORY);
    }

    private static Checkout checkout() {
        return Checkout.named("Check out").persistCredentials(false).fetchDepth(0);
    }

    private static Checkout tags() {
        return checkout().filter("tree:0").comment("Fetches all tags, but no files of other commits.");
    }

    private static Run describe() {
        return Run.script(
                        "Describe the commit",
                        "echo \"GIT_DESCRIBE=$(git describe --tags --always --dirty)\" >> \"$GITHUB_ENV\"")
                .comment("Build scripts can read the version from it, even if they have no Git.");
    }

    private static Run build(Rows<Target> rows) {
        return Run.script("Build", "cargo build --release --target \"$TARGET\" --bin otto")
                .env("TARGET", rows.get(Target.TARGET));
    }

    private static UploadArtifact upload(Rows<Target> rows) {
        return UploadArtifact.named("Upload the programs")
                .name(Text.format("otto-%s", rows.get(Target.PLATFORM)))
                .path(Text.format("target/%s/release/otto", rows.get(Target.TARGET)))
                .ifNoFilesFound("error");
    }
}
