package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** Finds filters of events that match nothing, and choices that cannot be selected. */
final class EventFilters implements Rule<WorkflowFile> {
    private static final List<String> FILTERS = List.of("branches", "tags", "paths");

    @Override
    public String id() {
        return "event-filters";
    }

    @Override
    public String summary() {
        return "filters match something, and the default of a choice is one of its options";
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
                event.at(filter)
                        .filter(EventFilters::hasOnlyExceptions)
                        .ifPresent(patterns -> problems.add(patterns.problem(
                                "'" + filter + "' contains only exclusions, so nothing matches",
                                "add a pattern such as '**' before them")));
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
        // a choice without options is of the wrong shape, which is reported already
        if (input.text("type").equals("choice") && !options.isEmpty()) {
            input.at("default")
                    .filter(value -> !options.contains(value.text()))
                    .ifPresent(value -> problems.add(value.problem(
                            "'" + value.text() + "' is not one of the options",
                            Phrases.meant(value.text(), options, "options"))));
        }
    }
}
