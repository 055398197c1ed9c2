package dev.slipway.config;

/** How an archive is packed. */
public enum ArchiveFormat {
    TAR_GZ("tar.gz"),
    TAR_XZ("tar.xz"),
    TAR_ZST("tar.zst"),
    ZIP("zip");

    private final String word;

    ArchiveFormat(String word) {
        this.word = word;
    }

    /** The word of configs, and the ending of file names behind a dot. */
    public String word() {
        return word;
    }
}
