package dev.slipway.scripts.macos;

/**
 * A here-document.
 *
 * @param within whether it stands between {@code $(} and {@code )}
 */
record Document(String body, int line, boolean within) {}
