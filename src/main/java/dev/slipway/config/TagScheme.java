package dev.slipway.config;

/** How the part of a tag is read that says the version. */
public enum TagScheme {
    /** A version such as {@code 1.2.3-rc.1}. */
    SEMVER("semver"),
    /** One to four numbers, such as {@code 25.07}: calendar versions and counted releases. */
    CALVER("calver"),
    /** Any word, such as {@code 2025-07-summer}; words have no order. */
    ANY("any");

    private final String word;

    TagScheme(String word) {
        this.word = word;
    }

    /** The word of configs. */
    public String word() {
        return word;
    }
}
