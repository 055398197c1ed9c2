package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Build;
import dev.slipway.plan.DebPackages;
import dev.slipway.plan.Packages;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The job that makes packages of what was built, before there is a release: what it makes is checked, counted and published
 * with the archives. It has no secret; the jobs that have one only pass on what it made.
 */
final class PackageJob {
    /** The artifact with files that go elsewhere than to the release; no archive's name begins like it. */
    static final String MANIFESTS = "manifests";

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
                .name("Make packages")
                .needs(released.jobs())
                .needs(builds)
                .permissions(Permissions.of(Scope.CONTENTS.read("check out the sources")))
                .timeoutMinutes(15);
        job.add(released.checkout(plan, false));
        job.add(Uses.action("Download the archives", plan.actions().of("actions/download-artifact"))
                .with("pattern", plan.project().name() + "-*")
                .with("path", Steps.DIST)
                .with("merge-multiple", true));
        Map<String, Text> tag = Steps.tagValues(job, plan, released);
        plan.packages().deb().ifPresent(deb -> job.add(debs(deb, tag)));
        if (!files.isEmpty()) {
            job.add(fillIn(tag));
        }
        if (!plan.packages().assets().isEmpty()) {
            job.add(upload("Upload the packages", plan.project().name() + "-packages", PackageFile.ASSETS)
                    .with("compression-level", Value.of(0)));
        }
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

    private Run debs(DebPackages deb, Map<String, Text> tag) {
        Run run = Run.script("Make Debian packages", Scripts.read("make-debs"))
                .env("TAG", released.tag())
                .env("VERSION", released.version())
                .env("PACKAGE", deb.name())
                .env("MAINTAINER", deb.maintainer())
                .env("SECTION", deb.section())
                .env(
                        "DESCRIPTION",
                        plan.project().description().orElse(plan.project().name()))
                .env("HOMEPAGE", plan.project().repository().url())
                .env(
                        "PROGRAMS",
                        String.join(
                                "\n",
                                plan.shipped().stream().map(Shipped::program).toList()))
                .env(
                        "DEBS",
                        Text.lines(deb.builds().stream()
                                .map(build -> deb(build, tag))
                                .toList()));
        if (!deb.depends().isEmpty()) {
            run = run.env("DEPENDS", String.join("\n", deb.depends()));
        }
        Optional<String> license = plan.project().license();
        return license.isPresent() ? run.env("LICENSE", license.get()) : run;
    }

    /** The architecture, the archive, and the folder in it that holds everything. */
    private Text deb(Build build, Map<String, Text> tag) {
        Text archive = Steps.name(build.archive().tokens(), tag);
        Packing packing = plan.packing().of(build.target().os());
        String ending = packing.ending(build.target().os());
        Text folder =
                packing.inFolder() ? Steps.name(build.archive().stem(ending).tokens(), tag) : Text.of(".");
        return Text.of(DebPackages.arch(build.target().arch()).orElseThrow() + " ")
                .plus(archive)
                .plus(Text.of(" "))
                .plus(folder);
    }

    private Run fillIn(Map<String, Text> tag) {
        StringBuilder script = new StringBuilder(Scripts.read("fill-in"));
        script.append('\n');
        files.forEach(file ->
                script.append("\nfill_in ").append(file.path()).append(' ').append(file.result()));
        return Run.script("Fill in the tag and checksums", script.toString())
                .env("TAG", released.tag())
                .env("VERSION", tag.getOrDefault("{version}", Text.of(released.tag())));
    }
}
