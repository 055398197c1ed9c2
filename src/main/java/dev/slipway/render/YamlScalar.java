package dev.slipway.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as a YAML scalar on one line: plain if readers of YAML 1.1 and of 1.2 both read it as this text, otherwise in
 * single quotes, and in double quotes if a character needs an escape.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#733-plain-style">Plain style</a>
 * @see <a href="https://yaml.org/type/">The types of YAML 1.1</a>
 */
final class YamlScalar {
    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private static final int LONGEST_WORD = "false".length();

    /** Whole numbers with any base or separators, fractions, exponents, times of day (base 60), infinities. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(0x[0-9a-f_]+|0o?[0-7_]+|0b[01_]+|[0-9][0-9_,]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
                    + "|[0-9][0-9_,]*(\\.[0-9_]*)?(e[-+]?[0-9_]+)?|\\.[0-9_]+(e[-+]?[0-9_]+)?|\\.inf|\\.nan)");

    private static final String OF_NUMBERS = "0123456789.+-,:_abcdefoxin";

    private static final int YEAR = "2026".length();

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t \t].*)?");

    private YamlScalar() {}

    static String of(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    /** The same inside of {@code [ ]}. */
    static String inFlow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (",[]{}?".indexOf(text.charAt(i)) >= 0) {
                return quoted(text);
            }
        }
        return of(text);
    }

    static boolean isPlain(String text) {
        return isWord(text)
                ? !isSpecialWord(text)
                : !text.isEmpty()
                        && startsPlain(text)
                        && Characters.fitOnLine(text)
                        && text.indexOf('\t') < 0
                        && !Characters.isBlank(text.codePointBefore(text.length()))
                        && !Characters.isBlank(text.codePointAt(0))
                        && !text.endsWith(":")
                        && !text.contains(": ")
                        && !text.contains(" #")
                        && !looksOtherwise(text);
    }

    /** Whether it is letters, digits and a few signs that mean nothing in YAML, after a letter: nearly all texts on one line. */
    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (i == 0 || (c < '0' || c > '9') && "-_./@".indexOf(c) < 0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isSpecialWord(String text) {
        return text.length() <= LONGEST_WORD && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Not {@code -} before a blank, which is a list item, nor {@code ---} and {@code ...}, which end a document. */
    private static boolean startsPlain(String text) {
        char first = text.charAt(0);
        boolean item = text.equals("-") || text.startsWith("- ");
        boolean end = text.startsWith("---") || text.startsWith("...");
        return !item
                && !end
                && (Character.isLetterOrDigit(first) || first >= 0x80 || "-_/.$(+\\^;<".indexOf(first) >= 0);
    }

    /** The patterns are asked only if they could match: most texts are words. */
    private static boolean looksOtherwise(String text) {
        boolean numeric = "+-.0123456789".indexOf(text.charAt(0)) >= 0;
        return isSpecialWord(text)
                || text.equals("<<")
                || numeric && isNumeric(text.toLowerCase(Locale.ROOT))
                || (text.indexOf('*') >= 0 || text.indexOf(' ') >= 0) && isPattern(text);
    }

    private static boolean isNumeric(String text) {
        return onlyOf(OF_NUMBERS, text) && NUMBER.matcher(text).matches()
                || text.length() > YEAR
                        && text.charAt(YEAR) == '-'
                        && DATE.matcher(text).matches();
    }

    private static boolean onlyOf(String characters, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Patterns and cron times: plain only by the luck of their first character, so everybody quotes them. */
    private static boolean isPattern(String text) {
        boolean word = true;
        boolean time = true;
        for (int i = 0; i < text.length() && (word || time); i++) {
            char c = text.charAt(i);
            word = word && " \t\n\u000B\f\r(){}".indexOf(c) < 0;
            time = time && "-0123456789*/, ".indexOf(c) >= 0;
        }
        return word && text.indexOf('*') >= 0 || time && text.indexOf(' ') >= 0;
    }

    private static String quoted(String text) {
        return Characters.fitOnLine(text) ? "'" + text.replace("'", "''") + "'" : escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        text.codePoints().forEach(c -> escaped.append(escape(c)));
        return escaped.append('"').toString();
    }

    private static String escape(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> Characters.fitsOnLine(c) ? Character.toString(c) : hexadecimal(c);
        };
    }

    private static String hexadecimal(int c) {
        return String.format(Locale.ROOT, c <= 0xFF ? "\\x%02X" : c <= 0xFFFF ? "\\u%04X" : "\\U%08X", c);
    }
}
