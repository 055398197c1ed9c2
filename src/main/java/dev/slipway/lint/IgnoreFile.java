package dev.slipway.lint;

import dev.slipway.source.SourceText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A {@code .dockerignore} as rules see it.
 *
 * @see <a href="https://docs.docker.com/build/concepts/context/#dockerignore-files">.dockerignore files</a>
 */
record IgnoreFile(SourceText source, List<Line> patterns) {
    IgnoreFile {
        patterns = List.copyOf(patterns);
    }

    static IgnoreFile of(SourceText source) {
        return new IgnoreFile(
                source,
                source.lines().stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(Line::of)
                        .toList());
    }

    /**
     * A line of the file.
     *
     * @param exception whether it lets in what it matches
     */
    record Line(boolean exception, String bare, Pattern pattern) {
        static Line of(String text) {
            boolean exception = text.startsWith("!");
            String bare = clean(exception ? text.substring(1) : text);
            return new Line(exception, bare, compile(bare));
        }

        boolean matches(String path) {
            return pattern.matcher(path).matches();
        }
    }

    /** Whether a path, and all below it, stays out of the build context. */
    boolean ignores(String path) {
        boolean ignored = false;
        for (Line line : patterns) {
            if (line.exception()
                    && ignored
                    && (line.matches(path) || line.bare().startsWith(path + "/") || isBelow(line.bare(), path))) {
                ignored = false;
            } else if (!line.exception() && !ignored && line.matches(path)) {
                ignored = true;
            }
        }
        return ignored;
    }

    /** An exception with wildcards may let something below the path in. */
    private static boolean isBelow(String exception, String path) {
        int wild = exception.indexOf('*');
        return wild >= 0 && (path + "/").startsWith(exception.substring(0, wild));
    }

    private static String clean(String pattern) {
        return pattern.strip().replaceAll("^(?:\\./|/)+", "").replaceAll("/+$", "");
    }

    private static Pattern compile(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (pattern.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else {
                regex.append(regex(pattern.charAt(i)));
            }
        }
        // what stands in an ignored folder is ignored too
        return Pattern.compile(regex + "(?:/.*)?");
    }

    private static String regex(char c) {
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(Character.toString(c));
        };
    }
}
