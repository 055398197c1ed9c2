package dev.slipway.blueprint;

import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Outputs;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.Build;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.Registry;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The job that makes an image of the programs that the Linux builds made, and pushes it. All variants are made in one
 * job, so that none is published if another fails.
 */
final class DockerJob {
    /** The build context that the programs come by, and the folder it is. */
    static final String BINARIES = "binaries";

    private static final String LINUX = "linux/";

    private final ReleasePlan plan;
    private final Released released;
    private final Image image;

    private DockerJob(ReleasePlan plan, Released released, Image image) {
        this.plan = plan;
        this.released = released;
        this.image = image;
    }

    static StepsJob of(ReleasePlan plan, Released released, Image image, List<Job> builds) {
        return new DockerJob(plan, released, image).job(builds);
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

    /** A variant that is made, and what is known of it then. */
    record Made(VariantSteps steps, Metadata metadata, Pushed pushed) {}

    private StepsJob job(List<Job> builds) {
        JobBuilder job = Job.named("docker")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("Publish the image")
                .waitsFor(released.jobs())
                .waitsFor(builds)
                .permissions(permissions())
                .timeoutMinutes(30);
        plan.release().environment().ifPresent(name -> job.environment(Environment.named(name)));
        boolean compare = plan.release().newestOnly() && !image.tags().lines().isEmpty();
        job.add(compare ? released.checkoutToMove(plan) : released.checkout(plan, false));
        if (!plan.release().onPublished()) {
            job.add(Run.script("Check that the tag was not moved", Scripts.read("check-moved"))
                    .comment("The archives and the image of a version must come from the same commit.")
                    .env("GH_TOKEN", Github.TOKEN)
                    .env("GH_REPO", Github.REPOSITORY)
                    .env("TAG", released.tag()));
        }
        programs(job);
        job.add(uses("Set up Buildx", "docker/setup-buildx-action"));
        image.registries().forEach(registry -> job.add(login(registry)));

        Optional<Newest> newest = compare
                ? Optional.of(job.add(
                        "newest", Newest.step(plan, released, image.tags().lines()), Newest::new))
                : Optional.empty();
        List<Made> made = new ArrayList<>();
        for (ImageVariant variant : image.variants()) {
            VariantSteps steps = new VariantSteps(plan, released, image, variant, newest);
            Metadata metadata = job.add("meta" + variant.suffix(), steps.metadata(), Metadata::new);
            made.add(new Made(steps, metadata, job.add("push" + variant.suffix(), steps.push(metadata), Pushed::new)));
        }
        image.smoke().ifPresent(smoke -> addTrial(job, smoke, made));
        job.addAll(ImageProof.tools(plan));
        made.forEach(it -> job.addAll(it.steps().proof(it.pushed())));
        if (image.smoke().filter(Image.Smoke::beforeTags).isPresent()) {
            newest.ifPresent(it -> job.addAll(Newest.again(plan, released)));
            made.forEach(it -> job.add(it.steps().tag(it.metadata(), it.pushed())));
        }
        made.forEach(it -> job.add(it.steps().summary(it.metadata(), it.pushed())));
        return job.build();
    }

    private void addTrial(JobBuilder job, Image.Smoke smoke, List<Made> made) {
        if (image.builds().stream().anyMatch(build -> build.target().arch() != Arch.AMD64)) {
            job.add(uses("Set up QEMU", "docker/setup-qemu-action")
                    .comment("Only to run the image on other processors: nothing is built under emulation."));
        }
        made.forEach(it -> job.add(it.steps().trial(smoke, it.pushed())));
    }

    private Permissions permissions() {
        List<Grant> grants = new ArrayList<>();
        grants.add(Scope.CONTENTS.read("check out the Dockerfile"));
        if (image.registries().stream().anyMatch(Registry::byToken)) {
            grants.add(Scope.PACKAGES.write("push the image"));
        }
        grants.addAll(ImageProof.grants(plan));
        return Permissions.of(grants.toArray(Grant[]::new));
    }

    private Uses uses(String name, String action) {
        return Uses.action(name, plan.actions().of(action));
    }

    /** One folder a platform, named as Docker names the architecture. */
    private void programs(JobBuilder job) {
        Map<String, Build> folders = new LinkedHashMap<>();
        for (ImageVariant variant : image.variants()) {
            String context = context(image, variant);
            variant.builds().forEach(build -> folders.put(context + "/" + folder(build), build));
        }
        List<String> entries = plan.shipped().stream().map(Shipped::entry).toList();
        if (image.builds().stream().allMatch(build -> uploaded(build).equals(entries))) {
            folders.forEach((folder, build) -> job.add(download(build, folder)));
            return;
        }
        image.builds().forEach(build -> job.add(download(build, "built/" + build.platform())));
        List<String> lines = new ArrayList<>();
        lines.add("mkdir -p " + String.join(" ", folders.keySet()));
        folders.forEach((folder, build) -> lines.addAll(lines(folder, build)));
        job.add(Run.script("Lay out the programs", String.join("\n", lines)));
    }

    private List<String> lines(String folder, Build build) {
        List<String> uploaded = uploaded(build);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < uploaded.size(); i++) {
            String file = "built/" + build.platform() + "/" + uploaded.get(i);
            Shipped shipped = plan.shipped().get(i);
            lines.add(
                    shipped.folder()
                            ? "tar -xf " + file + " -C " + folder
                            : "cp " + file + " " + folder + "/" + shipped.entry());
        }
        return lines;
    }

    /** What a build has uploaded of each thing that it ships. */
    private List<String> uploaded(Build build) {
        return new BuildArtifacts(plan, plan.group(build)).programs(build);
    }

    private Uses download(Build build, String folder) {
        return uses("Download " + build.platform(), "actions/download-artifact")
                .with("name", Steps.artifact(plan, Text.of(build.platform())))
                .with("path", folder);
    }

    /** The folder that is the build context of a variant: the same for all that take the same programs. */
    static String context(Image image, ImageVariant variant) {
        List<ImageVariant> alike = image.variants().stream()
                .filter(other -> other.targets().equals(variant.targets()))
                .toList();
        return alike.size() == image.variants().size()
                ? BINARIES
                : BINARIES + "/" + alike.get(0).name();
    }

    /** What Docker calls a platform, as one word: {@code arm64}, {@code armv7}. */
    static String folder(Build build) {
        String platform = build.target().platform();
        return platform.substring(platform.startsWith(LINUX) ? LINUX.length() : 0)
                .replace("/", "");
    }

    private Uses login(Registry registry) {
        Uses step = uses("Log in to " + registry.host(), "docker/login-action").with("registry", registry.host());
        return registry.byToken()
                ? step.with("username", Github.ACTOR).with("password", Secrets.GITHUB_TOKEN)
                : step.with("username", Secrets.named(registry.username()))
                        .with("password", Secrets.named(registry.password()));
    }
}
