package dev.slipway.run.dry;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Schedule;
import dev.slipway.model.workflow.Trigger;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the run that releases a tag which is a symbol: by the push of the tag where that starts the workflow, by
 * its release where that does; of any other start, only that it is for the tag in the end.
 *
 * @param repository {@code owner/name}, where it is known
 */
record TaggedRun(Workflow workflow, Optional<String> repository) {
    private static final Data REF = Data.joined(List.of(Data.of("refs/tags/"), Symbolic.TAG));

    Contexts contexts() {
        boolean pushed = workflow.on().stream().anyMatch(TaggedRun::tagStarts);
        boolean published = events(workflow).contains("release");
        boolean tagged = pushed || published;
        Map<String, Data> github = new LinkedHashMap<>();
        github.put("ref_name", Symbolic.TAG);
        github.put("ref", tagged ? REF : new Data.Open(REF.code()));
        if (tagged) {
            github.put("ref_type", Data.of("tag"));
        }
        event(pushed).ifPresent(name -> github.put("event_name", Data.of(name)));
        github.put("event", new Data.Dict(payload(), false));
        repository.ifPresent(name -> {
            github.put("repository", Data.of(name));
            github.put("repository_owner", Data.of(name.replaceFirst("/.*", "")));
        });
        return Contexts.NOTHING.with("github", new Data.Dict(github, false));
    }

    private Optional<String> event(boolean pushed) {
        Set<String> events = events(workflow);
        if (pushed) {
            return Optional.of("push");
        }
        if (events.contains("release")) {
            return Optional.of("release");
        }
        return events.size() == 1 && !events.contains("workflow_call")
                ? events.stream().findFirst()
                : Optional.empty();
    }

    private Map<String, Data> payload() {
        Map<String, Data> event = new LinkedHashMap<>();
        event.put("release", new Data.Dict(Map.of("tag_name", Symbolic.TAG), false));
        event.put("action", Data.of("published"));
        repository.ifPresent(name -> event.put(
                "repository",
                new Data.Dict(
                        Map.of("name", Data.of(name.replaceFirst(".*/", "")), "full_name", Data.of(name)), false)));
        return event;
    }

    /** Filters of branches alone keep tags out. */
    private static boolean tagStarts(Trigger trigger) {
        if (!(trigger instanceof Event event) || !event.name().equals("push")) {
            return false;
        }
        Set<String> filters = event.filters().keySet();
        return filters.contains("tags")
                || filters.contains("tags-ignore")
                || !filters.contains("branches") && !filters.contains("branches-ignore");
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
