package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Outputs;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Ci;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.SharedJob;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The job that says which other jobs a pull request needs, by the files that it changes. */
final class ChangesJob {
    /** The output that says whether the release is worth a try. */
    static final String TARGETS = "targets";

    /** The output that says whether any job is needed. */
    static final String PATHS = "paths";

    private ChangesJob() {}

    static Job of(ReleasePlan plan, Ci ci, Header header, boolean filtersJobs) {
        JobBuilder job = Job.named("changes")
                .name("See what changed")
                .permissions(CiSetting.READ)
                .timeoutMinutes(5);
        job.add(Uses.action("Check out", plan.actions().of("actions/checkout"))
                .with("persist-credentials", false)
                .with("fetch-depth", Value.of(2))
                .comment("A pull request comes merged into its branch: what it changes is what the merge changes."));
        if (filtersJobs) {
            output(job, PATHS, "Look for files that are tested", paths(ci));
        }
        if (ci.has(SharedJob.TARGETS)) {
            output(job, TARGETS, "Look for files that builds depend on", buildFiles(plan, header));
        }
        return job.build();
    }

    private static void output(JobBuilder job, String name, String title, List<String> patterns) {
        Run step = Run.script(title, Scripts.read("changed")).env("FILES", String.join("\n", patterns));
        Changed changed = job.add(name, step, Changed::new);
        job.output(name, changed.changed());
    }

    private static List<String> paths(Ci ci) {
        List<String> patterns = new ArrayList<>(glob(ci.triggers().paths()));
        ci.triggers().pathsIgnore().forEach(pattern -> patterns.add(":(exclude,glob)" + pattern));
        return patterns;
    }

    private static List<String> buildFiles(ReleasePlan plan, Header header) {
        List<String> files =
                new ArrayList<>(List.of(header.config(), plan.project().paths().ci()));
        files.addAll(plan.toolchain().buildFiles());
        return glob(files);
    }

    private static List<String> glob(List<String> patterns) {
        return patterns.stream().map(pattern -> ":(glob)" + pattern).collect(Collectors.toList());
    }

    /** What the script says. */
    private record Changed(Outputs of) {
        Expr<String> changed() {
            return of.named("changed");
        }
    }
}
