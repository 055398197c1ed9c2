package dev.slipway.source;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant by a misspelled one. */
public final class Suggestion {
    private Suggestion() {}

    /** How many known words are compared, and how long one may be; nobody means one of more by a slip. */
    public static final int MOST_WORDS = 500;

    private static final int LONGEST = 100;
    private static final int SHORTEST_START = 3;

    /** A word may have a second slip only from this length: of four letters, two are half. */
    private static final int LETTERS_OF_A_SLIP = 5;

    /** The known word nearest to the given one; nothing if none is near enough to be a slip of the keyboard. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = 1 + word.length() / LETTERS_OF_A_SLIP;
        String folded = fold(word);
        String best = "";
        int least = allowed + 1;
        for (String candidate : known.stream().limit(MOST_WORDS).toList()) {
            int distance = distance(folded, candidate, least);
            if (distance < least && distance < candidate.length()) {
                best = candidate;
                least = distance;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** The same, or else the only known word that begins with the given one, as {@code version} does with {@code vers}. */
    public static Optional<String> meant(String word, Collection<String> known) {
        Optional<String> near = nearest(word, known);
        if (near.isPresent() || word.length() < SHORTEST_START || word.length() > LONGEST) {
            return near;
        }
        List<String> longer = known.stream()
                .limit(MOST_WORDS)
                .filter(candidate -> fold(candidate).startsWith(fold(word)))
                .toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    /** The distance of two words, or the limit if it is no less. */
    private static int distance(String word, String candidate, int limit) {
        if (candidate.length() > 2 * LONGEST) {
            return limit;
        }
        String other = fold(candidate);
        // the distance is no less than the difference of the lengths
        return Math.abs(word.length() - other.length()) < limit ? count(word, other, limit) : limit;
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Insertions, deletions, replacements and swaps of neighbors between two words, each of which counts once; the limit
     * as soon as there must be as many.
     */
    private static int count(String left, String right, int limit) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            last[j] = j;
        }
        int leastBefore = 0;
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = last[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && swapped(left, i, right, j)) {
                    row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
                }
                least = Math.min(least, row[j]);
            }
            // a swap reaches over one row, no step reaches over two
            if (least >= limit && leastBefore + 1 >= limit) {
                return limit;
            }
            leastBefore = least;
            beforeLast = last;
            last = row;
        }
        return last[right.length()];
    }

    private static boolean swapped(String left, int i, String right, int j) {
        return left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
