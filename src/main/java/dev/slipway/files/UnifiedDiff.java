package dev.slipway.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeleteDelta;
import com.github.difflib.patch.InsertDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Says what changes between two texts of a file, in the form that people, {@code patch} and {@code git apply} read. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    /** The search for the shortest diff costs the square of how many lines it finds to differ. */
    private static final int MOST_DIFFERENT = 1_500;

    private static final int MOST_LINES = 100_000;

    private UnifiedDiff() {}

    /** The diff of a file; a text that is absent is a file that is not there. Empty if nothing changes. */
    public static String of(String path, Optional<String> before, Optional<String> after) {
        List<String> old = before.map(UnifiedDiff::lines).orElse(List.of());
        List<String> wanted = after.map(UnifiedDiff::lines).orElse(List.of());
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                before.isPresent() ? "a/" + path : "/dev/null",
                after.isPresent() ? "b/" + path : "/dev/null",
                old,
                patch(old, wanted),
                CONTEXT);
        return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
    }

    /** The shortest change; if that is long, or would take long to find, the whole of one text replaces the other. */
    private static Patch<String> patch(List<String> old, List<String> wanted) {
        if (old.size() + wanted.size() <= MOST_LINES) {
            try {
                return DiffUtils.diff(old, wanted, new Search());
            } catch (TooDifferent given) {
                // nobody reads a diff of so many lines
            }
        }
        Chunk<String> from = new Chunk<>(0, old);
        Chunk<String> to = new Chunk<>(0, wanted);
        Patch<String> all = new Patch<>();
        if (old.isEmpty()) {
            all.addDelta(new InsertDelta<>(from, to));
        } else if (wanted.isEmpty()) {
            all.addDelta(new DeleteDelta<>(from, to));
        } else if (!old.equals(wanted)) {
            all.addDelta(new ChangeDelta<>(from, to));
        }
        return all;
    }

    /** Ends the search that takes too long. */
    private static final class Search implements DiffAlgorithmListener {
        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int different, int most) {
            if (different > MOST_DIFFERENT) {
                throw new TooDifferent();
            }
        }

        @Override
        public void diffEnd() {}
    }

    private static final class TooDifferent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDifferent() {
            super("", null, false, false);
        }
    }

    /** A last line without an end differs from one with an end, and is marked in the words of {@code diff}. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        String last = lines.remove(lines.size() - 1);
        if (!last.isEmpty()) {
            lines.add(last + "\n\\ No newline at end of file");
        }
        return lines;
    }
}
