package dev.slipway.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A compiled wildcard pattern. Matching follows all alternatives at once, so it costs at most steps × length of the text. */
final class Wildcard {
    private enum Kind {
        CHAR,
        NOT_SLASH,
        ANY,
        /** Goes on with the next step and with the target. */
        SPLIT,
        JUMP
    }

    private record Step(Kind kind, int value) {}

    private final List<Step> steps = new ArrayList<>();

    int size() {
        return steps.size();
    }

    void literal(int c) {
        steps.add(new Step(Kind.CHAR, c));
    }

    void notSlash() {
        steps.add(new Step(Kind.NOT_SLASH, 0));
    }

    void anyName() {
        repeat(Kind.NOT_SLASH);
    }

    void anyPath() {
        repeat(Kind.ANY);
    }

    private void repeat(Kind kind) {
        int start = size();
        steps.add(new Step(Kind.SPLIT, start + 3));
        steps.add(new Step(kind, 0));
        steps.add(new Step(Kind.JUMP, start));
    }

    /** Adds a choice between what follows and the place set later by {@link #land}. */
    int split() {
        steps.add(new Step(Kind.SPLIT, size() + 1));
        return size() - 1;
    }

    int jump() {
        steps.add(new Step(Kind.JUMP, size() + 1));
        return size() - 1;
    }

    /** Lets a split or a jump lead to the end of what is compiled so far. */
    void land(int step) {
        steps.set(step, new Step(steps.get(step).kind(), size()));
    }

    boolean matches(String text) {
        Threads now = new Threads();
        Threads next = new Threads();
        now.add(0, 0);
        int generation = 0;
        for (int c : text.codePoints().toArray()) {
            generation++;
            next.count = 0;
            for (int i = 0; i < now.count; i++) {
                int at = now.places[i];
                if (at < size() && accepts(steps.get(at), c)) {
                    next.add(at + 1, generation);
                }
            }
            Threads old = now;
            now = next;
            next = old;
        }
        return now.contains(size());
    }

    private static boolean accepts(Step step, int c) {
        return switch (step.kind()) {
            case CHAR -> step.value() == c;
            case NOT_SLASH -> c != '/';
            case ANY -> true;
            case SPLIT, JUMP -> false;
        };
    }

    /** The steps reached by the text so far, each once. */
    private final class Threads {
        private final int[] places = new int[size() + 1];
        private final int[] seen = new int[size() + 1];
        private int count;

        private Threads() {
            Arrays.fill(seen, -1);
        }

        private void add(int place, int generation) {
            int from = count;
            put(place, generation);
            for (int i = from; i < count; i++) {
                int at = places[i];
                if (at == size()) {
                    continue;
                }
                Step step = steps.get(at);
                if (step.kind() == Kind.SPLIT) {
                    put(at + 1, generation);
                }
                if (step.kind() == Kind.SPLIT || step.kind() == Kind.JUMP) {
                    put(step.value(), generation);
                }
            }
        }

        private void put(int place, int generation) {
            if (seen[place] != generation) {
                seen[place] = generation;
                places[count++] = place;
            }
        }

        private boolean contains(int place) {
            for (int i = 0; i < count; i++) {
                if (places[i] == place) {
                    return true;
                }
            }
            return false;
        }
    }
}
