package dev.slipway.shell;

import dev.slipway.source.Wildcard;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern for paths of which parts may be open. An open part is a part of a name like any other: what is known only by a
 * run is neither a choice in braces nor a question mark.
 *
 * @param parts one for each part of a path; empty if the pattern crosses folders
 * @param whole if so, the paths that it may match
 */
record PathPattern(List<Wildcard> parts, List<Wildcard> whole) {
    static PathPattern of(String pattern) {
        String masked = masked(pattern.replace(Symbols.UNKNOWN, "*"));
        if (!pattern.contains("**")) {
            return new PathPattern(
                    Arrays.stream(masked.split("/")).map(PathPattern::wildcard).toList(), List.of());
        }
        String none = masked.replace("/**/", "/").replaceFirst("^\\*\\*/", ""); // which may stand for no folder
        return new PathPattern(List.of(), List.of(wildcard(masked), wildcard(none)));
    }

    private static Wildcard wildcard(String pattern) {
        return Wildcard.of(pattern, Wildcard.Dialect.STEP);
    }

    /** Where the part of a path ends that the pattern names; a negative number if it names none. */
    int prefix(String path) {
        String masked = masked(path);
        if (!whole.isEmpty()) {
            return whole.stream().anyMatch(wildcard -> wildcard.matches(masked)) ? path.length() : -1;
        }
        String[] names = masked.split("/");
        String[] own = path.split("/");
        int end = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (i >= names.length || !parts.get(i).matches(names[i])) {
                return -1;
            }
            end += own[i].length() + (i == 0 ? 0 : 1);
        }
        return end;
    }

    private static String masked(String text) {
        return text.indexOf('{') < 0
                ? text
                : text.replace("{?}", "\uE000")
                        .replaceAll("\\{(tag|version|name|owner|repository)\\??}", "\uE001$1\uE002");
    }
}
