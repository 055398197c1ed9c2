package dev.slipway.plan;

/**
 * The name of an archive, known but for the tag.
 *
 * @param beforeTag what stands before the tag, such as {@code otto-}
 * @param hasTag whether the name holds the tag
 * @param afterTag what stands behind it, such as {@code -linux-amd64.tar.gz}
 */
public record ArchiveName(String beforeTag, boolean hasTag, String afterTag) {
    private static final String TAG = "{tag}";

    /** Splits a name at its {@code {tag}}. */
    public static ArchiveName of(String name) {
        int at = name.indexOf(TAG);
        return at < 0
                ? new ArchiveName(name, false, "")
                : new ArchiveName(name.substring(0, at), true, name.substring(at + TAG.length()));
    }

    /** The name with something in the place of the tag: a tag, or the shell variable that holds it. */
    public String with(String tag) {
        return hasTag ? beforeTag + tag + afterTag : beforeTag;
    }
}
