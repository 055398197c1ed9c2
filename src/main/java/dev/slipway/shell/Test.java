package dev.slipway.shell;

import dev.slipway.source.BoundedText;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;

/**
 * Answers {@code [ … ]}, {@code [[ … ]]} and {@code test …}.
 *
 * @param effort for patterns
 * @param files whether there is a file
 */
record Test(Effort effort, Function<String, Truth> files) {
    /** Nobody writes more words in a test, and each may go a call deeper. */
    private static final int MOST_WORDS = 500;

    /** The signs that ask whether there is such a file. */
    private static final Set<String> OF_FILES = Set.of("-f", "-e", "-a", "-x", "-s", "-r");

    static boolean is(String word) {
        return word.equals("[") || word.equals("[[") || word.equals("test");
    }

    /** The answer to the words between the brackets. */
    Truth of(List<String> words) {
        if (words.size() > MOST_WORDS) {
            return Truth.UNKNOWN;
        }
        for (List<String> signs : List.of(List.of("||", "-o"), List.of("&&", "-a"))) {
            for (String sign : signs) {
                int at = words.indexOf(sign);
                if (at > 0) {
                    Truth left = of(words.subList(0, at));
                    Truth right = of(words.subList(at + 1, words.size()));
                    return signs.contains("||") ? left.or(right) : left.and(right);
                }
            }
        }
        return words.size() > 1 && words.get(0).equals("!")
                ? of(words.subList(1, words.size())).not()
                : one(words);
    }

    private Truth one(List<String> words) {
        return switch (words.size()) {
            case 1 -> filled(words.get(0));
            case 2 ->
                switch (words.get(0)) {
                    case "-n" -> filled(words.get(1));
                    case "-z" -> filled(words.get(1)).not();
                    default -> OF_FILES.contains(words.get(0)) ? files.apply(words.get(1)) : Truth.UNKNOWN;
                };
            case 3 -> compared(words.get(0), words.get(1), words.get(2));
            default -> Truth.UNKNOWN;
        };
    }

    private static Truth filled(String text) {
        return text.contains(Symbols.UNKNOWN) ? Truth.UNKNOWN : Truth.of(!text.isEmpty());
    }

    private Truth compared(String left, String sign, String right) {
        return switch (sign) {
            case "=", "==" -> matches(left, right);
            case "!=" -> matches(left, right).not();
            case "=~" -> found(left, right);
            default -> Truth.UNKNOWN;
        };
    }

    private Truth matches(String text, String pattern) {
        if (asksForTag(text, pattern) && new ShellPattern(pattern, effort).matches(sample(text)) == Truth.TRUE) {
            return Truth.TRUE;
        }
        if (isNumbered(text) && pattern.matches("[A-Za-z/_-]*+")) {
            return Truth.FALSE;
        }
        if (Symbols.open(text) || Symbols.open(pattern)) {
            return begins(text, pattern);
        }
        return new ShellPattern(pattern, effort).matches(text);
    }

    /** Whether a text is a tag or a version, which no word without a number is. */
    private static boolean isNumbered(String text) {
        return Set.of(Symbols.TAG, Symbols.VERSION, "v" + Symbols.VERSION).contains(text);
    }

    /** What the beginnings of texts say that are not known to their ends. */
    private static Truth begins(String text, String pattern) {
        String known = until(text, "{");
        String head = until(pattern, "{*?[\\");
        boolean further = head.equals(pattern) && known.length() > head.length();
        if (further || !known.startsWith(head) && !head.startsWith(known)) {
            return Truth.FALSE;
        }
        if (pattern.equals(head + "*") && known.startsWith(head)) {
            return Truth.TRUE;
        }
        // the same tag twice is the same text, and no value is an option that has it
        boolean longer =
                !head.isEmpty() && pattern.equals(head + text) && (head.startsWith("-") || !text.contains("?"));
        return longer ? Truth.FALSE : Truth.same(text, pattern);
    }

    private static String until(String text, String marks) {
        int end = 0;
        while (end < text.length() && marks.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end);
    }

    /** Whether a text is open only for the tag that is released: what a script expects of one, that tag is. */
    private static boolean asksForTag(String text, String pattern) {
        return text.contains(Symbols.TAG) && !Symbols.open(pattern) && !Symbols.open(sample(text));
    }

    private static String sample(String text) {
        return text.replace(Symbols.TAG, "v1.2.3");
    }

    private Truth found(String text, String pattern) {
        if (Set.of(Symbols.VERSION, Symbols.PROBABLE_VERSION).contains(text)
                && !Symbols.open(pattern)) { // that of a release, and of no prerelease
            return matched("1.2.3", pattern);
        }
        boolean tag = asksForTag(text, pattern);
        if (!tag && (Symbols.open(text) || Symbols.open(pattern))) {
            return Truth.UNKNOWN;
        }
        Truth found = matched(tag ? sample(text) : text, pattern);
        return tag && found == Truth.FALSE ? Truth.UNKNOWN : found;
    }

    private Truth matched(String text, String pattern) {
        try {
            return Truth.of(effort.finds(pattern, text));
        } catch (PatternSyntaxException | BoundedText.TooMuch none) {
            return Truth.UNKNOWN;
        }
    }
}
