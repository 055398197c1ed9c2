package dev.slipway.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant by a misspelt one. */
public final class Suggestion {
    private Suggestion() {}

    /** The known word nearest to the given one; nothing where none is near enough to be a slip of the keyboard. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int allowed = 1 + word.length() / 4;
        String folded = fold(word);
        String best = "";
        int least = allowed + 1;
        for (String candidate : known) {
            String other = fold(candidate);
            // the distance is no less than the difference of the lengths
            boolean near = Math.abs(folded.length() - other.length()) < least;
            int distance = near ? distance(folded, other) : least;
            if (distance < least && distance < candidate.length()) {
                best = candidate;
                least = distance;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Insertions, deletions, replacements and swaps of neighbours between two words, each of which counts once. */
    private static int distance(String left, String right) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = last[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && swapped(left, i, right, j)) {
                    row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[right.length()];
    }

    private static boolean swapped(String left, int i, String right, int j) {
        return left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
