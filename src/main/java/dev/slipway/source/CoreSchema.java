package dev.slipway.source;

import dev.slipway.source.Node.Scalar.Type;
import java.util.regex.Pattern;

/**
 * What a text without quotes means.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#1032-tag-resolution">YAML 1.2, tag resolution of the core schema</a>
 */
final class CoreSchema {
    /** What numbers start with: most values do not, and are known at a glance. */
    private static final String FIRST = ".+-0123456789";

    private static final int LONGEST_WORD = "false".length();

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]++|0o[0-7]++|0x[0-9a-fA-F]++");
    private static final Pattern FLOAT = Pattern.compile(
            "[-+]?(\\.[0-9]++|[0-9]++(\\.[0-9]*+)?)([eE][-+]?[0-9]++)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private CoreSchema() {}

    static Type typeOf(String plain) {
        if (plain.isEmpty() || plain.charAt(0) > '9' || FIRST.indexOf(plain.charAt(0)) < 0) {
            return typeOfWord(plain);
        }
        if (!couldBeNumber(plain)) {
            return Type.TEXT;
        }
        if (INTEGER.matcher(plain).matches()) {
            return Type.INTEGER;
        }
        return FLOAT.matcher(plain).matches() ? Type.FLOAT : Type.TEXT;
    }

    /** Whether it has only characters of numbers, unlike a version, a date or an option. */
    private static boolean couldBeNumber(String plain) {
        for (int i = 1; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean hexadecimal = c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            if ((c < '0' || c > '9') && !hexadecimal && "+-.xoinIN".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Type typeOfWord(String plain) {
        if (plain.length() > LONGEST_WORD) {
            return Type.TEXT;
        }
        return switch (plain) {
            case "", "~", "null", "Null", "NULL" -> Type.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> Type.BOOLEAN;
            default -> Type.TEXT;
        };
    }
}
