package dev.slipway.config;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which texts are taken for a value: only such as mean the same in YAML, in a shell, in a Dockerfile and in a file
 * system, so that nothing that is generated needs to think about escaping.
 *
 * @param noun what the text is, such as {@code name}
 * @param plural what several of them are
 * @param longest how many characters it may have
 * @param pattern what it must match as a whole
 * @param words the same for people: completes "write …"
 * @param example a good one
 * @param placeholders the words that may be in braces; empty if braces mean nothing, or may hold any word
 */
public record Grammar(
        String noun,
        String plural,
        int longest,
        String pattern,
        String words,
        String example,
        List<String> placeholders) {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final Pattern BRACES = Pattern.compile("\\{([A-Za-z_-]{1,40})\\}");
    /** The patterns that were asked for; there are as many as constants of this type. */
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    /**
     * The control characters, for a class of characters. Patterns are written in what the regular expressions of Java and of
     * JavaScript have in common: editors match them, too.
     */
    public static final String CONTROL = "\\x00-\\x1f\\x7f";

    /** No part of a path. */
    static final String NO_GIT = "(?!\\.[gG][iI][tT](/|$))";

    static final String PATH_PART = NO_GIT + "(?!-)[A-Za-z0-9._@+-]+(?<!\\.)";

    /** What a release fills in. */
    static final String HOLE = "@(TAG@|VERSION@|SHA256:)";

    private static final String REF_PATTERN =
            "([A-Za-z0-9._@/-]|\\[[A-Za-z0-9._-]+\\]|(?<=[A-Za-z0-9._@\\]-])[?+]|\\*)+";
    static final String REF_WORDS = "letters, digits, '.', '_', '-', '@', '/' and the wildcards '*', '?', '+', '[a-z]'";
    static final String REF = "(?![/.])(?!@$)(?!.*(\\.\\.|//|" + HOLE + "))" + REF_PATTERN + "(?<![/.])";

    public Grammar {
        placeholders = List.copyOf(placeholders);
    }

    public Grammar(String noun, String plural, int longest, String pattern, String words, String example) {
        this(noun, plural, longest, pattern, words, example, List.of());
    }

    /** The same, with the words that its pattern takes in braces. */
    public Grammar filling(String... words) {
        return new Grammar(noun, plural, longest, pattern, this.words, example, List.of(words));
    }

    /** The words in braces that nothing is filled in for, as they are written. */
    List<MatchResult> strangers(String text) {
        return placeholders.isEmpty() || text.length() > longest
                ? List.of()
                : BRACES.matcher(text)
                        .results()
                        .filter(found -> !placeholders.contains(found.group(1)))
                        .toList();
    }

    /** Why a text is not one; nothing if it is. The length comes first, for a pattern takes its time with a long text. */
    String fault(String text) {
        if (text.length() > longest) {
            return "has more than " + longest + " characters";
        }
        if (text.contains("${{")) {
            return "contains an expression '${{'";
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            return "contains a line break";
        }
        if (!isPrintable(text)) {
            if (any(text, Character::isISOControl)) {
                return "contains a control character";
            }
            if (any(text, Grammar::isUnseen)) {
                return "contains an invisible character";
            }
        }
        return COMPILED.computeIfAbsent(pattern, Pattern::compile).matcher(text).matches()
                ? ""
                : text.isEmpty() ? "is empty" : "is not one";
    }

    /** Whether a text is one. */
    public boolean matches(String text) {
        return fault(text).isEmpty();
    }

    /** Whether it has only printable characters of ASCII, as most texts do. */
    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean any(String text, IntPredicate what) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (what.test(text.codePointAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it ends lines, turns the direction of text, or is no character; emoji are joined by one that does not. */
    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE, Character.UNASSIGNED ->
                true;
            case Character.FORMAT -> c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
            default -> false;
        };
    }

    String advice() {
        return "write " + words + ", such as '" + example + "'";
    }
}
