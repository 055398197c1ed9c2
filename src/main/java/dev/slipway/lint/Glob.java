package dev.slipway.lint;

import dev.slipway.model.workflow.FilterSyntax;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds patterns of branches, tags and paths that match nothing or cannot be read.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet">Filter patterns</a>
 */
final class Glob implements Rule<WorkflowFile> {
    private static final List<String> REFS = List.of("branches", "branches-ignore", "tags", "tags-ignore");
    private static final List<String> PATHS = List.of("paths", "paths-ignore");

    @Override
    public String id() {
        return "glob";
    }

    @Override
    public String summary() {
        return "every pattern for branches, tags and paths can match something";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (Place event : file.place().entries("on")) {
            REFS.forEach(key -> patterns(event, key)
                    .forEach(pattern -> FilterSyntax.refFault(pattern.text())
                            .ifPresent(fault -> problems.add(problem(pattern, fault)))));
            PATHS.forEach(key -> patterns(event, key)
                    .forEach(pattern -> FilterSyntax.pathFault(pattern.text())
                            .ifPresent(fault -> problems.add(problem(pattern, fault)))));
        }
        return problems;
    }

    private static List<Place> patterns(Place event, String key) {
        return event.at(key).map(Place::oneOrMany).orElse(List.of());
    }

    private static Problem problem(Place pattern, String fault) {
        return pattern.problem("pattern '" + pattern.text() + "' " + fault, "");
    }
}
