package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Outputs;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Ci;
import dev.slipway.plan.Paths;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.SharedJob;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The job that determines which other jobs a pull request needs, by the files that it changes. */
final class ChangesJob {
    /** The output that shows whether the builds are needed. */
    static final String TARGETS = "targets";

    /** The output that shows whether a rehearsal is needed. */
    static final String RELEASE = "release";

    /** The output that shows whether any job is needed. */
    static final String PATHS = "paths";

    private static final String MERGED =
            "For a pull request, HEAD is its merge commit, and HEAD^1 is the branch it merges into.";

    private ChangesJob() {}

    static Job of(ReleasePlan plan, Ci ci, Header header, boolean filtersJobs) {
        boolean rehearses = ci.has(SharedJob.REHEARSE);
        JobBuilder job = Job.named("changes")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("Detect changes")
                .permissions(CiSetting.READ)
                .timeoutMinutes(rehearses ? 15 : 5);
        job.add(Uses.action("Check out", plan.actions().of("actions/checkout"))
                .with("persist-credentials", false)
                .with("fetch-depth", Value.of(rehearses ? 0 : 2))
                .comment(rehearses ? MERGED + " The tags determine the next version." : MERGED));
        if (filtersJobs) {
            output(job, PATHS, "Detect changes to tested files", paths(ci));
        }
        if (rehearses) {
            Expr<String> changed =
                    output(job, RELEASE, "Detect changes that affect a release", releaseFiles(plan, header));
            RehearsedTag.add(job, plan, changed.eq("true"));
        } else if (ci.has(SharedJob.TARGETS)) {
            output(job, TARGETS, "Detect changes that affect builds", buildFiles(plan, header));
        }
        return job.build();
    }

    private static Expr<String> output(JobBuilder job, String name, String title, List<String> patterns) {
        Run step = Run.script(title, Scripts.read("changed")).env("FILES", String.join("\n", patterns));
        Expr<String> changed = job.add(name, step, Changed::new).changed();
        job.output(name, changed);
        return changed;
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

    private static List<String> releaseFiles(ReleasePlan plan, Header header) {
        Paths paths = plan.project().paths();
        List<String> files = new ArrayList<>(List.of(header.config(), paths.ci(), paths.release(), ".slipway/**"));
        plan.image().stream().flatMap(image -> image.variants().stream()).forEach(variant -> {
            files.add(paths.dockerfile(variant));
            files.add(paths.dockerignore(variant));
        });
        plan.release().files().stream().filter(file -> !file.made()).forEach(file -> files.add(file.path()));
        files.addAll(plan.toolchain().buildFiles());
        return glob(files.stream().distinct().toList());
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
