package dev.slipway.model.workflow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A pattern of a filter, such as {@code v*} of {@code tags}, without a {@code !} before it; {@link FilterSyntax} finds mistakes in one.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet">filter
 *     patterns</a>
 */
public final class FilterPattern {
    private final List<Part> parts;

    private FilterPattern(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Characters in a row: at least one unless it may be none, at most one unless it may be more.
     *
     * @param except whether they are all but those of the ranges
     */
    public record Part(boolean except, List<Range> ranges, boolean none, boolean more) {
        public Part {
            ranges = List.copyOf(ranges);
        }

        private static Part one(char character) {
            return new Part(false, List.of(new Range(character, character)), false, false);
        }

        boolean takes(char character) {
            return ranges.stream().anyMatch(range -> range.first() <= character && character <= range.last()) != except;
        }
    }

    /** Characters from one to another, both included. */
    public record Range(char first, char last) {}

    /** Its parts, from start to end. */
    public List<Part> parts() {
        return parts;
    }

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
            if (parts.get(i).takes(character)) {
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
                parts.add(Part.one(text.charAt(++i)));
            } else if (c == '*') {
                boolean all = text.startsWith("**", i);
                parts.add(new Part(true, all ? List.of() : List.of(new Range('/', '/')), true, true));
                i += all ? 1 : 0;
            } else if ((c == '?' || c == '+') && !parts.isEmpty()) {
                Part last = parts.remove(parts.size() - 1);
                parts.add(new Part(last.except(), last.ranges(), last.none() || c == '?', last.more() || c == '+'));
            } else if (c == '[' && end > i + 1) {
                parts.add(new Part(false, ranges(text.substring(i + 1, end)), false, false));
                i = end;
            } else {
                parts.add(Part.one(c));
            }
        }
        return parts;
    }

    private static List<Range> ranges(String set) {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < set.length(); i++) {
            boolean range = set.startsWith("-", i + 1) && i + 2 < set.length();
            ranges.add(new Range(set.charAt(i), set.charAt(range ? i + 2 : i)));
            i += range ? 2 : 0;
        }
        return ranges;
    }
}
