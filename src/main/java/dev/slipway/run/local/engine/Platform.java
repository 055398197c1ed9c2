package dev.slipway.run.local.engine;

/**
 * What an image is for, in the words of OCI, such as {@code linux/arm/v7}.
 *
 * @param variant such as {@code v7}; empty if there is none
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-index.md">OCI image index</a>
 */
public record Platform(String os, String architecture, String variant) {
    /** Reads {@code os/architecture} or {@code os/architecture/variant}. */
    public static Platform of(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a platform; write one such as linux/amd64 or linux/arm/v7");
        }
        return new Platform(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
    }

    /** Whether an image that calls itself {@code other} is one for this platform: 64-bit Arm is v8 without saying so. */
    public boolean takes(Platform other) {
        return os.equals(other.os)
                && architecture.equals(other.architecture)
                && plain(variant).equals(plain(other.variant));
    }

    private String plain(String word) {
        return architecture.equals("arm64") && word.equals("v8") ? "" : word;
    }

    /** Its name as a part of a tag or of a file's name, such as {@code linux-arm-v7}. */
    String dashed() {
        return toString().replace('/', '-');
    }

    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
