package dev.slipway.run.local.github;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A file of a release.
 *
 * @param name its name as GitHub writes it
 * @param label what people see instead of the name, or nothing
 * @param size in bytes
 */
public record Asset(String name, String label, long size) {
    /**
     * The name that GitHub gives to a file: accents go, anything else that is not a letter, a digit or one of
     * {@code . _ - + @} becomes a dot, and there are no two dots in a row and none at the ends.
     */
    static String nameOf(String file) {
        String plain = Normalizer.normalize(file, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String named = (plain.startsWith(".") ? "default" + plain : plain)
                .replaceAll("[^A-Za-z0-9_+@-]+", ".")
                .replaceAll("^\\.|\\.$", "");
        return named.equals(file) || named.contains(".") ? named : "default." + named;
    }

    /** The type that the GitHub CLI tells of it; see {@code typeForFilename} there. */
    String contentType() {
        String low = name.toLowerCase(Locale.ROOT);
        if (low.endsWith(".tar.gz") || low.endsWith(".tgz")) {
            return "application/x-gtar";
        }
        if (low.endsWith(".zip")) {
            return "application/zip";
        }
        if (low.endsWith(".deb")) {
            return "application/x-debian-package";
        }
        return low.endsWith(".rpm") ? "application/x-rpm" : "application/octet-stream";
    }
}
