package dev.slipway.blueprint;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.SharedJob;
import dev.slipway.toolchain.CiSetting;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The job that rehearses the release with the builds of the same run, each from its own runner. It publishes
 * nothing: its token can only read the sources.
 */
final class RehearseJob {
    private static final Text BUILT = Text.of(Expr.of("runner", "temp")).plus(Text.of("/built"));

    private static final String FORGET = """
            # A version that is out already is released anew here, from what is checked out.
            if git show-ref --quiet --verify "refs/tags/$TAG"; then git tag --delete "$TAG"; fi
            """;

    private RehearseJob() {}

    /**
     * @param release the workflow that is rehearsed
     * @param changes the job that says whether to, and which tag
     * @param builds the jobs whose programs it takes
     */
    static JobBuilder of(ReleasePlan plan, Header header, Workflow release, Job changes, List<Job> builds) {
        InstalledSlipway slipway = new InstalledSlipway(header);
        JobBuilder job = Job.named(SharedJob.REHEARSE.word())
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("Rehearse the release")
                .waitsFor(builds)
                .permissions(CiSetting.READ)
                .timeoutMinutes(60)
                .add(Uses.action("Check out", plan.actions().of("actions/checkout"))
                        .with("persist-credentials", false)
                        .with("fetch-depth", Value.of(0)))
                .addAll(Downloads.of(plan, BUILT, BUILT.plus(Text.of("/" + Packing.EXTRAS))));
        String rehearse = slipway.command() + " rehearse \"$TAG\" --built \"$RUNNER_TEMP/built\""
                + strangers(release).stream().map(" --skip-action "::concat).collect(Collectors.joining());
        return job.add(slipway.install())
                .add(Run.script("Rehearse the release", (RehearsedTag.mayExist(plan) ? FORGET : "") + rehearse)
                        .comment("Publishes nothing: anything that would leave the machine is only recorded.")
                        .env("TAG", changes.output(RehearsedTag.TAG)));
    }

    /** The actions of the project's own jobs, which a rehearsal cannot stand in for. */
    private static List<String> strangers(Workflow release) {
        return release.jobs().stream()
                .filter(StepsJob.class::isInstance)
                .flatMap(job -> ((StepsJob) job).steps().stream())
                .filter(Uses.class::isInstance)
                .map(step -> ((Uses) step).action().name())
                .filter(name -> name.matches("[A-Za-z0-9_][A-Za-z0-9._/:-]*"))
                .filter(name -> !ActionTable.standard().refs().containsKey(name))
                .distinct()
                .toList();
    }
}
