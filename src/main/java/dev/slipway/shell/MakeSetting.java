package dev.slipway.shell;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line or a word that sets a variable of make.
 *
 * @param name the variable
 * @param how what precedes the equals sign, such as {@code ?}; empty if nothing does
 * @param value as it is written
 */
record MakeSetting(String name, String how, String value) {
    private static final Pattern SETTING = Pattern.compile(
            "(?:(?:export|override)\\s+){0,2}+(\\.?[A-Za-z_][A-Za-z0-9_.-]*)\\s*(:{1,2}|\\?|\\+)?=\\s*(.*)");

    /** The setting in a text; empty if it is none. */
    static Optional<MakeSetting> of(String text) {
        Matcher setting = SETTING.matcher(text);
        return setting.matches()
                ? Optional.of(new MakeSetting(
                        setting.group(1), Objects.requireNonNullElse(setting.group(2), ""), setting.group(3)))
                : Optional.empty();
    }
}
