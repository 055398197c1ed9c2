package dev.slipway.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A filter pattern as GitHub reads it, as far as a config may use it: without {@code !} and {@code \\}.
 *
 * @param parts left to right
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet">filter
 *     patterns</a>
 */
record TagFilter(List<Part> parts) {
    /** Characters in a row: at least one unless it may be none, at most one unless it may be more. */
    private record Part(IntPredicate character, boolean none, boolean more) {}

    static TagFilter of(String text) {
        return new TagFilter(parts(text));
    }

    /** Walks through all ways to read the tag at once, so that no number of wildcards makes it slow. */
    boolean matches(String tag) {
        BitSet reached = start();
        for (int i = 0; i < tag.length(); i++) {
            reached = after(reached, tag.charAt(i));
        }
        return isEnd(reached);
    }

    /** The parts that may come first. */
    BitSet start() {
        BitSet reached = new BitSet();
        reached.set(0);
        return skipping(reached);
    }

    /** The parts that may come next once a character was read. */
    BitSet after(BitSet reached, char character) {
        BitSet next = new BitSet();
        reached.stream().filter(i -> i < parts.size()).forEach(i -> {
            if (parts.get(i).character().test(character)) {
                next.set(i + 1);
                next.set(i, next.get(i) || parts.get(i).more());
            }
        });
        return skipping(next);
    }

    /** Whether a tag may end here. */
    boolean isEnd(BitSet reached) {
        return reached.get(parts.size());
    }

    private BitSet skipping(BitSet reached) {
        for (int i = 0; i < parts.size(); i++) {
            reached.set(
                    i + 1, reached.get(i + 1) || reached.get(i) && parts.get(i).none());
        }
        return reached;
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = text.indexOf(']', i);
            if (c == '*') {
                boolean all = text.startsWith("**", i);
                parts.add(new Part(it -> all || it != '/', true, true));
                i += all ? 1 : 0;
            } else if ((c == '?' || c == '+') && !parts.isEmpty()) {
                Part last = parts.remove(parts.size() - 1);
                parts.add(new Part(last.character(), last.none() || c == '?', last.more() || c == '+'));
            } else if (c == '[' && end > i + 1) {
                String set = text.substring(i + 1, end);
                parts.add(new Part(it -> contains(set, it), false, false));
                i = end;
            } else {
                parts.add(new Part(it -> it == c, false, false));
            }
        }
        return parts;
    }

    private static boolean contains(String set, int c) {
        for (int i = 0; i < set.length(); i++) {
            boolean range = set.startsWith("-", i + 1) && i + 2 < set.length();
            if (range ? set.charAt(i) <= c && c <= set.charAt(i + 2) : set.charAt(i) == c) {
                return true;
            }
            i += range ? 2 : 0;
        }
        return false;
    }
}
