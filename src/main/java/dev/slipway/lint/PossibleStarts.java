package dev.slipway.lint;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code on} shows of the events that start a workflow. A workflow that others call may be started by any event.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows">Events</a>
 */
final class PossibleStarts {
    private static final List<String> EVENT_NAME = List.of("github", "event_name");
    private static final List<String> ACTION = List.of("github", "event", "action");
    private static final List<String> SCHEDULE = List.of("github", "event", "schedule");
    private static final List<String> REF = List.of("github", "ref");
    private static final List<String> REF_NAME = List.of("github", "ref_name");
    private static final List<String> REF_TYPE = List.of("github", "ref_type");
    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";
    private static final String PULL_REQUESTS = "refs/pull/";

    /** Events of which the reference is a branch. */
    private static final Set<String> OF_BRANCHES = Set.of(
            "issue_comment",
            "issues",
            "merge_group",
            "pull_request_target",
            "repository_dispatch",
            "schedule",
            "workflow_run");

    private static final Set<String> OF_PULL_REQUESTS =
            Set.of("pull_request", "pull_request_review", "pull_request_review_comment");

    /** Events without a type of activity. */
    private static final Set<String> WITHOUT_ACTION = Set.of("push", "schedule", "workflow_dispatch");

    /** What starts a workflow that names no types. */
    private static final List<String> USUAL_ACTIONS = List.of("opened", "synchronize", "reopened");

    /** The beginning of a pattern that is nothing but itself, and what follows. */
    private static final Pattern PATTERN = Pattern.compile("(?s)([^*?+\\[\\]!\\\\]*)(.?).*");

    private final boolean any;
    private final List<Start> starts;

    PossibleStarts(WorkflowFile file) {
        List<Event> events = events(file);
        this.any = events.isEmpty()
                || events.stream().anyMatch(event -> event.name().isEmpty() || event.is("workflow_call"));
        List<Place> choices = file.trigger("workflow_dispatch").stream()
                .flatMap(dispatch -> dispatch.entries("inputs").stream())
                .filter(input -> input.text("type").equals("choice"))
                .toList();
        this.starts = any
                ? List.of()
                : events.stream().map(event -> new Start(event, choices)).toList();
    }

    /**
     * What is known of the paths that are asked for.
     *
     * @return one case that leaves everything open if any event may start it
     */
    Possibilities of(Collection<List<String>> asked) {
        return any ? Possibilities.ANYTHING : Possibilities.any(starts.stream().map(start -> start.of(asked)));
    }

    /** What an event provides. */
    private static final class Start {
        private final List<Aspect> aspects;
        private final List<Aspect> choices;
        private final Map<String, List<Integer>> choicesByName = new HashMap<>();

        Start(Event event, List<Place> choices) {
            this.aspects = Stream.of(
                            Possibilities.of(EVENT_NAME, event.name()), refs(event), actions(event), schedules(event))
                    .map(Aspect::new)
                    .toList();
            this.choices = choices.stream()
                    .map(input -> new Aspect(choice(input, event)))
                    .toList();
            for (int i = 0; i < choices.size(); i++) {
                String name = choices.get(i).name().toLowerCase(Locale.ROOT);
                choicesByName.computeIfAbsent(name, it -> new ArrayList<>()).add(i);
            }
        }

        Possibilities of(Collection<List<String>> asked) {
            Possibilities found = aspects.get(0).only(asked);
            for (Aspect aspect : aspects.subList(1, aspects.size())) {
                found = found.and(aspect.only(asked));
            }
            Set<Integer> chosen = new TreeSet<>();
            for (List<String> path : asked) {
                inputOf(path).ifPresent(name -> chosen.addAll(choicesByName.getOrDefault(name, List.of())));
            }
            for (int choice : chosen) {
                found = found.and(choices.get(choice).only(asked));
            }
            return found;
        }

        /** The input that a path is about. */
        private static Optional<String> inputOf(List<String> path) {
            if (path.size() > 1 && path.get(0).equals("inputs")) {
                return Optional.of(path.get(1));
            }
            boolean ofEvent = path.size() > 3 && path.subList(0, 3).equals(List.of("github", "event", "inputs"));
            return ofEvent ? Optional.of(path.get(3)) : Optional.empty();
        }
    }

    /** An event, and its configuration if it has one. */
    private record Event(String name, Optional<Place> place) {
        boolean is(String other) {
            return name.equals(other);
        }

        List<Place> all(String filter) {
            return place.flatMap(it -> it.at(filter)).map(Place::oneOrMany).orElse(List.of());
        }

        boolean has(String... filters) {
            return Stream.of(filters)
                    .anyMatch(filter -> place.filter(it -> it.has(filter)).isPresent());
        }
    }

    private static List<Event> events(WorkflowFile file) {
        Optional<Place> on = file.place().at("on");
        List<Event> events = new ArrayList<>();
        on.ifPresent(place -> place.oneOrMany().forEach(name -> events.add(new Event(name.text(), Optional.empty()))));
        file.place().entries("on").forEach(place -> events.add(new Event(place.name(), Optional.of(place))));
        return events;
    }

    private static Possibilities refs(Event event) {
        if (event.is("push")) {
            boolean branches = event.has("branches", "branches-ignore");
            boolean tags = event.has("tags", "tags-ignore");
            Possibilities ofBranches = branches || !tags ? selected(event.all("branches"), HEADS) : Possibilities.NEVER;
            return ofBranches.or(tags || !branches ? selected(event.all("tags"), TAGS) : Possibilities.NEVER);
        }
        if (event.is("workflow_dispatch")) {
            return selected(List.of(), HEADS).or(selected(List.of(), TAGS));
        }
        if (OF_PULL_REQUESTS.contains(event.name())) {
            Possibilities open = Possibilities.of(REF, List.of(beginning(PULL_REQUESTS), beginning(HEADS)));
            return open.and(Possibilities.of(REF_TYPE, "branch"));
        }
        return OF_BRANCHES.contains(event.name()) ? selected(List.of(), HEADS) : Possibilities.ANYTHING;
    }

    /** The references that patterns let through; all of a kind if there is no pattern. */
    private static Possibilities selected(List<Place> patterns, String kind) {
        List<String> wanted = patterns.stream()
                .map(Place::text)
                .filter(pattern -> !pattern.startsWith("!"))
                .toList();
        Possibilities type = Possibilities.of(REF_TYPE, kind.equals(TAGS) ? "tag" : "branch");
        Stream<String> patterned = wanted.isEmpty() ? Stream.of("*") : wanted.stream();
        return Possibilities.any(patterned.map(pattern -> ref(pattern, kind).and(type)));
    }

    private static Possibilities ref(String pattern, String kind) {
        Matcher parts = PATTERN.matcher(pattern);
        if (!parts.matches() || parts.group(2).isEmpty()) {
            return Possibilities.of(REF, kind + pattern).and(Possibilities.of(REF_NAME, pattern));
        }
        String start = parts.group(1);
        boolean repeats = parts.group(2).matches("[?+]") && !start.isEmpty();
        String certain = repeats ? start.substring(0, start.length() - 1) : start;
        return Possibilities.of(REF, List.of(beginning(kind + certain)))
                .and(Possibilities.of(REF_NAME, List.of(beginning(certain))));
    }

    /** Text of which only the beginning is known. */
    private static Data beginning(String text) {
        return Data.joined(List.of(
                Data.of(text), new Data.Open(new Expression.Property(new Expression.Context("github"), "ref"))));
    }

    private static Possibilities actions(Event event) {
        List<Data> types =
                event.all("types").stream().map(type -> Data.of(type.text())).toList();
        if (!types.isEmpty()) {
            return Possibilities.of(ACTION, types);
        }
        if (WITHOUT_ACTION.contains(event.name())) {
            return Possibilities.of(ACTION, List.of(Data.NULL));
        }
        boolean usual = event.is("pull_request") || event.is("pull_request_target");
        return usual
                ? Possibilities.of(ACTION, USUAL_ACTIONS.stream().map(Data::of).toList())
                : Possibilities.ANYTHING;
    }

    private static Possibilities schedules(Event event) {
        if (!event.is("schedule")) {
            return Possibilities.of(SCHEDULE, List.of(Data.NULL));
        }
        List<Data> times = event.place().map(Place::items).orElse(List.of()).stream()
                .map(item -> Data.of(item.text("cron")))
                .toList();
        return times.isEmpty() ? Possibilities.ANYTHING : Possibilities.of(SCHEDULE, times);
    }

    /** A choice that a person makes, which may stay empty; other events have none. */
    private static Possibilities choice(Place input, Event event) {
        String name = input.name().toLowerCase(Locale.ROOT);
        List<Place> options = input.at("options").map(Place::oneOrMany).orElse(List.of());
        if (!event.is("workflow_dispatch")) {
            return chosen(name, Data.NULL);
        }
        return options.isEmpty()
                ? Possibilities.ANYTHING
                : Possibilities.any(Stream.concat(
                                Stream.of(Data.EMPTY), options.stream().map(it -> Data.of(it.text())))
                        .map(option -> chosen(name, option)));
    }

    private static Possibilities chosen(String input, Data value) {
        return Possibilities.of(List.of("inputs", input), List.of(value))
                .and(Possibilities.of(List.of("github", "event", "inputs", input), List.of(value)));
    }
}
