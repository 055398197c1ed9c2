package dev.slipway;

import dev.slipway.shipped.ShippedFile;

/** Which Slipway this is: what {@code --version} says and generated files are signed with. */
public final class Version {
    private static final String CURRENT = ShippedFile.text("version.txt").strip();

    private Version() {}

    /** The version that the build wrote, such as {@code 0.1.0}. */
    public static String current() {
        return CURRENT;
    }
}
