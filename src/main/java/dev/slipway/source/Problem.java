package dev.slipway.source;

/**
 * Something wrong at a place of a document that the finder knows only as a value.
 *
 * @param where the value, or its key
 * @param message what is wrong: lower case, no full stop, the offending value in single quotes
 * @param help what to write instead; empty where the message says it all
 */
public record Problem(Pointer where, String message, String help) {
    public static Problem at(Pointer where, String message) {
        return new Problem(where, message, "");
    }

    public static Problem at(Pointer where, String message, String help) {
        return new Problem(where, message, help);
    }
}
