package dev.slipway.scripts.macos;

/**
 * Something in a script that is otherwise on macOS.
 *
 * @param line counted from 1
 * @param text what it is and what to write instead
 */
record Refusal(int line, String text) {
    @Override
    public String toString() {
        return line + ": " + text;
    }
}
