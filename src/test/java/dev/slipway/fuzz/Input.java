package dev.slipway.fuzz;

/**
 * A text in the place of one file.
 *
 * @param seed what it was made from: a config, or the folder in which the file is
 * @param file the name of the file
 */
record Input(Kind kind, String seed, String file, String text) {
    Input with(String other) {
        return new Input(kind, seed, file, other);
    }
}
