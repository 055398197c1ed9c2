package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** Finds filters of events that let nothing through, and choices that cannot be made. */
final class EventFilters implements Rule<WorkflowFile> {
    private static final List<String> FILTERS = List.of("branches", "tags", "paths");

    @Override
    public String id() {
        return "event-filters";
    }

    @Override
    public String summary() {
        return "a filter lets something through, and a choice starts with one of its options";
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
        // a choice without options is of the wrong shape, which is told already
        if (input.text("type").equals("choice") && !options.isEmpty()) {
            input.at("default")
                    .filter(value -> !options.contains(value.text()))
                    .ifPresent(value -> problems.add(value.problem(
                            "'" + value.text() + "' is none of the options",
                            Phrases.meant(value.text(), options, "options"))));
        }
    }
}
