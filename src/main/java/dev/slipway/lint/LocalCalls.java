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
 * Finds calls of workflows and actions of this repository that do not exist: GitHub refuses such a run.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses">uses</a>
 */
final class LocalCalls implements Rule<WorkflowFile> {
    private static final String SELF = "$/";

    /** For how many local actions of a job the scripts before them are searched; more are ignored. */
    private static final int MOST_LOOKS = 256;

    @Override
    public String id() {
        return "local-calls";
    }

    @Override
    public String summary() {
        return "local workflows and actions exist";
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
            Workspace workspace = new Workspace();
            for (StepView step : job.steps()) {
                step.uses().flatMap(uses -> action(uses, workspace, context)).ifPresent(problems::add);
                workspace.after(step);
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
        Optional<Boolean> callable = path.flatMap(context::isCallable);
        if (callable.isPresent()) {
            return callable.filter(is -> !is)
                    .map(is -> uses.problem(
                            "'" + path.get() + "' has no trigger 'workflow_call', so no workflow can call it",
                            "add 'workflow_call:' below its 'on'"));
        }
        return path.filter(name -> !context.has(name))
                .map(name ->
                        uses.problem("there is no workflow '" + name + "' in this repository", near(name, context)));
    }

    /** GitHub takes what is local from the commit that runs, and refuses a version after it. */
    private static Optional<Problem> versioned(Place uses) {
        String text = uses.text();
        int version = text.indexOf('@');
        return version < 0 || !isLocal(text)
                ? Optional.empty()
                : Optional.of(uses.problem(
                        "'" + text + "' has a version, but '" + text.substring(0, 2)
                                + "' is always the commit that runs",
                        "write '" + text.substring(0, version) + "'"));
    }

    private static String near(String name, LintContext context) {
        return Suggestion.nearest(name, context.workflows())
                .map(near -> "did you mean '" + near + "'?")
                .orElse("");
    }

    private static Optional<Problem> action(Place uses, Workspace workspace, LintContext context) {
        String text = uses.text();
        if (text.startsWith(SELF) && text.contains("@")) {
            return versioned(uses);
        }
        if (text.startsWith("./") && !workspace.isOurs(text.substring(text.lastIndexOf('/') + 1))) {
            return Optional.empty();
        }
        return path(uses)
                .filter(folder -> Stream.of("action.yml", "action.yaml", "Dockerfile")
                        .noneMatch(name -> context.has(folder.isEmpty() ? name : folder + "/" + name)))
                .map(folder -> uses.problem(
                        "there is no action in '" + (folder.isEmpty() ? "." : folder) + "' of this repository",
                        "an action is a folder with an 'action.yml'"));
    }

    /** What the steps so far tell of the workspace. */
    private static final class Workspace {
        private final List<String> scripts = new ArrayList<>();
        private int looks;
        private boolean checkedOut;
        private boolean changed;

        void after(StepView step) {
            if (step.usesAction("actions/checkout")) {
                checkedOut = true;
                changed |= !step.with("repository").isEmpty()
                        || !step.with("path").isEmpty()
                        || !step.with("ref").isEmpty();
            }
            step.run().map(Place::text).ifPresent(script -> {
                changed |= script.contains("git ");
                scripts.add(script);
            });
        }

        /** Whether it contains this repository as it is, as far as the steps show; a script may create the file. */
        boolean isOurs(String name) {
            return checkedOut
                    && !changed
                    && looks++ < MOST_LOOKS
                    && scripts.stream().noneMatch(script -> script.contains(name));
        }
    }

    /** The path in the repository; empty for what is not local, and for what is known only during a run. */
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
