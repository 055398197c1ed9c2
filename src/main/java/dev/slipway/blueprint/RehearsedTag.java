package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Outputs;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Release;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.ManifestVersion;
import dev.slipway.toolchain.Scripts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tag whose release CI rehearses: the next one; if a release fails for any version except that of the sources,
 * the one of their version.
 */
final class RehearsedTag {
    /** The output of the job and of its step. */
    static final String TAG = "tag";

    private static final String CHOOSE = "Choose the tag to rehearse";

    private RehearsedTag() {}

    /** Adds what chooses the tag to a job that has the sources and all tags, and gives it as an output. */
    static void add(JobBuilder job, ReleasePlan plan, Expr<Boolean> wanted) {
        Optional<ManifestVersion> manifest = manifest(plan);
        manifest.map(ManifestVersion::setup).orElse(List.of()).forEach(step -> job.add(when(step, wanted)));
        Run choose = manifest.map(RehearsedTag::ofSources).orElseGet(() -> next(plan));
        choose = choose.when(wanted).env("TAG_PREFIX", plan.tags().prefix());
        job.output(TAG, job.add(TAG, choose, Chosen::new).tag());
    }

    /** Whether it may be there already. */
    static boolean mayExist(ReleasePlan plan) {
        return manifest(plan).isPresent() || plan.release().changelogNotes();
    }

    private static Step when(Step step, Expr<Boolean> wanted) {
        if (step instanceof Run run) {
            return run.when(wanted);
        }
        return step instanceof Uses uses ? uses.when(wanted) : step;
    }

    /** Whether a release compares the version of the sources, or requires notes about it. */
    private static Optional<ManifestVersion> manifest(ReleasePlan plan) {
        Release release = plan.release();
        return release.versionCheck() || release.changelogNotes()
                ? plan.toolchain().manifestVersion(plan.project().name(), plan.actions())
                : Optional.empty();
    }

    private static Run ofSources(ManifestVersion manifest) {
        Run read = Run.script(
                CHOOSE,
                "version=$(\n" + manifest.script().indent(2)
                        + ")\necho \"tag=$TAG_PREFIX$version\" | tee -a \"$GITHUB_OUTPUT\"");
        for (Map.Entry<String, String> variable : manifest.env().entrySet()) {
            read = read.env(variable.getKey(), variable.getValue());
        }
        return read;
    }

    /** Of the next version CHANGELOG.md has no section yet, so one that is out already is rehearsed if it has to. */
    private static Run next(ReleasePlan plan) {
        return Run.script(CHOOSE, Scripts.read(plan.tags().script("next-tag")))
                .env("PATCHES", Value.of(plan.release().changelogNotes() ? 0 : 1));
    }

    /** What the step says. */
    private record Chosen(Outputs of) {
        Expr<String> tag() {
            return of.named(TAG);
        }
    }
}
