package dev.slipway.run;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.FilterPattern;
import dev.slipway.model.workflow.Schedule;
import dev.slipway.model.workflow.Trigger;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened in a repository.
 *
 * @param name such as {@code push}
 * @param activity the type of the activity, such as {@code published}; empty for events that have none, and for the
 *     usual one if a workflow names none
 * @param ref the whole reference, such as {@code refs/tags/v1.2.3}
 * @param inputs what a person filled in, for {@code workflow_dispatch}
 * @param pull the pull request that it is about, if any
 */
public record TriggeringEvent(
        String name, String activity, String ref, Map<String, Data> inputs, Optional<PullRequest> pull) {
    private static final String TAGS = "refs/tags/";
    private static final String HEADS = "refs/heads/";

    /** The activities that start a workflow which names none; for other events, all do. */
    private static final Map<String, List<String>> USUAL_TYPES = Map.of(
            "pull_request", List.of("opened", "synchronize", "reopened"),
            "pull_request_target", List.of("opened", "synchronize", "reopened"));

    public TriggeringEvent {
        inputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    public TriggeringEvent(String name, String activity, String ref, Map<String, Data> inputs) {
        this(name, activity, ref, inputs, Optional.empty());
    }

    /** The push of a tag. */
    public static TriggeringEvent tag(String tag) {
        return new TriggeringEvent("push", "", TAGS + tag, Map.of());
    }

    /** The activity that most likely starts a workflow: a usual one if the workflow takes it, else the first that it names. */
    public static String activity(String name, Workflow workflow) {
        List<String> types = workflow.on().stream()
                .filter(trigger ->
                        trigger instanceof Event event && event.name().equals(name))
                .flatMap(trigger -> ((Event) trigger).filters().getOrDefault("types", List.of()).stream())
                .toList();
        List<String> usual = name.equals("release") ? List.of("published") : USUAL_TYPES.getOrDefault(name, List.of());
        return Stream.concat(usual.stream().filter(one -> types.isEmpty() || types.contains(one)), types.stream())
                .findFirst()
                .orElse("");
    }

    /** Whether it is about a tag. */
    public boolean ofTag() {
        return ref.startsWith(TAGS);
    }

    /** The tag or the branch. */
    public String refName() {
        return ref.replaceFirst("^refs/(tags|heads|pull)/", "");
    }

    /**
     * Whether it starts a workflow. Filters of paths are not looked at: they ask which files changed. Nor are those of
     * branches if the reference is not a branch: for a pull request they match its target branch.
     *
     * @see <a
     *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows">Events</a>
     */
    public boolean starts(Workflow workflow) {
        return workflow.on().stream().anyMatch(this::starts);
    }

    private boolean starts(Trigger trigger) {
        return name(trigger).equals(name) && (!(trigger instanceof Event event) || passes(event));
    }

    /** The name of the event that a trigger waits for. */
    public static String name(Trigger trigger) {
        if (trigger instanceof Event event) {
            return event.name();
        }
        if (trigger instanceof Schedule) {
            return "schedule";
        }
        return trigger instanceof WorkflowCall ? "workflow_call" : "workflow_dispatch";
    }

    private boolean passes(Event event) {
        List<String> types = event.filters().getOrDefault("types", List.of());
        List<String> usual = USUAL_TYPES.getOrDefault(name, List.of(activity));
        if (types.isEmpty() ? !activity.isEmpty() && !usual.contains(activity) : !types.contains(activity)) {
            return false;
        }
        return name.equals("push") ? pushed(event.filters()) : branch(event.filters());
    }

    /** Filters of branches alone keep tags out, and the other way round. */
    private boolean pushed(Map<String, List<String>> filters) {
        boolean tags = filters.containsKey("tags") || filters.containsKey("tags-ignore");
        boolean branches = filters.containsKey("branches") || filters.containsKey("branches-ignore");
        if (!tags && !branches) {
            return true;
        }
        if (ofTag()) {
            return tags && selected(filters, "tags", refName());
        }
        return branches && selected(filters, "branches", refName());
    }

    private boolean branch(Map<String, List<String>> filters) {
        String branch = pull.map(PullRequest::base).orElse(ref.startsWith(HEADS) ? refName() : "");
        return branch.isEmpty() || selected(filters, "branches", branch);
    }

    private static boolean selected(Map<String, List<String>> filters, String filter, String name) {
        List<String> wanted = filters.getOrDefault(filter, List.of());
        List<String> ignored = filters.getOrDefault(filter + "-ignore", List.of());
        return (wanted.isEmpty() || FilterPattern.select(wanted, name)) && !FilterPattern.select(ignored, name);
    }
}
