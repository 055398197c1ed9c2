package dev.slipway.detect.tool;

/**
 * Something that the config of another tool says and a config of Slipway's cannot.
 *
 * @param key its place, such as {@code builds[0].hooks}
 * @param value what it says, on one line
 * @param why why it is not taken over, or what to do
 * @param from its file and line
 */
public record Left(String key, String value, String why, String from) {}
