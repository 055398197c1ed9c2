package dev.slipway.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeleteDelta;
import com.github.difflib.patch.InsertDelta;
import com.github.difflib.patch.Patch;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares long texts. The shortest diff takes as much time and memory as their lengths multiplied, so it is looked for only
 * between lines that both texts have once and in the same order; a longer part between them is replaced as a whole.
 *
 * @see <a href="https://bramcohen.livejournal.com/73318.html">Patience diff</a>
 */
final class LongDiff {
    private static final int LONGEST_PART = 1000;

    private final List<String> before;
    private final List<String> after;
    private final Patch<String> patch = new Patch<>();
    private int beforeDone;
    private int afterDone;

    private LongDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    static Patch<String> of(List<String> before, List<String> after) {
        LongDiff diff = new LongDiff(before, after);
        for (int[] anchor : diff.anchors()) {
            diff.upTo(anchor[0], anchor[1]);
            diff.beforeDone++;
            diff.afterDone++;
        }
        diff.upTo(before.size(), after.size());
        return diff.patch;
    }

    /** Adds what changes between the line that was reached and another that both texts have. */
    private void upTo(int beforeEnd, int afterEnd) {
        int from = beforeDone;
        int to = afterDone;
        List<String> old = before.subList(from, beforeEnd);
        List<String> fresh = after.subList(to, afterEnd);
        if (old.size() + fresh.size() > LONGEST_PART) {
            patch.addDelta(new ChangeDelta<>(new Chunk<>(from, old), new Chunk<>(to, fresh)));
        } else {
            DiffUtils.diff(old, fresh).getDeltas().forEach(delta -> patch.addDelta(moved(delta, from, to)));
        }
        beforeDone = beforeEnd;
        afterDone = afterEnd;
    }

    private static AbstractDelta<String> moved(AbstractDelta<String> delta, int from, int to) {
        Chunk<String> source = moved(delta.getSource(), from);
        Chunk<String> target = moved(delta.getTarget(), to);
        return switch (delta.getType()) {
            case INSERT -> new InsertDelta<>(source, target);
            case DELETE -> new DeleteDelta<>(source, target);
            default -> new ChangeDelta<>(source, target);
        };
    }

    private static Chunk<String> moved(Chunk<String> chunk, int by) {
        return new Chunk<>(chunk.getPosition() + by, chunk.getLines());
    }

    /** Pairs of numbers of the same line: the most that are in the same order in both texts. */
    private List<int[]> anchors() {
        Map<String, Integer> unique = unique(after);
        int[][] pairs = unique(before).entrySet().stream()
                .filter(line -> line.getValue() >= 0 && unique.getOrDefault(line.getKey(), -1) >= 0)
                .map(line -> new int[] {line.getValue(), Objects.requireNonNull(unique.get(line.getKey()))})
                .sorted((one, other) -> Integer.compare(one[0], other[0]))
                .toArray(int[][]::new);
        return rising(pairs);
    }

    /** The number of each line that a text has once; -1 for the others. */
    private static Map<String, Integer> unique(List<String> lines) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            numbers.merge(lines.get(i), i, (first, second) -> -1);
        }
        return numbers;
    }

    /** The longest part of the pairs whose second numbers rise. */
    private static List<int[]> rising(int[][] pairs) {
        int[] ends = new int[pairs.length]; // of each length, the pair with the smallest second number that ends one
        int[] previous = new int[pairs.length];
        int length = 0;
        for (int i = 0; i < pairs.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) / 2;
                if (pairs[ends[middle]][1] < pairs[i][1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        int[][] found = new int[length][];
        int at = length == 0 ? -1 : ends[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            found[i] = pairs[at];
            at = previous[at];
        }
        return Arrays.asList(found);
    }
}
