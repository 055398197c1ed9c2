package dev.slipway.config;

/** Where files are in an archive. */
public enum ArchiveLayout {
    /** At its top. */
    FLAT("flat"),
    /** In one folder that is named like the archive. */
    DIR("dir"),
    /** Nothing but the programs, at its top. */
    BIN("bin"),
    /** There is no archive: the program itself is released. */
    RAW("raw");

    private final String word;

    ArchiveLayout(String word) {
        this.word = word;
    }

    /** The word of configs. */
    public String word() {
        return word;
    }
}
