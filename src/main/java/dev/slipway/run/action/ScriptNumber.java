package dev.slipway.run.action;

import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as JavaScript's {@code Number} reads it, for the attributes that an action counts with. */
final class ScriptNumber {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d++)?");
    private static final Pattern RADIX = Pattern.compile("0(?:[xX]([\\da-fA-F]+)|[oO]([0-7]+)|[bB]([01]+))");
    private static final Pattern INFINITY = Pattern.compile("[+-]?Infinity");

    private ScriptNumber() {}

    /** The number, 0 for a blank text, and nothing if JavaScript says {@code NaN}. */
    static OptionalDouble of(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return OptionalDouble.of(0);
        }
        Matcher radix = RADIX.matcher(trimmed);
        if (radix.matches()) {
            int group = radix.start(1) >= 0 ? 1 : radix.start(2) >= 0 ? 2 : 3;
            int base = group == 1 ? 16 : group == 2 ? 8 : 2;
            return OptionalDouble.of(new BigInteger(trimmed.substring(2), base).doubleValue());
        }
        boolean number =
                DECIMAL.matcher(trimmed).matches() || INFINITY.matcher(trimmed).matches();
        return number ? OptionalDouble.of(Double.parseDouble(trimmed)) : OptionalDouble.empty();
    }
}
