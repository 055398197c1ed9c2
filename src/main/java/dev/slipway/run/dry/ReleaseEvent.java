package dev.slipway.run.dry;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Schedule;
import dev.slipway.model.workflow.Trigger;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An event that may release a tag which is a symbol, and what is known of the run that it starts.
 *
 * @param event the name of what starts it, if that is known
 * @param tagged whether it runs at the tag; of any other run it is only known that it is for the tag in the end
 * @param actions what of a release may start it, such as {@code published}
 * @param repository {@code owner/name}, if it is known
 */
record ReleaseEvent(Optional<String> event, boolean tagged, List<String> actions, Optional<String> repository) {
    private static final Data REF = Data.joined(List.of(Data.of("refs/tags/"), SymbolicTexts.TAG));

    /** Patterns that every tag fits; {@code *} fits all but those with a slash. */
    private static final List<String> ALL = List.of("**", "*");

    private static final String PUSH = "push";
    private static final String RELEASE = "release";

    /** What nobody releases by: proposals of others, and calls, of which their callers know more. */
    private static final String NO_RELEASE = "pull_request.*|issue.*|merge_group|workflow_call";

    /**
     * Those of a workflow, the likeliest to release first: by the push of a tag if that starts it, by a release if
     * that does, by anything else.
     */
    static List<ReleaseEvent> of(Workflow workflow, Optional<String> repository) {
        Set<String> events = events(workflow);
        List<ReleaseEvent> runs = new ArrayList<>();
        if (workflow.on().stream().anyMatch(ReleaseEvent::tagStarts)) {
            runs.add(new ReleaseEvent(Optional.of(PUSH), true, List.of(), repository));
        }
        if (events.contains(RELEASE)) {
            runs.add(new ReleaseEvent(Optional.of(RELEASE), true, actions(workflow), repository));
        }
        if (runs.isEmpty()) {
            Set<String> some = new LinkedHashSet<>(events);
            if (workflow.on().stream().noneMatch(ReleaseEvent::merges)) {
                some.removeIf(name -> events.size() > 1 && name.equals("pull_request"));
            }
            Optional<String> only = some.size() == 1
                    ? some.stream()
                            .filter(name -> !name.equals("workflow_call"))
                            .findFirst()
                    : Optional.empty();
            return List.of(new ReleaseEvent(only, false, List.of(), repository));
        }
        events.stream()
                .filter(name -> !name.equals(PUSH) && !name.equals(RELEASE) && !name.matches(NO_RELEASE))
                .forEach(name -> runs.add(new ReleaseEvent(Optional.of(name), false, List.of(), repository)));
        if (workflow.on().stream().anyMatch(ReleaseEvent::branchStarts)) {
            runs.add(new ReleaseEvent(Optional.of(PUSH), false, List.of(), repository));
        }
        return runs;
    }

    /** Whether the end of a pull request starts it: people may release by that. */
    private static boolean merges(Trigger trigger) {
        return trigger instanceof Event event
                && event.name().equals("pull_request")
                && event.filters().getOrDefault("types", List.of()).contains("closed");
    }

    private static List<String> actions(Workflow workflow) {
        return workflow.on().stream()
                .flatMap(trigger ->
                        trigger instanceof Event event && event.name().equals(RELEASE)
                                ? event.filters().getOrDefault("types", List.of()).stream()
                                : Stream.of())
                .toList();
    }

    Contexts contexts() {
        Map<String, Data> github = new LinkedHashMap<>();
        github.put("workspace", Data.of(Tree.WORKSPACE));
        github.put("ref_name", tagged ? SymbolicTexts.VERSION_TAG : SymbolicTexts.TAG);
        github.put("ref", tagged ? REF : new Data.Open(REF.code()));
        if (tagged) {
            github.put("ref_type", Data.of("tag"));
        }
        event.ifPresent(name -> github.put("event_name", Data.of(name)));
        if (!hasInputs()) {
            github.put("head_ref", Data.of(""));
            github.put("base_ref", Data.of(""));
        }
        github.put("event", new Data.Dict(payload(), false));
        if (repository.isPresent()) {
            github.put("repository", fullName());
            github.put("repository_owner", SymbolicTexts.OWNER);
        }
        Contexts contexts = Contexts.NOTHING.with("github", new Data.Dict(github, false));
        return hasInputs() ? contexts : contexts.with("inputs", new Data.Dict(Map.of(), true));
    }

    /** Whether someone may have entered something: nobody does where a tag is pushed or a release is published. */
    private boolean hasInputs() {
        return event.filter(name -> name.equals(PUSH) || name.equals(RELEASE)).isEmpty();
    }

    private static Data fullName() {
        return Data.joined(List.of(SymbolicTexts.OWNER, Data.of("/"), SymbolicTexts.REPOSITORY));
    }

    private Map<String, Data> payload() {
        Map<String, Data> payload = new LinkedHashMap<>();
        payload.put("release", new Data.Dict(Map.of("tag_name", SymbolicTexts.TAG), false));
        if (event.equals(Optional.of(PUSH))) {
            payload.put("action", Data.NULL);
        } else if (actions.size() == 1) {
            payload.put("action", Data.of(actions.get(0)));
        }
        if (!hasInputs()) {
            payload.put("inputs", Data.NULL);
            payload.put("pull_request", Data.NULL);
        }
        if (repository.isPresent()) {
            payload.put(
                    "repository",
                    new Data.Dict(Map.of("name", SymbolicTexts.REPOSITORY, "full_name", fullName()), false));
        }
        return payload;
    }

    /** Whether the push of a tag starts it: filters of branches alone keep tags out, and so does one that ignores all tags. */
    static boolean tagStarts(Trigger trigger) {
        Map<String, List<String>> filters = filters(trigger);
        List<String> ignored = filters.getOrDefault("tags-ignore", List.of());
        return pushes(trigger)
                && (filters.containsKey("tags")
                        || !ignored.isEmpty() && Collections.disjoint(ignored, ALL)
                        || filters.keySet().stream().noneMatch(name -> name.matches("(branches|tags)(-ignore)?")));
    }

    /** Whether the push to a branch starts it: filters of tags alone keep branches out. */
    static boolean branchStarts(Trigger trigger) {
        Set<String> filters = filters(trigger).keySet();
        return pushes(trigger)
                && (filters.contains("branches")
                        || filters.contains("branches-ignore")
                        || !filters.contains("tags") && !filters.contains("tags-ignore"));
    }

    private static boolean pushes(Trigger trigger) {
        return trigger instanceof Event event && event.name().equals(PUSH);
    }

    private static Map<String, List<String>> filters(Trigger trigger) {
        return trigger instanceof Event event ? event.filters() : Map.of();
    }

    /** The names of what starts a workflow. */
    static Set<String> events(Workflow workflow) {
        Set<String> events = new LinkedHashSet<>();
        for (Trigger trigger : workflow.on()) {
            if (trigger instanceof Event event) {
                events.add(event.name());
            } else if (trigger instanceof Schedule) {
                events.add("schedule");
            } else {
                events.add(trigger instanceof WorkflowCall ? "workflow_call" : "workflow_dispatch");
            }
        }
        return events;
    }
}
