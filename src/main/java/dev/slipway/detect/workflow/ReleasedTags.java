package dev.slipway.detect.workflow;

import dev.slipway.model.workflow.FilterPattern;
import java.util.List;

/** Finds the tags of releases in a repository that also tags each of its modules. */
public final class ReleasedTags {
    /** A filter that none of so many new tags passes says nothing of how releases are tagged today. */
    private static final int RECENT = 10;

    private ReleasedTags() {}

    /**
     * The tags at which a workflow that releases starts; all of them if one starts otherwise too, or at none of the newest.
     *
     * @param tags the newest first
     */
    public static List<String> of(List<String> tags, List<ExistingWorkflow> workflows) {
        List<List<String>> filters = workflows.stream()
                .filter(ExistingWorkflow::releases)
                .map(ExistingWorkflow::tags)
                .toList();
        if (filters.stream().anyMatch(List::isEmpty)) {
            return tags;
        }
        List<String> released = tags.stream()
                .filter(tag -> filters.stream().anyMatch(filter -> FilterPattern.select(filter, tag)))
                .toList();
        return tags.stream().limit(RECENT).anyMatch(released::contains) ? released : tags;
    }
}
