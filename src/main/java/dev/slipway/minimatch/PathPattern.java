package dev.slipway.minimatch;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A pattern for a path, name by name. It is matched in one pass over the names with the set of segments that may come
 * next, so that no pattern is slow.
 */
public record PathPattern(List<Segment> segments) {
    public PathPattern {
        segments = List.copyOf(segments);
    }

    /** The text between two slashes. */
    public sealed interface Segment {
        boolean matches(String name);

        /**
         * A segment of a pattern.
         *
         * @param escapes whether a backslash takes a character for itself
         * @param groups whether {@code @(a|b)} and its kin mean anything
         * @param dots whether wildcards match names that start with a dot
         */
        static Segment of(String text, boolean escapes, boolean groups, boolean dots) {
            if (text.equals("**")) {
                return new AnyDepth(dots);
            }
            List<Piece> pieces = new PieceReader(text, escapes, groups).read();
            return pieces.stream().allMatch(piece -> piece instanceof Piece.Same)
                    ? new Name(pieces.stream()
                            .map(piece -> String.valueOf(((Piece.Same) piece).c()))
                            .collect(Collectors.joining()))
                    : new Wild(pieces, dots);
        }
    }

    /** Exactly this name. */
    public record Name(String text) implements Segment {
        @Override
        public boolean matches(String name) {
            return name.equals(text);
        }
    }

    /** A name with wildcards in it. */
    record Wild(List<Piece> pieces, boolean dots) implements Segment {
        Wild {
            pieces = List.copyOf(pieces);
        }

        @Override
        public boolean matches(String name) {
            return !name.equals(".") && !name.equals("..") && Piece.match(pieces, name, !dots && name.startsWith("."));
        }
    }

    /** {@code **}: any number of names, or none. */
    public record AnyDepth(boolean dots) implements Segment {
        @Override
        public boolean matches(String name) {
            return dots || !name.startsWith(".");
        }
    }

    public boolean matches(List<String> names) {
        return reached(names).get(segments.size());
    }

    /** Whether a path that starts with these names may match, or whether they do themselves. */
    public boolean mayStartWith(List<String> names) {
        return !reached(names).isEmpty();
    }

    /** The segments that may come after these names; one more than there are stands for the end. */
    private BitSet reached(List<String> names) {
        BitSet now = new BitSet();
        enter(now, 0);
        for (String name : names) {
            BitSet next = new BitSet();
            for (int i = now.nextSetBit(0); i >= 0 && i < segments.size(); i = now.nextSetBit(i + 1)) {
                Segment segment = segments.get(i);
                if (segment.matches(name)) {
                    enter(next, segment instanceof AnyDepth ? i : i + 1);
                }
            }
            now = next;
        }
        return now;
    }

    private void enter(BitSet places, int segment) {
        int i = segment;
        places.set(i);
        while (i < segments.size() && segments.get(i) instanceof AnyDepth) {
            places.set(++i);
        }
    }
}
