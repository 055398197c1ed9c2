package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Outputs;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.Release;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.ManifestVersion;
import dev.slipway.toolchain.Scripts;
import java.util.Map;
import java.util.Optional;

/** The job that works out what is released, and refuses what cannot be, before anything is built. */
final class VersionJob {
    static final String TAG = "tag";
    static final String VERSION = "version";
    static final String REF = "ref";

    /** The artifact with the text of the release; no archive's name begins like it. */
    static final String NOTES = "notes";

    private final ReleasePlan plan;
    private final Release release;
    private final JobBuilder job = Job.named("version").runsOn(RunsOn.UBUNTU_LATEST);

    private VersionJob(ReleasePlan plan) {
        this.plan = plan;
        this.release = plan.release();
    }

    static Job of(ReleasePlan plan) {
        return new VersionJob(plan).job();
    }

    /** What the step that reads the tag says of it. */
    private record Read(Outputs of) {
        Expr<String> tag() {
            return of.named(TAG);
        }

        Expr<String> version() {
            return of.named(VERSION);
        }

        Expr<String> prerelease() {
            return of.named("prerelease");
        }
    }

    /** The tag that was called for, in full; empty if the run is of what started it. */
    private record Called(Outputs of) {
        Expr<String> ref() {
            return of.named(REF);
        }
    }

    private Job job() {
        job.name("Work out the version").timeoutMinutes(15);
        String prefix = plan.tags().prefix();
        if (release.onPublished() && !prefix.isEmpty()) {
            job.comment("Ignores the releases of other projects, which have other tags.")
                    .when(Expr.startsWith(Github.REF_NAME, prefix));
        }
        boolean sources = release.onDispatch() || release.ownNotes() || release.versionCheck();
        job.permissions(permissions(sources));
        Read read = job.add(VERSION, read(), Read::new);
        job.output(TAG, read.tag()).output(VERSION, read.version()).output("prerelease", read.prerelease());
        Optional<Called> called =
                release.onCall() ? Optional.of(job.add("called", called(read), Called::new)) : Optional.empty();
        called.ifPresent(it -> job.output(REF, it.ref()));
        if (sources) {
            Uses plain = Steps.checkout(plan, cliff());
            Uses checkout = release.onDispatch() && !cliff() ? Newest.tags(plain) : plain;
            job.add(called.map(it -> checkout.with("ref", it.ref())).orElse(checkout));
        }
        if (release.onDispatch()) {
            Run check = Run.script("Check that the tag is new", Scripts.read("new-tag"))
                    .env("TAG", read.tag());
            job.add(typed().map(check::when).orElse(check));
        }
        if (release.versionCheck()) {
            compare(read);
        }
        if (release.ownNotes()) {
            notes(read);
        }
        return job.build();
    }

    private Permissions permissions(boolean sources) {
        if (sources) {
            return Permissions.of(Scope.CONTENTS.read("check out the sources"));
        }
        return release.onPublished()
                ? Permissions.NONE
                : Permissions.of(Scope.CONTENTS.read("check for an existing release"));
    }

    /** When somebody typed the version; always, if nothing else can start the workflow. */
    private Optional<Expr<Boolean>> typed() {
        if (release.onCall()) {
            return Optional.of(ReleaseWorkflow.WANTED.ne("")); // the event is whatever started the caller
        }
        return release.onTag() ? Optional.of(Github.EVENT_NAME.eq("workflow_dispatch")) : Optional.empty();
    }

    /** The caller has created the tag, and is on a branch: from here on the tag is checked out. */
    private Run called(Read read) {
        Run find = Run.script("Check that the tag exists", Scripts.read("called-tag"))
                .env("GH_TOKEN", Github.TOKEN)
                .env("GH_REPO", Github.REPOSITORY)
                .env("TAG", read.tag());
        return release.onlyOnCall() ? find : find.when(ReleaseWorkflow.CALLED.ne(""));
    }

    private Run read() {
        String unreleased = release.onPublished() ? "" : Scripts.read("check-unreleased") + "\n";
        String script = Steps.tagCheck(plan) + "\n" + unreleased
                + Scripts.read(plan.tags().semantic() ? "tell-version" : "tell-version-plain");
        Expr<String> named = ReleaseWorkflow.named(release);
        Run run =
                Run.script(Steps.CHECK_TAG, release.onDispatch() ? Scripts.read("choose-tag") + "\n" + script : script);
        if (!release.onPublished()) {
            run = run.env("GH_TOKEN", Github.TOKEN).env("GH_REPO", Github.REPOSITORY);
        }
        run = release.onDispatch()
                ? run.env("REF_NAME", named).env("WANTED", ReleaseWorkflow.WANTED)
                : run.env("TAG", named);
        return run.env("TAG_PREFIX", plan.tags().prefix());
    }

    private void compare(Read read) {
        ManifestVersion manifest = plan.toolchain()
                .manifestVersion(plan.project().name(), plan.actions())
                .orElseThrow();
        job.addAll(manifest.setup());
        String script = "found=$(\n" + manifest.script().indent(2) + ")\n" + Scripts.read("compare-version");
        Run compare = Run.script("Compare with " + manifest.file(), script)
                .env("VERSION", read.version())
                .env("MANIFEST", manifest.file());
        for (Map.Entry<String, String> variable : manifest.env().entrySet()) {
            compare = compare.env(variable.getKey(), variable.getValue());
        }
        job.add(compare);
    }

    private boolean cliff() {
        return release.ownNotes() && !release.changelogNotes();
    }

    private void notes(Read read) {
        Run write = cliff()
                ? Run.script("Write the notes", Scripts.read("git-cliff"))
                        .env("TAG", read.tag())
                        .env("TAG_PREFIX", plan.tags().prefix())
                : Run.script("Read the notes from CHANGELOG.md", Scripts.read("changelog"))
                        .env("VERSION", read.version())
                        .env("TAG_PREFIX", plan.tags().prefix())
                        .env("PRERELEASE", read.prerelease());
        job.add(write);
        job.add(Uses.action("Upload the notes", plan.actions().of("actions/upload-artifact"))
                .with("name", NOTES)
                .with("path", "notes/notes.md")
                .with("if-no-files-found", "error"));
    }
}
