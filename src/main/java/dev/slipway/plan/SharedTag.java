package dev.slipway.plan;

import dev.slipway.model.workflow.FilterPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A tag that starts the releases of two projects: found by reading both lists of patterns letter by letter. */
final class SharedTag {
    /** Digits first, so that the result looks like a version. Git allows no other ASCII characters. */
    private static final String LETTERS =
            "0123456789.-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_/+!\"#$%&'(),;<=>@]`{|}";

    private static final int MANY = 50_000;

    private final List<List<Pattern>> rules;

    private SharedTag(List<List<Pattern>> rules) {
        this.rules = rules;
    }

    /** A pattern, and whether it excludes what it matches. */
    private record Pattern(FilterPattern filter, boolean excludes) {
        static Pattern of(String text) {
            boolean excludes = text.startsWith("!");
            return new Pattern(FilterPattern.of(excludes ? text.substring(1) : text), excludes);
        }
    }

    /** How far each pattern of each rule has matched, and by which letters. */
    private record State(List<List<BitSet>> reached, String tag) {}

    /** A tag that starts both, the usual ones first; nothing if there is none. */
    static Optional<String> of(TagRule one, TagRule other) {
        return Stream.of(other.example().name(), one.example().name())
                .filter(tag -> one.starts(tag) && other.starts(tag))
                .findFirst()
                .or(() -> new SharedTag(Stream.of(one, other)
                                .map(rule -> rule.patterns().stream()
                                        .map(Pattern::of)
                                        .toList())
                                .toList())
                        .shortest());
    }

    private Optional<String> shortest() {
        Deque<State> open = new ArrayDeque<>();
        Set<List<List<BitSet>>> seen = new HashSet<>();
        List<List<BitSet>> start = rules.stream()
                .map(rule -> rule.stream().map(it -> it.filter().start()).toList())
                .toList();
        open.add(new State(start, ""));
        seen.add(start);
        while (!open.isEmpty() && seen.size() < MANY) {
            State state = open.remove();
            for (char letter : LETTERS.toCharArray()) {
                List<List<BitSet>> next = after(state.reached(), letter);
                if (bothStart(next)) {
                    return Optional.of(state.tag() + letter);
                }
                if (bothMay(next) && seen.add(next)) {
                    open.add(new State(next, state.tag() + letter));
                }
            }
        }
        return Optional.empty();
    }

    private List<List<BitSet>> after(List<List<BitSet>> reached, char letter) {
        List<List<BitSet>> next = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            List<BitSet> row = new ArrayList<>();
            for (int j = 0; j < rules.get(i).size(); j++) {
                row.add(rules.get(i).get(j).filter().after(reached.get(i).get(j), letter));
            }
            next.add(row);
        }
        return next;
    }

    /** The last pattern that matches decides. */
    private boolean bothStart(List<List<BitSet>> reached) {
        for (int i = 0; i < rules.size(); i++) {
            boolean starts = false;
            for (int j = 0; j < rules.get(i).size(); j++) {
                Pattern pattern = rules.get(i).get(j);
                starts = pattern.filter().isEnd(reached.get(i).get(j)) ? !pattern.excludes() : starts;
            }
            if (!starts) {
                return false;
            }
        }
        return true;
    }

    private static boolean bothMay(List<List<BitSet>> reached) {
        return reached.stream().allMatch(row -> row.stream().anyMatch(state -> !state.isEmpty()));
    }
}
