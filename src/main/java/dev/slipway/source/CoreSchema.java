package dev.slipway.source;

import dev.slipway.source.Node.Scalar.Type;
import java.util.regex.Pattern;

/**
 * What a text without quotes means.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#1032-tag-resolution">YAML 1.2, tag resolution of the core schema</a>
 */
final class CoreSchema {
    /** What anything but text starts with: most values are text, and known at a glance. */
    private static final String FIRST = "~nNtTfF.+-0123456789";

    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]++|0o[0-7]++|0x[0-9a-fA-F]++");
    private static final Pattern FLOAT = Pattern.compile(
            "[-+]?(\\.[0-9]++|[0-9]++(\\.[0-9]*+)?)([eE][-+]?[0-9]++)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private CoreSchema() {}

    static Type typeOf(String plain) {
        if (!plain.isEmpty() && FIRST.indexOf(plain.charAt(0)) < 0) {
            return Type.TEXT;
        }
        if (NOTHING.matcher(plain).matches()) {
            return Type.NULL;
        }
        if (BOOLEAN.matcher(plain).matches()) {
            return Type.BOOLEAN;
        }
        if (INTEGER.matcher(plain).matches()) {
            return Type.INTEGER;
        }
        return FLOAT.matcher(plain).matches() ? Type.FLOAT : Type.TEXT;
    }
}
