package dev.slipway.files;

/**
 * A ref of an action that the committed workflow has and the config does not, and that is left alone.
 *
 * @param path the workflow
 * @param line the line of the {@code uses:}, 1 for the first
 * @param action such as {@code actions/checkout}
 * @param wantedRef what slipway would have written
 * @param keptRef what the file has
 * @param comment the version after it, as the bot wrote it; may be empty
 */
public record KeptPin(String path, int line, String action, String wantedRef, String keptRef, String comment) {}
