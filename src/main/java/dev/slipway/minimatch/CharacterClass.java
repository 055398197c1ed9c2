package dev.slipway.minimatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The characters that {@code [a-z]} in a pattern stands for. {@code [!a]} and {@code [^a]} are all others; a first
 * {@code ]} is an ordinary character; {@code [[:digit:]]} names a kind; a range that runs backwards holds nothing, and
 * a class of nothing else matches nothing.
 *
 * @param excludes whether it stands for the others
 * @param ranges single characters are ranges of one
 * @param kinds names such as {@code digit}
 * @param length how many characters of the pattern it takes, both brackets counted
 */
record CharacterClass(boolean excludes, List<Range> ranges, List<String> kinds, int length) {
    private static final Map<String, IntPredicate> KINDS = Map.ofEntries(
            Map.entry("alnum", c -> letter(c) || digit(c)),
            Map.entry("alpha", CharacterClass::letter),
            Map.entry("ascii", c -> c < 128),
            Map.entry("blank", c -> c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR),
            Map.entry("cntrl", c -> Character.getType(c) == Character.CONTROL),
            Map.entry("digit", CharacterClass::digit),
            Map.entry("graph", c -> !space(c) && !other(c)),
            Map.entry("lower", c -> Character.getType(c) == Character.LOWERCASE_LETTER),
            Map.entry("print", c -> !other(c)),
            Map.entry("punct", CharacterClass::punctuation),
            Map.entry("space", c -> space(c) || c >= '\t' && c <= '\r'),
            Map.entry("upper", c -> Character.getType(c) == Character.UPPERCASE_LETTER),
            Map.entry("word", c -> letter(c) || digit(c) || Character.getType(c) == Character.CONNECTOR_PUNCTUATION),
            Map.entry("xdigit", c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f'));

    /** From one character to another, both of them in it. */
    record Range(char from, char to) {}

    CharacterClass {
        ranges = List.copyOf(ranges);
        kinds = List.copyOf(kinds);
    }

    boolean has(char c) {
        if (ranges.isEmpty() && kinds.isEmpty()) {
            return false;
        }
        boolean named = ranges.stream().anyMatch(range -> range.from <= c && c <= range.to)
                || kinds.stream().anyMatch(kind -> kind(kind).test(c));
        return named != excludes;
    }

    /** The one character it stands for, as in {@code [*]}. */
    Optional<Character> only() {
        return !excludes && kinds.isEmpty() && ranges.size() == 1 && ranges.get(0).from == ranges.get(0).to
                ? Optional.of(ranges.get(0).from)
                : Optional.empty();
    }

    /**
     * The class whose {@code [} is at a place of a pattern.
     *
     * @param escapes whether a backslash takes a character for itself
     * @return empty if no {@code ]} closes it, so that the bracket is an ordinary character
     */
    static Optional<CharacterClass> at(String pattern, int open, boolean escapes) {
        int i = open + 1;
        boolean excludes = i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^');
        if (excludes) {
            i++;
        }
        List<Range> ranges = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        Optional<Character> from = Optional.empty();
        int first = i;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == ']' && i > first) {
                return Optional.of(new CharacterClass(excludes, ranges, kinds, i + 1 - open));
            }
            Optional<String> kind = c == '[' ? kindAt(pattern, i) : Optional.empty();
            if (kind.isPresent()) {
                if (from.isPresent()) {
                    return Optional.of(new CharacterClass(false, List.of(), List.of(), pattern.length() - open));
                }
                kinds.add(kind.get());
                i += kind.get().length() + 4;
                continue;
            }
            if (c == '\\' && escapes) {
                if (++i == pattern.length()) {
                    return Optional.empty();
                }
                c = pattern.charAt(i);
            }
            i++;
            if (from.isPresent()) {
                if (from.get() <= c) {
                    ranges.add(new Range(from.get(), c));
                }
                from = Optional.empty();
            } else if (pattern.startsWith("-", i) && !pattern.startsWith("-]", i)) {
                from = Optional.of(c);
                i++;
            } else {
                ranges.add(new Range(c, c));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> kindAt(String pattern, int at) {
        return KINDS.keySet().stream()
                .filter(kind -> pattern.startsWith("[:" + kind + ":]", at))
                .findFirst();
    }

    private static IntPredicate kind(String name) {
        return KINDS.getOrDefault(name, c -> false);
    }

    private static boolean letter(int c) {
        return Character.isLetter(c) || Character.getType(c) == Character.LETTER_NUMBER;
    }

    private static boolean digit(int c) {
        return Character.isDigit(c);
    }

    private static boolean space(int c) {
        return Character.isSpaceChar(c);
    }

    private static boolean other(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static boolean punctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
