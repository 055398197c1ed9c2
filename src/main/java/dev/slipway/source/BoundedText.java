package dev.slipway.source;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that can be looked at so many times. It bounds regular expressions that a script brings along: the program's
 * own need no bound.
 */
public final class BoundedText implements CharSequence {
    /** How often a text is looked at for one regular expression at most. */
    private static final int MOST_LOOKS = 1_000_000;

    private static final int LONGEST_PATTERN = 1000;

    /** The text was looked at too often. */
    public static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuch() {
            super("a regular expression takes too long", null, false, false);
        }
    }

    private final CharSequence text;
    private final int[] left;

    private BoundedText(CharSequence text, int[] left) {
        this.text = text;
        this.left = left;
    }

    /**
     * Whether a regular expression is found in a text.
     *
     * @throws TooMuch if that takes more than a fixed number of steps
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public static boolean find(String regex, String text) {
        return find(regex, 0, Matcher::find, text);
    }

    /**
     * Whether a regular expression is found in a text, within a number of looks.
     *
     * @param looks how many are left; what is used is taken from it
     * @throws TooMuch if that takes more
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public static boolean find(String regex, String text, int[] looks) {
        return find(regex, 0, Matcher::find, text, looks);
    }

    /**
     * What a regular expression tells of a text.
     *
     * @param flags those of {@link Pattern}
     * @throws TooMuch if that takes more than a fixed number of steps
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public static <T> T find(String regex, int flags, Function<Matcher, T> answer, String text) {
        return find(regex, flags, answer, text, new int[] {MOST_LOOKS});
    }

    private static <T> T find(String regex, int flags, Function<Matcher, T> answer, String text, int[] looks) {
        // counted repetitions of nothing take time without a look at the text
        if (regex.length() > LONGEST_PATTERN
                || regex.chars().filter(c -> c == '{').count() > 2) {
            throw new TooMuch();
        }
        try {
            CharSequence bounded = new BoundedText(text, looks);
            return answer.apply(Pattern.compile(regex, flags).matcher(bounded));
        } catch (StackOverflowError deep) {
            throw new TooMuch();
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left[0] < 0) {
            throw new TooMuch();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
