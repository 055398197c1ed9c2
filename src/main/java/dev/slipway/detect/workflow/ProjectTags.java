package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.git.TagStyle;
import java.util.List;
import java.util.Optional;

/**
 * Finds the tags of a project in a repository of several: a workflow that releases all of them has a filter for each, such as
 * {@code kelp/v*} and {@code api/v*}.
 */
public final class ProjectTags {
    private ProjectTags() {}

    /**
     * What the tags of a project have before the version.
     *
     * @param project its name, which the tags have
     */
    public static Optional<Fact<String>> prefix(List<ExistingWorkflow> workflows, String project) {
        return workflows.stream()
                .filter(ExistingWorkflow::releases)
                .flatMap(workflow -> own(workflow, project).stream())
                .findFirst();
    }

    private static Optional<Fact<String>> own(ExistingWorkflow workflow, String project) {
        List<String> starts = workflow.tags().stream()
                .filter(filter -> !filter.startsWith("!"))
                .map(filter -> filter.replaceFirst("[*?+\\[].*", ""))
                .toList();
        boolean plain = starts.stream().anyMatch(start -> start.matches("v?"));
        return plain || starts.size() < 2
                ? Optional.empty()
                : starts.stream()
                        .filter(start -> TagStyle.naming(List.of(start + "1.2.3"), project)
                                .isPresent())
                        .map(start -> new Fact<>(start, workflow.file() + " on.push.tags"))
                        .findFirst();
    }
}
