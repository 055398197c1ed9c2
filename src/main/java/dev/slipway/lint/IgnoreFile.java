package dev.slipway.lint;

import dev.slipway.source.SourceText;
import java.util.regex.Pattern;

/**
 * A {@code .dockerignore} as rules see it.
 *
 * @see <a href="https://docs.docker.com/build/concepts/context/#dockerignore-files">.dockerignore files</a>
 */
record IgnoreFile(SourceText source) {
    /** Whether a path, and all below it, stays out of the build context. */
    boolean ignores(String path) {
        boolean ignored = false;
        for (String line : source.lines()) {
            String pattern = line.strip();
            if (pattern.isEmpty() || pattern.startsWith("#")) {
                continue;
            }
            boolean exception = pattern.startsWith("!");
            String bare = clean(exception ? pattern.substring(1) : pattern);
            if (exception && (matches(bare, path) || bare.startsWith(path + "/") || isBelow(bare, path))) {
                ignored = false;
            } else if (!exception && matches(bare, path)) {
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

    private static boolean matches(String pattern, String path) {
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
        return path.matches(regex + "(?:/.*)?");
    }

    private static String regex(char c) {
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(Character.toString(c));
        };
    }
}
