package dev.slipway.detect.workflow;

import java.util.List;
import java.util.stream.Stream;

/**
 * A workflow that starts when another one ends. It knows that one by its name only.
 *
 * @param file its path in the repository
 * @param name what the other one is called
 * @param followed the paths of all workflows with this name; none if there is no such workflow
 */
public record Follower(String file, String name, List<String> followed) {
    /** What the release of a config is called. */
    public static final String RELEASE = "Release";

    public Follower {
        followed = List.copyOf(followed);
    }

    /** All among some workflows, once for each name. */
    public static List<Follower> of(List<ExistingWorkflow> all) {
        return all.stream()
                .flatMap(workflow ->
                        names(workflow).map(name -> new Follower(workflow.file(), name, called(name, all))))
                .toList();
    }

    private static Stream<String> names(ExistingWorkflow workflow) {
        return workflow.filter("workflow_run", "workflows").stream();
    }

    private static List<String> called(String name, List<ExistingWorkflow> all) {
        return all.stream()
                .filter(workflow -> workflow.run().workflow().name().equals(name))
                .map(ExistingWorkflow::file)
                .toList();
    }
}
