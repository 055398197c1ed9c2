package dev.slipway.model.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as GitHub reads and writes them. */
final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]++\\.?[0-9]*+|\\.[0-9]++)([eE][-+]?[0-9]++)?");
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int LARGEST_PLAIN = 15;
    private static final int SMALLEST_PLAIN = -5;

    private Numbers() {}

    /** The number that a text is: zero if it is blank, {@code NaN} if it is none. */
    static double read(String text) {
        String word = text.strip();
        if (word.isEmpty()) {
            return 0;
        }
        if (DECIMAL.matcher(word).matches()) {
            return Double.parseDouble(word);
        }
        if (word.matches("0x[0-9a-fA-F]{1,8}")) {
            return Integer.parseUnsignedInt(word.substring(2), 16);
        }
        if (word.matches("0o[0-3]?[0-7]{1,10}")) {
            return Integer.parseUnsignedInt(word.substring(2), 8);
        }
        return switch (word) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    /** A number with at most 15 digits. */
    static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (rounded.signum() == 0) {
            return "0";
        }
        if (exponent >= SMALLEST_PLAIN && exponent < LARGEST_PLAIN) {
            return rounded.toPlainString();
        }
        String digits = rounded.unscaledValue().toString();
        String power = (exponent < 0 ? "E-" : "E+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        int first = digits.startsWith("-") ? 2 : 1;
        String rest = digits.substring(first);
        return digits.substring(0, first) + (rest.isEmpty() ? "" : "." + rest) + power;
    }
}
