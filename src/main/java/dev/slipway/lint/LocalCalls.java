package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import dev.slipway.source.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds workflows and actions of this repository that are called and are not there: GitHub refuses such a run.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses">uses</a>
 */
final class LocalCalls implements Rule<WorkflowFile> {
    private static final String SELF = "$/";

    @Override
    public String id() {
        return "local-calls";
    }

    @Override
    public String summary() {
        return "every workflow and action of this repository that is called is there";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** Whether a {@code uses} names something in the repository: by {@code ./} or by {@code $/}. */
    static boolean isLocal(String uses) {
        return uses.startsWith("./") || uses.startsWith(SELF);
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            job.place().at("uses").flatMap(uses -> workflow(uses, context)).ifPresent(problems::add);
            for (StepView step : job.steps()) {
                step.uses().flatMap(uses -> action(uses, job, step, context)).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> workflow(Place uses, LintContext context) {
        Optional<Problem> versioned = versioned(uses);
        if (versioned.isPresent()) {
            return versioned;
        }
        Optional<String> path = path(uses);
        Optional<WorkflowFile> called = path.flatMap(context::workflow);
        if (called.isPresent()) {
            return called.filter(workflow -> workflow.trigger("workflow_call").isEmpty())
                    .map(workflow -> uses.problem(
                            "'" + path.get() + "' has no trigger 'workflow_call', so that no workflow can call it",
                            "add 'workflow_call:' below its 'on'"));
        }
        return path.filter(name -> !context.has(name))
                .map(name ->
                        uses.problem("there is no workflow '" + name + "' in this repository", near(name, context)));
    }

    /** GitHub takes what is local from the commit that runs, and refuses a version behind it. */
    private static Optional<Problem> versioned(Place uses) {
        String text = uses.text();
        int version = text.indexOf('@');
        return version < 0 || !isLocal(text)
                ? Optional.empty()
                : Optional.of(uses.problem(
                        "'" + text + "' names a version, but '" + text.substring(0, 2)
                                + "' is always the commit that runs",
                        "write '" + text.substring(0, version) + "'"));
    }

    private static String near(String name, LintContext context) {
        List<String> known = context.workflows().stream()
                .map(workflow -> workflow.source().name())
                .toList();
        return Suggestion.nearest(name, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("");
    }

    private static Optional<Problem> action(Place uses, JobView job, StepView step, LintContext context) {
        String text = uses.text();
        if (text.startsWith(SELF) && text.contains("@")) {
            return versioned(uses);
        }
        if (text.startsWith("./") && !isOurs(job, step, text.substring(text.lastIndexOf('/') + 1))) {
            return Optional.empty();
        }
        return path(uses)
                .filter(folder -> Stream.of("action.yml", "action.yaml", "Dockerfile")
                        .noneMatch(name -> context.has(folder.isEmpty() ? name : folder + "/" + name)))
                .map(folder -> uses.problem(
                        "there is no action in '" + (folder.isEmpty() ? "." : folder) + "' of this repository",
                        "an action is a folder with an 'action.yml'"));
    }

    /** Whether the workspace holds this repository as it is, as far as the steps before one tell. */
    private static boolean isOurs(JobView job, StepView step, String name) {
        List<StepView> before = job.steps().subList(0, step.position());
        return before.stream().anyMatch(earlier -> earlier.usesAction("actions/checkout"))
                && before.stream()
                        .filter(earlier -> earlier.usesAction("actions/checkout"))
                        .allMatch(checkout -> Stream.of("repository", "path", "ref")
                                .allMatch(input -> checkout.with(input).isEmpty()))
                && before.stream()
                        .flatMap(earlier -> earlier.run().stream())
                        .noneMatch(script ->
                                script.text().contains("git ") || script.text().contains(name));
    }

    /** The path in the repository; empty for what is not local, and for what only a run knows. */
    private static Optional<String> path(Place uses) {
        String text = uses.text();
        if (!isLocal(text) || text.contains("${{") || text.contains("@")) {
            return Optional.empty();
        }
        List<String> segments = Arrays.asList(text.substring(2).split("/"));
        return segments.contains("..")
                ? Optional.empty()
                : Optional.of(segments.stream()
                        .filter(segment -> !segment.isEmpty() && !segment.equals("."))
                        .collect(Collectors.joining("/")));
    }
}
