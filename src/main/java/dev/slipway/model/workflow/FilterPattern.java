package dev.slipway.model.workflow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern of a filter, such as {@code v*} of {@code tags}, without a {@code !} before it; {@link FilterSyntax} says what is wrong with one.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet">filter
 *     patterns</a>
 */
public final class FilterPattern {
    private final List<Part> parts;

    private FilterPattern(List<Part> parts) {
        this.parts = parts;
    }

    /** Characters in a row: at least one unless it may be none, at most one unless it may be more. */
    private record Part(IntPredicate character, boolean none, boolean more) {}

    public static FilterPattern of(String text) {
        return new FilterPattern(parts(text));
    }

    /** Walks through all ways to read the tag at once, so that no number of wildcards makes it slow. */
    public boolean matches(String tag) {
        BitSet reached = start();
        for (int i = 0; i < tag.length(); i++) {
            reached = after(reached, tag.charAt(i));
        }
        return isEnd(reached);
    }

    /** Whether a list of patterns selects a name: the last one that matches it decides, and one with {@code !} excludes. */
    public static boolean select(List<String> patterns, String name) {
        boolean selected = false;
        for (String pattern : patterns) {
            boolean excludes = pattern.startsWith("!");
            if (of(excludes ? pattern.substring(1) : pattern).matches(name)) {
                selected = !excludes;
            }
        }
        return selected;
    }

    /** The parts that may come first. */
    public BitSet start() {
        BitSet reached = new BitSet();
        reached.set(0);
        return skipping(reached);
    }

    /** The parts that may come next once a character was read. */
    public BitSet after(BitSet reached, char character) {
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
    public boolean isEnd(BitSet reached) {
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
            if (c == '\\' && i + 1 < text.length() && "[?*+\\!".indexOf(text.charAt(i + 1)) >= 0) {
                char plain = text.charAt(++i);
                parts.add(new Part(it -> it == plain, false, false));
            } else if (c == '*') {
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
