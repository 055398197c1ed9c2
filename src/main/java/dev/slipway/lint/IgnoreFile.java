package dev.slipway.lint;

import dev.slipway.source.SourceText;
import dev.slipway.source.Wildcard;
import java.util.List;

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
    record Line(boolean exception, String bare, Wildcard pattern) {
        static Line of(String text) {
            boolean exception = text.startsWith("!");
            String bare = clean(exception ? text.substring(1) : text);
            return new Line(exception, bare, Wildcard.of(bare, Wildcard.Dialect.DOCKERIGNORE));
        }

        boolean matches(String path) {
            return pattern.matches(path);
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
        String bare = pattern.strip();
        int start = 0;
        while (bare.startsWith("/", start) || bare.startsWith("./", start)) {
            start += bare.charAt(start) == '/' ? 1 : 2;
        }
        int end = bare.length();
        while (end > start && bare.charAt(end - 1) == '/') {
            end--;
        }
        return bare.substring(start, end);
    }
}
