package dev.slipway.detect.workflow;

import dev.slipway.model.workflow.Event;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds workflows that start when a release workflow ends: they know it by its name, which goes with it. */
final class Followers {
    /** What the release of a config is called. */
    private static final String NEW = "Release";

    private Followers() {}

    /** What to do about each. */
    static Stream<String> of(List<ExistingWorkflow> all, List<ExistingWorkflow> releasing) {
        Set<String> going = releasing.stream()
                .filter(workflow -> !workflow.early())
                .map(workflow -> workflow.run().workflow().name())
                .filter(name -> !name.equals(NEW))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(workflow -> !releasing.contains(workflow))
                .flatMap(workflow -> filter(workflow, "workflow_run", "workflows").stream()
                        .filter(going::contains)
                        .map(name -> "'" + workflow.file() + "' starts after the workflow '" + name
                                + "': replace this name with that of the new workflow, '" + NEW + "'"));
    }

    /** What an event that starts a workflow is limited to. */
    static List<String> filter(ExistingWorkflow workflow, String event, String filter) {
        return workflow.run().workflow().on().stream()
                .filter(trigger -> trigger instanceof Event some && some.name().equals(event))
                .flatMap(trigger -> trigger instanceof Event some
                        ? some.filters().getOrDefault(filter, List.of()).stream()
                        : Stream.of())
                .toList();
    }
}
