package dev.slipway.run;

/**
 * A file or an image that was attested.
 *
 * @param name of a file, or of an image without a tag
 * @param digest of an image, such as {@code sha256:0123…}; empty for a file
 * @param components whether its components are attested, and not its origin
 */
public record Attestation(String name, String digest, boolean components) {
    /** For reports. */
    public String text() {
        return name + (digest.isEmpty() ? "" : "@" + digest) + (components ? " with its components" : "");
    }
}
