package dev.slipway.init;

import dev.slipway.shell.Symbols;

/**
 * A line of the report about a proposed config.
 *
 * @param key the key of the config that it is about, such as {@code linux.container}
 * @param value what the config says there, or what the repository says and the config cannot
 * @param why where it was read, why it was left out, why it is a guess, or what to do
 * @param proof what would show whether a guess is right; empty for everything else
 */
public record Remark(Kind kind, String key, String value, String why, String proof) {
    public Remark {
        value = Symbols.shown(value);
        why = Symbols.shown(why);
        proof = Symbols.shown(proof);
    }

    Remark(Kind kind, String key, String value, String why) {
        this(kind, key, value, why, "");
    }

    /** What became of something. */
    public enum Kind {
        /** It was read, and is in the config or is its default. */
        TAKEN,
        /** It was not read: it is what most projects do, or follows from something else, and may be wrong. */
        GUESS,
        /** It was read, and the config cannot say it. */
        LEFT,
        /** It could not be read, so somebody has to decide. */
        OPEN
    }
}
