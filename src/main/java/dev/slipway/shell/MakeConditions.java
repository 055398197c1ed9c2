package dev.slipway.shell;

import java.util.ArrayDeque;
import java.util.Deque;

/** The conditions of a makefile around a line, from {@code ifeq} to {@code endif}. */
final class MakeConditions {
    private final MakeSettings settings;
    private final MakeExpansion expansion;

    /** How each condition turned out, from the outermost, and whether one of its earlier branches was taken. */
    private final Deque<Truth> open = new ArrayDeque<>();

    private final Deque<Truth> before = new ArrayDeque<>();

    /**
     * None so far.
     *
     * @param settings the variables that the file has set
     * @param expansion of texts with these variables; what the environment may set keeps a dollar sign
     */
    MakeConditions(MakeSettings settings, MakeExpansion expansion) {
        this.settings = settings;
        this.expansion = expansion;
    }

    /** Whether a line belongs to a condition itself. */
    boolean takes(String line) {
        String text = line.strip();
        String word = text.replaceFirst("(?s)[\\s(].*", "");
        switch (word) {
            case "ifeq", "ifneq", "ifdef", "ifndef" -> {
                open.addLast(truth(word, text));
                before.addLast(Truth.FALSE);
            }
            case "else" -> otherwise(text.substring(4).strip());
            case "endif" -> {
                open.pollLast();
                before.pollLast();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Whether make reads the lines here. */
    Truth now() {
        return open.stream().reduce(Truth.TRUE, Truth::and);
    }

    private void otherwise(String rest) {
        if (open.isEmpty()) {
            return;
        }
        Truth taken = before.removeLast().or(open.removeLast());
        Truth here = rest.isEmpty() ? Truth.TRUE : truth(rest.replaceFirst("(?s)[\\s(].*", ""), rest);
        open.addLast(taken.not().and(here));
        before.addLast(taken);
    }

    private Truth truth(String word, String text) {
        String rest = text.substring(word.length()).strip();
        Truth truth = switch (word) {
            case "ifeq", "ifneq" -> same(rest);
            case "ifdef", "ifndef" ->
                settings.value(rest).map(value -> Truth.of(!value.isEmpty())).orElse(Truth.UNKNOWN);
            default -> Truth.UNKNOWN;
        };
        return word.startsWith("ifn") ? truth.not() : truth;
    }

    /** Compares {@code (a,b)}, or two words in quotes. */
    private Truth same(String words) {
        int middle = words.startsWith("(") && words.endsWith(")") ? comma(words) : -1;
        if (middle > 0) {
            return same(words.substring(1, middle), words.substring(middle + 1, words.length() - 1));
        }
        int end = words.isEmpty() ? -1 : words.indexOf(words.charAt(0), 1);
        String other = end < 0 ? "" : words.substring(end + 1).strip();
        return other.length() < 2
                ? Truth.UNKNOWN
                : same(words.substring(1, end), other.substring(1, other.length() - 1));
    }

    private Truth same(String left, String right) {
        String one = expansion.text(left.strip(), MakeTarget.NONE).strip();
        String two = expansion.text(right.strip(), MakeTarget.NONE).strip();
        if (one.isEmpty() && isPrinted(two) || two.isEmpty() && isPrinted(one)) {
            return Truth.FALSE;
        }
        return isOpen(one) || isOpen(two) ? Truth.UNKNOWN : Truth.of(one.equals(two));
    }

    /** Whether it is what a command prints, such as the tag: makefiles have a default for the case that it prints nothing. */
    private static boolean isPrinted(String text) {
        return !text.contains("$") && Symbols.open(text);
    }

    private static boolean isOpen(String text) {
        return text.contains("$") || Symbols.open(text);
    }

    /** The first comma that is in no parentheses but the outer ones. */
    private static int comma(String words) {
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 1) {
                return i;
            }
        }
        return -1;
    }
}
