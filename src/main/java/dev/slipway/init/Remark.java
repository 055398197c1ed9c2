package dev.slipway.init;

/**
 * A line of the report about a proposed config.
 *
 * @param key the key of the config that it is about, such as {@code linux.container}
 * @param value what the config says there, or what the repository says and the config cannot
 * @param why where it was read, why it was left out, or what to do
 */
public record Remark(Kind kind, String key, String value, String why) {
    /** What became of something. */
    public enum Kind {
        /** It was read, and stands in the config or is its default. */
        TAKEN,
        /** It was read, and the config cannot say it. */
        LEFT,
        /** It could not be read, so somebody has to decide. */
        OPEN
    }
}
