package dev.slipway.files;

/** What to do with files that slipway did not write as they are. */
public enum Resolution {
    /** Write nothing at all while there is such a file. */
    REFUSE,
    /** Replace it, and keep the old content next to it as {@code <file>.orig}. */
    FORCE,
    /** Leave it as it is, and record it as adopted: it is stale from then on, and the next time it is replaced. */
    ADOPT
}
