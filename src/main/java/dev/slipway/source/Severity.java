package dev.slipway.source;

/** How much a finding matters; only an error stops a file from being written. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The word that messages use, such as {@code error}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
