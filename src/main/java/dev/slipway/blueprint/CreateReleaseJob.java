package dev.slipway.blueprint;

import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.Build;
import dev.slipway.plan.Release;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RepositoryFile;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one job that publishes: nothing is visible before every file is there. */
final class CreateReleaseJob {
    private final ReleasePlan plan;
    private final Release release;
    private final Released released;

    private CreateReleaseJob(ReleasePlan plan, Released released) {
        this.plan = plan;
        this.release = plan.release();
        this.released = released;
    }

    static StepsJob of(ReleasePlan plan, Released released, List<Job> parts) {
        return new CreateReleaseJob(plan, released).job(parts);
    }

    private StepsJob job(List<Job> parts) {
        JobBuilder job = Job.named(release.job())
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name(release.onPublished() ? "Upload to the release" : "Create the release")
                .waitsFor(released.jobs())
                .waitsFor(parts)
                .permissions(permissions())
                .timeoutMinutes(30);
        release.environment().ifPresent(name -> job.environment(Environment.named(name)));
        if (!release.onPublished() || !plan.packages().prepared()) {
            job.add(Newest.aside(moves() ? released.checkoutToMove(plan) : released.checkout(plan, false)));
        }
        if (plan.packages().prepared()) {
            job.add(download("Download the files of the release", PackageJob.RELEASE, Steps.DIST));
        } else {
            job.addAll(Packer.steps(plan, released));
        }
        release.sbom()
                .ifPresent(
                        format -> job.add(download("Download the list of components", SbomJob.ARTIFACT, Steps.DIST)));
        if (release.attest()) {
            attest(job, Steps.tagValues(job, plan, released));
        }
        job.addAll(SumsSteps.of(plan.checksums(), released));
        if (release.ownNotes()) {
            job.add(download("Download the notes", VersionJob.NOTES, VersionJob.NOTES));
        }
        return job.add(release.onPublished() ? upload() : publish(job)).build();
    }

    private Uses download(String name, String artifact, String folder) {
        return Uses.action(name, plan.actions().of("actions/download-artifact"))
                .with("name", artifact)
                .with("path", folder);
    }

    private Permissions permissions() {
        List<Grant> grants = new ArrayList<>();
        grants.add(Scope.CONTENTS.write(
                release.onPublished() ? "upload files to the release" : "create the release and upload its files"));
        if (release.attest()) {
            grants.addAll(Steps.attestGrants());
        }
        return Permissions.of(grants.toArray(Grant[]::new));
    }

    /** Here and not in the build jobs, so that code of a build cannot use the identity that signs. */
    private void attest(JobBuilder job, Map<String, Text> tag) {
        List<Text> archives = plan.builds()
                .map(build -> Text.of(Steps.DIST + "/").plus(name(build, tag)))
                .toList();
        List<Text> all = new ArrayList<>(archives);
        release.files().stream()
                .filter(RepositoryFile::made)
                .forEach(file -> all.add(
                        Text.of(Steps.DIST + "/").plus(Steps.name(file.name().tokens(), tag))));
        packages(tag).forEach(name -> all.add(Text.of(Steps.DIST + "/").plus(name)));
        job.add(Uses.action(
                        "Attest the provenance of the archives", plan.actions().of("actions/attest"))
                .comment(
                        "Attests here and not in the build jobs, so that code of a build cannot sign as this workflow.")
                .with("subject-path", Text.lines(all)));
        release.sbom()
                .ifPresent(format -> job.add(Uses.action(
                                "Attest the components of the archives",
                                plan.actions().of("actions/attest"))
                        .with("subject-path", Text.lines(archives))
                        .with("sbom-path", Text.of(Steps.DIST + "/").plus(SbomJob.name(plan, format, released)))));
    }

    private Run upload() {
        return Run.script("Upload", Scripts.read("upload-release"))
                .env("GH_TOKEN", Github.TOKEN)
                .env("GH_REPO", Github.REPOSITORY)
                .env("TAG", released.tag());
    }

    private Run publish(JobBuilder job) {
        boolean hidden = hidden();
        Run run = Run.script(hidden ? "Create the draft" : "Publish", ReleaseScript.of(plan, hidden))
                .comment(comment())
                .env("GH_TOKEN", Github.TOKEN)
                .env("GH_REPO", Github.REPOSITORY)
                .env("TAG", released.tag())
                .env("TAG_PREFIX", plan.tags().prefix());
        run = moves() ? run.env("LATEST", Newest.latest(job, plan, released)) : run;
        return Newest.aside(run);
    }

    /** Whether what it creates becomes public later. */
    private boolean hidden() {
        return plan.draft() || plan.completedLater();
    }

    /** Whether it decides which release is the latest, by the existing tags. */
    private boolean moves() {
        return release.newestOnly() && !release.onPublished() && !hidden();
    }

    private String comment() {
        if (plan.completedLater()) {
            return "Stays a draft until everything else is published.";
        }
        return plan.draft()
                ? "Stays a draft until a maintainer publishes it."
                : "Uploads everything to a draft first, so that nobody sees an incomplete release.";
    }

    private Stream<Text> packages(Map<String, Text> tag) {
        return plan.packages().assets().stream().map(name -> Steps.name(name.tokens(), tag));
    }

    private static Text name(Build build, Map<String, Text> tag) {
        return Steps.name(build.archive().tokens(), tag);
    }
}
