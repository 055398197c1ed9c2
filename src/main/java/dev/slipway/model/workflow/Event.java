package dev.slipway.model.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that happens in the repository, narrowed by filters.
 *
 * @param name the event, such as {@code push}
 * @param filters the patterns of each filter; without any, every such event starts the workflow
 * @param remark printed after the name as a comment; may be empty
 */
public record Event(String name, Map<String, List<String>> filters, String remark) implements Trigger {
    private static final Set<String> PULL_REQUEST =
            Set.of("types", "branches", "branches-ignore", "paths", "paths-ignore");
    private static final Map<String, Set<String>> FILTERS = Map.of(
            "push", Set.of("branches", "branches-ignore", "tags", "tags-ignore", "paths", "paths-ignore"),
            "pull_request", PULL_REQUEST,
            "pull_request_target", PULL_REQUEST,
            "merge_group", Set.of("types", "branches", "branches-ignore"),
            "workflow_run", Set.of("types", "workflows", "branches", "branches-ignore"),
            "image_version", Set.of("types", "names", "versions"));

    public Event {
        filters = Ordered.copy(filters);
        Set<String> known = FILTERS.getOrDefault(name, Set.of("types"));
        for (String filter : filters.keySet()) {
            if (!known.contains(filter)) {
                throw new IllegalArgumentException(name + " has no filter '" + filter + "'");
            }
            if (filters.containsKey(filter + "-ignore")) {
                throw new IllegalArgumentException(name + " takes " + filter + " or " + filter + "-ignore, not both");
            }
        }
    }

    public Event(String name, Map<String, List<String>> filters) {
        this(name, filters, "");
    }

    public static Event named(String name) {
        return new Event(name, Map.of());
    }

    public static Event push() {
        return named("push");
    }

    public static Event pullRequest() {
        return named("pull_request");
    }

    /** Only the events of these types, such as {@code published} of a release. */
    public Event types(String... types) {
        return filter("types", Arrays.asList(types));
    }

    public Event branches(List<String> patterns) {
        return filter("branches", patterns);
    }

    public Event tags(List<String> patterns) {
        return filter("tags", patterns);
    }

    public Event paths(List<String> patterns) {
        return filter("paths", patterns);
    }

    /** Adds any filter that the event supports. */
    public Event filter(String filter, List<String> patterns) {
        return new Event(name, Ordered.with(filters, filter, List.copyOf(patterns)), remark);
    }

    /** The same, with a comment after its name. */
    public Event remark(String remark) {
        return new Event(name, filters, remark);
    }
}
