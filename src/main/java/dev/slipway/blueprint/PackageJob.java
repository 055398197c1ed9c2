package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Packages;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import java.util.List;
import java.util.Map;

/**
 * The job that creates archives and packages from what was built, before there is a release. It has no secret; the jobs that
 * have one only pass on what it created.
 */
final class PackageJob {
    /** The artifact with files that do not go into the release; no archive's name begins with its name. */
    static final String MANIFESTS = "manifests";

    /** The artifact with everything that the release will contain; no build's artifact begins with its name. */
    static final String RELEASE = "release-files";

    private final ReleasePlan plan;
    private final Released released;
    private final List<PackageFile> files;

    private PackageJob(ReleasePlan plan, Released released, List<PackageFile> files) {
        this.plan = plan;
        this.released = released;
        this.files = files;
    }

    static Job of(ReleasePlan plan, Released released, List<PackageFile> files, List<Job> builds) {
        return new PackageJob(plan, released, files).job(builds);
    }

    private Job job(List<Job> builds) {
        JobBuilder job = Job.named(Packages.PREPARE)
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name(
                        plan.packages().deb().isPresent()
                                        || plan.packages().rpm().isPresent()
                                ? "Pack archives and packages"
                                : "Pack the archives")
                .waitsFor(released.jobs())
                .waitsFor(builds)
                .permissions(Permissions.of(Scope.CONTENTS.read("check out the sources")))
                .timeoutMinutes(30);
        job.add(Newest.aside(released.checkout(plan, false)));
        job.addAll(Packer.steps(plan, released));
        Map<String, Text> tag = Steps.tagValues(job, plan, released);
        new LinuxPackages(plan, released, tag).steps().forEach(job::add);
        if (!files.isEmpty()) {
            job.add(fillIn(tag));
        }
        job.add(upload("Upload the files of the release", RELEASE, Steps.DIST).with("compression-level", Value.of(0)));
        if (files.stream().anyMatch(file -> !file.result().startsWith(PackageFile.ASSETS))) {
            job.add(upload("Upload the manifests", MANIFESTS, MANIFESTS));
        }
        return job.build();
    }

    private Uses upload(String name, String artifact, String path) {
        return Uses.action(name, plan.actions().of("actions/upload-artifact"))
                .with("name", artifact)
                .with("path", path)
                .with("if-no-files-found", "error");
    }

    private Run fillIn(Map<String, Text> tag) {
        StringBuilder script = new StringBuilder(Scripts.read("fill-in"));
        script.append('\n');
        files.forEach(file -> script.append("\nfill_in " + Steps.REPOSITORY + "/")
                .append(file.path())
                .append(' ')
                .append(file.result()));
        return Run.script("Fill in the tag and checksums", script.toString())
                .env("TAG", released.tag())
                .env("VERSION", tag.getOrDefault("{version}", Text.of(released.tag())));
    }
}
