package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a source in Rust: names, single signs, and texts with a quote before them. */
final class RustTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s++"
                    + "|//[^\\n]*+"
                    + "|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?+"
                    + "|b?r#\"((?:[^\"]|\"(?!#))*+)(?:\"#)?+"
                    + "|b?r\"([^\"]*+)\"?+"
                    + "|b?\"((?:[^\"\\\\]|\\\\.)*+)\"?+"
                    + "|'(?:[^'\\\\]|\\\\.)'"
                    + "|(\\w++)"
                    + "|(.)",
            Pattern.DOTALL);

    private RustTokens() {}

    static List<String> of(String source) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.lookingAt()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    tokens.add(group < 4 ? "\"" + matcher.group(group) : matcher.group(group));
                }
            }
            matcher.region(matcher.end(), source.length());
        }
        return tokens;
    }
}
