package dev.slipway.plan;

import java.util.Locale;

/** Versions of which the newest has a moving tag: {@code latest}, {@code 1} or {@code 1.2}. */
public enum Line {
    /** All versions. */
    ALL(0),
    /** Those with the same major version. */
    MAJOR(1),
    /** Those with the same major and minor version. */
    MINOR(2);

    private final int numbers;

    Line(int numbers) {
        this.numbers = numbers;
    }

    /** How many numbers of a version all of them share. */
    int numbers() {
        return numbers;
    }

    /** Its name in the workflow. */
    public String word() {
        return this == ALL ? ImageTags.LATEST : name().toLowerCase(Locale.ROOT);
    }
}
