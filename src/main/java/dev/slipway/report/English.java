package dev.slipway.report;

import java.util.List;

/** Words as an English sentence has them: a noun behind a number, a list with its last "and". */
final class English {
    private English() {}

    /** {@code 1 file}, {@code 2 files}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String and(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
