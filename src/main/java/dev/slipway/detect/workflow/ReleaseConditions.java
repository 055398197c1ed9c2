package dev.slipway.detect.workflow;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Uses;
import dev.slipway.run.dry.DryStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which events a workflow runs for without releasing, as far as the text of its conditions shows. */
record ReleaseConditions(ExistingWorkflow workflow) {
    private static final Pattern INPUTS = Pattern.compile("(?<![\\w.])(?:github\\.event\\.)?inputs\\.");
    private static final Pattern RELEASE = Pattern.compile("github\\.event\\.(?:action|release)\\b");
    private static final Pattern NAME = Pattern.compile("github\\.event_name *+== *+'([a-z_]++)'");

    private static final Pattern NOT = Pattern.compile("github\\.event_name *+!= *+'([a-z_]++)'");

    /** Whether each job that releases, or each step of it that does, asks for what an event does not give. */
    boolean leaveOut(String event) {
        Set<String> releasing =
                ReleasingJob.of(workflow).stream().map(ReleasingJob::id).collect(Collectors.toSet());
        List<Job> jobs = workflow.run().workflow().jobs().stream()
                .filter(job -> releasing.contains(job.id()))
                .toList();
        return !jobs.isEmpty()
                && jobs.stream()
                        .allMatch(job -> leavesOut(job.condition().stream(), event) || stepsLeaveOut(job, event));
    }

    private boolean stepsLeaveOut(Job job, String event) {
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
                && steps.stream().allMatch(step -> leavesOut(step.common().condition().stream(), event));
    }

    /** @param actions those with which the job releases; an empty one stands for a script */
    private static boolean releases(Step step, Set<String> actions) {
        return step instanceof Uses uses && actions.contains(uses.action().name())
                || step instanceof Run run
                        && actions.contains("")
                        && run.script().source().contains("gh release");
    }

    /** Whether the text of a condition keeps an event out. */
    static boolean leavesOut(Stream<Expr<Boolean>> condition, String event) {
        return condition
                .map(Expr::source)
                .flatMap(text -> parts(text).stream())
                .anyMatch(text -> isOther(text, event) || leavesOut(text, event));
    }

    /** What all has to hold, of a condition that is not one of several at its top. */
    private static List<String> parts(String condition) {
        String text = condition.strip().replaceFirst("^\\$\\{\\{", "").replaceFirst("}}$", "");
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            quoted ^= next == '\'';
            depth += quoted ? 0 : next == '(' || next == '[' ? 1 : next == ')' || next == ']' ? -1 : 0;
            boolean top = depth == 0 && !quoted;
            if (top && text.startsWith("||", at)) {
                return List.of();
            }
            if (top && text.startsWith("&&", at)) {
                parts.add(text.substring(start, at));
                start = at + 2;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Whether it asks for any event but this one. */
    private static boolean isOther(String part, String event) {
        Matcher not = NOT.matcher(part.strip());
        return not.matches() && not.group(1).equals(event);
    }

    private static boolean leavesOut(String part, String event) {
        return Stream.of(part)
                .filter(text -> !text.contains("!") && !text.contains("||"))
                .anyMatch(text -> text.contains("'refs/tags/") && !event.equals("workflow_dispatch")
                        || INPUTS.matcher(text).find() && !event.equals("workflow_dispatch")
                        || RELEASE.matcher(text).find()
                                && Set.of("push", "schedule", "workflow_dispatch")
                                        .contains(event)
                        || NAME.matcher(text)
                                .results()
                                .anyMatch(name -> !name.group(1).equals(event)));
    }
}
