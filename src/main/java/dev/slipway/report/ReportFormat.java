package dev.slipway.report;

import java.util.Locale;

/** The words of {@code --format} for commands that find something. */
public enum ReportFormat {
    /** For people. */
    TEXT,
    /** For programs; {@code docs/output.md} says what is in it. */
    JSON,
    /** Annotations on a pull request. */
    GITHUB,
    /** For code scanning. */
    SARIF;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
