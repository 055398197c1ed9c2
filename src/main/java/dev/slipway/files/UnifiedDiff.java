package dev.slipway.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Says what changes between two texts of a file, in the form that people, {@code patch} and {@code git apply} read. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final int LONG = 4000;

    private UnifiedDiff() {}

    /** The diff of a file; a text that is absent is a file that is not there. Empty where nothing changes. */
    public static String of(String path, Optional<String> before, Optional<String> after) {
        List<String> old = before.map(UnifiedDiff::lines).orElse(List.of());
        List<String> fresh = after.map(UnifiedDiff::lines).orElse(List.of());
        boolean isLong = old.size() + fresh.size() > LONG;
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                before.isPresent() ? "a/" + path : "/dev/null",
                after.isPresent() ? "b/" + path : "/dev/null",
                old,
                isLong ? LongDiff.of(old, fresh) : DiffUtils.diff(old, fresh),
                CONTEXT);
        return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
    }

    /** A last line without an end differs from one with an end, and says so in the words of {@code diff}. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        String last = lines.remove(lines.size() - 1);
        if (!last.isEmpty()) {
            lines.add(last + "\n\\ No newline at end of file");
        }
        return lines;
    }
}
