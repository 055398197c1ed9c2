package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** Finds filters of events that shut each other out, or that let nothing through. */
final class EventFilters implements Rule<WorkflowFile> {
    private static final List<String> FILTERS = List.of("branches", "tags", "paths");

    @Override
    public String id() {
        return "event-filters";
    }

    @Override
    public String summary() {
        return "filters of an event do not contradict each other";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (Place event : file.place().entries("on")) {
            for (String filter : FILTERS) {
                if (event.has(filter) && event.has(filter + "-ignore")) {
                    problems.add(event.at(filter + "-ignore")
                            .orElse(event)
                            .keyProblem(
                                    "'" + filter + "' and '" + filter + "-ignore' cannot stand together",
                                    "use '!' in front of a pattern of '" + filter + "'"));
                }
                event.at(filter)
                        .filter(EventFilters::hasOnlyExceptions)
                        .ifPresent(patterns -> problems.add(patterns.problem(
                                "'" + filter + "' has only exceptions, so it lets nothing through",
                                "put a pattern such as '**' in front of them")));
            }
        }
        file.trigger("workflow_dispatch")
                .ifPresent(event -> event.entries("inputs").forEach(input -> checkInput(input, problems)));
        return problems;
    }

    private static boolean hasOnlyExceptions(Place patterns) {
        return !patterns.oneOrMany().isEmpty()
                && patterns.oneOrMany().stream()
                        .allMatch(pattern -> pattern.text().startsWith("!"));
    }

    private static void checkInput(Place input, List<Problem> problems) {
        List<String> options = input.at("options").map(Place::oneOrMany).orElse(List.of()).stream()
                .map(Place::text)
                .toList();
        if (!input.text("type").equals("choice")) {
            return;
        }
        if (options.isEmpty()) {
            problems.add(input.keyProblem("input '" + input.name() + "' is a choice of nothing", "list its 'options'"));
        } else {
            input.at("default")
                    .filter(value -> !options.contains(value.text()))
                    .ifPresent(value -> problems.add(value.problem(
                            "'" + value.text() + "' is none of the options",
                            Words.meant(value.text(), options, "options"))));
        }
    }
}
