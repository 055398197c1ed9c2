package dev.slipway.detect.workflow;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Uses;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether all that a workflow releases has a condition, so that its other runs only try the build. */
record ReleaseConditions(ExistingWorkflow workflow) {
    /** Whether each job that releases asks for a tag, which other events run without. */
    boolean onlyAtTags() {
        return all("'refs/tags/");
    }

    /** Whether each of them asks for the event of a release. */
    boolean onlyByRelease() {
        return all("github.event_name == 'release'");
    }

    /** @param part what the condition of each job, or of its steps that release, contains */
    private boolean all(String part) {
        Set<String> releasing = workflow.jobs().stream()
                .filter(ReleaseStep::isIn)
                .map(DryRow::id)
                .collect(Collectors.toSet());
        List<Job> jobs = workflow.run().workflow().jobs().stream()
                .filter(job -> releasing.contains(job.id()))
                .toList();
        return !jobs.isEmpty() && jobs.stream().allMatch(job -> has(job.condition(), part) || inSteps(job, part));
    }

    private boolean inSteps(Job job, String part) {
        Set<String> actions = workflow.jobs().stream()
                .filter(row -> row.id().equals(job.id()))
                .flatMap(row -> row.steps().stream())
                .filter(step -> ReleaseStep.of(step).isPresent())
                .map(DryStep::action)
                .collect(Collectors.toSet());
        List<Step> steps = job instanceof StepsJob some
                ? some.steps().stream().filter(step -> releases(step, actions)).toList()
                : List.of();
        return !steps.isEmpty()
                && steps.stream().allMatch(step -> has(step.common().condition(), part));
    }

    /** @param actions those with which the job releases; an empty one stands for a script */
    private static boolean releases(Step step, Set<String> actions) {
        return step instanceof Uses uses && actions.contains(uses.action().name())
                || step instanceof Run run
                        && actions.contains("")
                        && run.script().source().contains("gh release");
    }

    private static boolean has(Optional<Expr<Boolean>> condition, String part) {
        return condition.stream()
                .map(Expr::source)
                .anyMatch(text -> text.contains(part) && Stream.of("!", "||").noneMatch(text::contains));
    }
}
