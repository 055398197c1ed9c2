package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Outputs;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Build;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageTag;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The job that makes an image of the programs that the Linux builds made, and pushes it. */
final class DockerJob {
    /** The build context that the programs come by, and the folder it is. */
    static final String BINARIES = "binaries";

    private static final String GHCR = "ghcr.io";

    private final ReleasePlan plan;
    private final Image image;

    private DockerJob(ReleasePlan plan, Image image) {
        this.plan = plan;
        this.image = image;
    }

    static Job of(ReleasePlan plan, Image image, List<Job> builds) {
        return new DockerJob(plan, image).job(builds);
    }

    /** The outputs of docker/metadata-action. */
    record Metadata(Outputs of) {
        Expr<String> tags() {
            return of.named("tags");
        }

        Expr<String> labels() {
            return of.named("labels");
        }
    }

    /** The outputs of docker/build-push-action. */
    record Pushed(Outputs of) {
        Expr<String> digest() {
            return of.named("digest");
        }
    }

    private Job job(List<Job> builds) {
        JobBuilder job = Job.named("docker")
                .name("Publish the image")
                .needs(builds)
                .permissions(permissions())
                .timeoutMinutes(30);
        job.add(Steps.checkTag(plan));
        job.add(Steps.checkout(plan, false));
        image.builds().forEach(build -> job.add(download(build)));
        job.add(Run.script("Unpack the programs", unpack()).env("TAG", Github.REF_NAME));
        job.add(uses("Set up Buildx", "docker/setup-buildx-action"));
        job.add(login());
        Metadata metadata = job.add("meta", metadata(), Metadata::new);
        Pushed pushed = job.add("push", push(metadata), Pushed::new);
        if (image.builds().stream().anyMatch(build -> build.target().arch() != Arch.AMD64)) {
            job.add(uses("Set up QEMU", "docker/setup-qemu-action")
                    .comment("Only to run the image for other processors: nothing was built under emulation."));
        }
        job.add(Run.script("Run the image on each platform", Scripts.read("smoke-test"))
                .env("IMAGE", image.name())
                .env("DIGEST", pushed.digest())
                .env("PLATFORMS", String.join("\n", image.platforms())));
        job.add(Run.script("Summarize", Scripts.read("image-summary"))
                .env("IMAGE", image.name())
                .env("DIGEST", pushed.digest())
                .env("TAGS", metadata.tags()));
        return job.build();
    }

    private Permissions permissions() {
        return image.registry().equals(GHCR)
                ? Permissions.of(
                        Scope.CONTENTS.read("check out the Dockerfile"), Scope.PACKAGES.write("push the image"))
                : Permissions.of(Scope.CONTENTS.read("check out the Dockerfile"));
    }

    private Uses uses(String name, String action) {
        return Uses.action(name, plan.actions().of(action));
    }

    private Uses download(Build build) {
        return uses("Download " + build.platform(), "actions/download-artifact")
                .with("name", Steps.artifact(plan, Text.of(build.platform())))
                .with("path", Steps.DIST);
    }

    /** One folder a platform, named as Docker names the architecture. */
    private String unpack() {
        List<String> lines = new ArrayList<>();
        String folders = image.builds().stream().map(DockerJob::folder).collect(Collectors.joining(" "));
        lines.add("mkdir -p " + folders);
        String entries = plan.shipped().stream().map(Shipped::entry).collect(Collectors.joining(" "));
        for (Build build : image.builds()) {
            String archive = Steps.DIST + "/" + build.archive().with("${TAG}");
            lines.add("tar -xzf \"" + archive + "\" -C " + folder(build) + " " + entries);
        }
        return String.join("\n", lines);
    }

    private static String folder(Build build) {
        return BINARIES + "/" + build.target().arch().docker();
    }

    private Uses login() {
        Uses step = uses("Log in to " + image.registry(), "docker/login-action").with("registry", image.registry());
        return image.registry().equals(GHCR)
                ? step.with("username", Github.ACTOR).with("password", Secrets.GITHUB_TOKEN)
                : step.with("username", Secrets.named("REGISTRY_USERNAME"))
                        .with("password", Secrets.named("REGISTRY_TOKEN"));
    }

    private Uses metadata() {
        String rules = Arrays.stream(ImageTag.values()).map(ImageTag::rule).collect(Collectors.joining("\n", "", "\n"));
        return uses("Work out the tags", "docker/metadata-action")
                .comment("A prerelease moves neither `latest` nor the tag of its minor version.")
                .with("images", image.name())
                .with("tags", rules);
    }

    private Uses push(Metadata metadata) {
        return uses("Build and push", "docker/build-push-action")
                .comment("Its build record would be one more artifact, beside the archives.")
                .with("context", ".")
                .with("build-contexts", BINARIES + "=" + BINARIES)
                .with("platforms", String.join(",", image.platforms()))
                .with("push", true)
                .with("tags", metadata.tags())
                .with("labels", metadata.labels())
                .env("DOCKER_BUILD_RECORD_UPLOAD", Value.of(false));
    }
}
