package dev.slipway.shipped;

import org.jspecify.annotations.Nullable;

/** The files that are constants of a class: none here, but the class that {@code Texts} puts into the jar has some. */
final class Packed {
    private Packed() {}

    static @Nullable String text(String name) {
        return null;
    }
}
