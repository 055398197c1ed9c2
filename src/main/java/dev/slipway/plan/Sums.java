package dev.slipway.plan;

import dev.slipway.config.Checksums;

/**
 * Which checksums a release has.
 *
 * @param perFile whether each archive has a file of the same name and {@code .sha256} beside it
 * @param combined whether one file has those of all
 */
public record Sums(boolean perFile, boolean combined) {
    /** What the file with the checksums of all archives is called. */
    public static final String COMBINED_FILE = "SHA256SUMS";

    static Sums of(Checksums checksums) {
        return new Sums(
                checksums == Checksums.PER_FILE || checksums == Checksums.BOTH,
                checksums == Checksums.COMBINED || checksums == Checksums.BOTH);
    }

    /** Whether there are any. */
    public boolean any() {
        return perFile || combined;
    }
}
