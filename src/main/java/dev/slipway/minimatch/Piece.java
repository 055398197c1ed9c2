package dev.slipway.minimatch;

import java.util.BitSet;
import java.util.List;

/**
 * A part of a pattern for one name. Pieces are matched from the last to the first, each turning the set of places where
 * the rest may begin into the set where it may begin itself: the work is the length of the pattern times that of the
 * name, whatever the pattern.
 */
sealed interface Piece {
    /**
     * Where this piece may begin, if what follows it may begin at {@code ends}.
     *
     * @param name the whole name
     * @param hidden whether the name starts with a dot that only a dot in the pattern may match; the first piece alone
     *     is asked to, as in minimatch, where {@code ?(a)*} matches {@code .a}
     */
    BitSet starts(String name, boolean hidden, BitSet ends);

    /** Whether pieces, one after the other, match a whole name. */
    static boolean match(List<Piece> pieces, String name, boolean hidden) {
        BitSet end = new BitSet();
        end.set(name.length());
        return starts(pieces, name, hidden, end).get(0);
    }

    private static BitSet starts(List<Piece> pieces, String name, boolean hidden, BitSet ends) {
        int first = 0;
        while (first < pieces.size()
                && pieces.get(first) instanceof Group group
                && group.times() == Group.Times.NEVER) {
            first++;
        }
        BitSet places = ends;
        for (int i = pieces.size() - 1; i >= 0 && !places.isEmpty(); i--) {
            places = pieces.get(i).starts(name, hidden && i <= first, places);
        }
        return places;
    }

    /** One character, itself. */
    record Same(char c) implements Piece {
        @Override
        public BitSet starts(String name, boolean hidden, BitSet ends) {
            BitSet starts = new BitSet();
            for (int end = ends.nextSetBit(1); end > 0; end = ends.nextSetBit(end + 1)) {
                starts.set(end - 1, name.charAt(end - 1) == c);
            }
            return starts;
        }
    }

    /** {@code ?}: any character. */
    record Any() implements Piece {
        @Override
        public BitSet starts(String name, boolean hidden, BitSet ends) {
            BitSet starts = new BitSet();
            for (int end = ends.nextSetBit(1); end > 0; end = ends.nextSetBit(end + 1)) {
                starts.set(end - 1, end > 1 || !hidden);
            }
            return starts;
        }
    }

    /** {@code [a-z]}: one of some characters. */
    record OneOf(CharacterClass characters) implements Piece {
        @Override
        public BitSet starts(String name, boolean hidden, BitSet ends) {
            BitSet starts = new BitSet();
            for (int end = ends.nextSetBit(1); end > 0; end = ends.nextSetBit(end + 1)) {
                starts.set(end - 1, (end > 1 || !hidden) && characters.has(name.charAt(end - 1)));
            }
            return starts;
        }
    }

    /** {@code *}: any characters, or none. */
    record Run() implements Piece {
        @Override
        public BitSet starts(String name, boolean hidden, BitSet ends) {
            BitSet starts = new BitSet();
            starts.set(hidden ? 1 : 0, Math.max(ends.length(), hidden ? 1 : 0));
            return starts;
        }
    }

    /** {@code @(a|b)} and its kin. */
    record Group(Times times, List<List<Piece>> ways) implements Piece {
        /** How often one of the ways is taken. */
        enum Times {
            ONCE,
            AT_MOST_ONCE,
            ANY,
            AT_LEAST_ONCE,
            NEVER
        }

        public Group {
            ways = List.copyOf(ways);
        }

        @Override
        public BitSet starts(String name, boolean hidden, BitSet ends) {
            return switch (times) {
                case ONCE -> once(name, hidden, ends);
                case AT_MOST_ONCE -> {
                    BitSet starts = once(name, hidden, ends);
                    starts.or(ends);
                    yield starts;
                }
                case ANY -> repeated(name, hidden, ends);
                case AT_LEAST_ONCE -> once(name, hidden, repeated(name, hidden, ends));
                case NEVER -> {
                    BitSet starts = new Run().starts(name, hidden, ends);
                    starts.andNot(once(name, hidden, ends));
                    yield starts;
                }
            };
        }

        private BitSet once(String name, boolean hidden, BitSet ends) {
            BitSet starts = new BitSet();
            ways.forEach(way -> starts.or(Piece.starts(way, name, hidden, ends)));
            return starts;
        }

        private BitSet repeated(String name, boolean hidden, BitSet ends) {
            BitSet all = (BitSet) ends.clone();
            BitSet fresh = all;
            while (!fresh.isEmpty()) {
                BitSet more = once(name, hidden, fresh);
                more.andNot(all);
                all.or(more);
                fresh = more;
            }
            return all;
        }
    }
}
