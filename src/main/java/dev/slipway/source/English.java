package dev.slipway.source;

import java.util.List;

/** Parts of an English sentence: a noun after a number, and a list with "and" before its last word. */
public final class English {
    private English() {}

    /** {@code 1 file}, {@code 2 files}. */
    public static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    /** {@code 1 repository}, {@code 2 repositories}. */
    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String and(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
