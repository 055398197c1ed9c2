package dev.slipway.model.workflow;

import java.util.Optional;

/**
 * Finds mistakes in a pattern of a filter: what GitHub refuses, and what can never match.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet">filter
 *     patterns</a>
 */
public final class FilterSyntax {
    private static final String NEVER_IN_REFS = " \t~^:";
    private static final String ESCAPED = "[?*+\\!";
    private static final String NEVER_ESCAPED_IN_REFS = "[?*";

    private final String pattern;
    private final boolean ref;

    private FilterSyntax(String pattern, boolean ref) {
        this.pattern = pattern;
        this.ref = ref;
    }

    /** What is wrong with a pattern of branches or tags, as the end of a sentence; nothing if it is fine. */
    public static Optional<String> refFault(String pattern) {
        String name = positive(pattern);
        if (name.startsWith("/")
                || name.endsWith("/") && !name.endsWith("\\/")
                || name.endsWith(".")
                || hasTwice(name, '/')
                || hasTwice(name, '.')) {
            return Optional.of("matches no name that Git allows");
        }
        return new FilterSyntax(name, true).fault();
    }

    /** What is wrong with a pattern of paths, as the end of a sentence; nothing if it is fine. */
    public static Optional<String> pathFault(String pattern) {
        String path = positive(pattern);
        if (!pattern.equals(pattern.strip()) || !path.equals(path.strip())) {
            return Optional.of("starts or ends with a space");
        }
        if (path.startsWith("./")
                || path.startsWith("../")
                || path.contains("/../")
                || path.contains("/./")
                || path.equals(".")
                || path.equals("..")) {
            return Optional.of("matches nothing: paths start at the root of the repository, without '.' and '..'");
        }
        return path.startsWith("/")
                ? Optional.of("matches nothing: paths have no '/' in front")
                : new FilterSyntax(path, false).fault();
    }

    /** Brackets around one character, which match only that character: they work, but linters reject them. */
    public static Optional<String> uselessBrackets(String pattern) {
        for (int open = pattern.indexOf('['); open >= 0; open = pattern.indexOf('[', open + 1)) {
            int close = pattern.indexOf(']', open);
            if (close == open + 2) {
                return Optional.of(pattern.substring(open, close + 1));
            }
            open = Math.max(open, close);
        }
        return Optional.empty();
    }

    private static String positive(String pattern) {
        return pattern.startsWith("!") ? pattern.substring(1) : pattern;
    }

    /** Whether a character follows itself, neither of them optional nor in brackets. */
    private static boolean hasTwice(String name, char c) {
        int close = 0;
        for (int i = 0; i + 1 < name.length(); i++) {
            close = name.charAt(i) == '[' ? Math.max(close, name.indexOf(']', i)) : close;
            boolean optional = i + 2 < name.length() && name.charAt(i + 2) == '?';
            if (i > close - 1 && name.charAt(i) == c && name.charAt(i + 1) == c && !optional) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> fault() {
        if (pattern.isEmpty()) {
            return Optional.of("is empty");
        }
        boolean repeatable = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if ("?+".indexOf(c) >= 0 && !repeatable) {
                return Optional.of("has nothing in front of '" + c + "' to repeat");
            }
            if (c == '\n' || c == '\r') {
                return Optional.of("has a line break");
            }
            if (ref && NEVER_IN_REFS.indexOf(c) >= 0) {
                return Optional.of("has a '" + c + "', which no name in Git has");
            }
            repeatable = "?+*".indexOf(c) < 0;
            if (c == '\\') {
                boolean escapes = i + 1 < pattern.length() && ESCAPED.indexOf(pattern.charAt(i + 1)) >= 0;
                if (ref && !escapes) {
                    return Optional.of("has a '\\' in front of nothing special, and no name in Git has one");
                }
                if (ref && NEVER_ESCAPED_IN_REFS.indexOf(pattern.charAt(i + 1)) >= 0) {
                    return Optional.of("has a '" + pattern.charAt(i + 1) + "', which no name in Git has");
                }
                i += escapes ? 1 : 0;
            } else if (c == '[') {
                int close = pattern.indexOf(']', i);
                if (close < 0) {
                    return Optional.of("has a '[' without ']'");
                }
                Optional<String> fault = setFault(pattern.substring(i + 1, close));
                if (fault.isPresent()) {
                    return fault;
                }
                i = close;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> setFault(String set) {
        if (set.isEmpty()) {
            return Optional.of("has empty brackets");
        }
        for (int i = 0; i < set.length(); i++) {
            if (!set.startsWith("-", i + 1)) {
                continue;
            }
            if (i + 2 == set.length()) {
                return Optional.of("has a range without an end: '" + set.substring(i) + "'; a '-' that is meant as such"
                        + " comes first in the brackets");
            }
            if (set.charAt(i) > set.charAt(i + 2)) {
                return Optional.of("has a range that runs backwards: '" + set.substring(i, i + 3) + "'");
            }
            i += 2;
        }
        return Optional.empty();
    }
}
