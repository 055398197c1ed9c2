package dev.slipway.archive;

/**
 * Something in an archive.
 *
 * @param name with slashes; without the {@code ./} at its beginning and the slash at the end of a folder
 * @param mode the twelve bits of Unix, such as {@code 0755}; 0 if the archive does not tell
 * @param size in bytes; 0 for all but files
 * @param link where a link leads; empty for others
 */
public record Entry(String name, Kind kind, int mode, long size, String link) {
    /** What an entry is. */
    public enum Kind {
        FILE,
        FOLDER,
        SYMBOLIC_LINK,
        HARD_LINK,
        /** A device, a pipe, or what else does not belong into a release. */
        OTHER
    }

    /** Whether its owner may start it. */
    public boolean executable() {
        return kind == Kind.FILE && (mode & 0100) != 0;
    }

    /** A name as an archive has it, without what says nothing. */
    public static String plain(String name) {
        String text = name.replaceFirst("^(?:\\./++)++", "").replaceFirst("(?<!/)/+$", "");
        return text.isEmpty() ? "." : text;
    }
}
