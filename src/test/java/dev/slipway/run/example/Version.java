package dev.slipway.run.example;

import java.util.List;
import java.util.Optional;

/**
 * The versions of every example's history, each a commit of its own. Two are out already; the others are what a release
 * can be tried with: the next one, a prerelease of the one after that, and a fix of the first.
 */
public enum Version {
    FIRST("1.1.0", "main"),
    SECOND("1.2.0", "main"),
    STABLE("1.3.0", "main"),
    PRERELEASE("1.4.0-rc.1", "next"),
    BACKPORT("1.1.1", "backport");

    private final String text;
    private final String branch;

    Version(String text, String branch) {
        this.text = text;
        this.branch = branch;
    }

    /** As a manifest has it, such as {@code 1.2.0}. */
    public String text() {
        return text;
    }

    /** The branch whose commits lead to it. */
    public String branch() {
        return branch;
    }

    /** Whether it is out before any release is tried. */
    public boolean isEarlier() {
        return this == FIRST || this == SECOND;
    }

    /** The version that its commit follows; empty for the first. */
    public Optional<Version> before() {
        return switch (this) {
            case FIRST -> Optional.empty();
            case SECOND, BACKPORT -> Optional.of(FIRST);
            case STABLE -> Optional.of(SECOND);
            case PRERELEASE -> Optional.of(STABLE);
        };
    }

    /** Itself and all before it, the newest first. */
    public List<Version> history() {
        return java.util.stream.Stream.iterate(
                        Optional.of(this), Optional::isPresent, version -> version.flatMap(Version::before))
                .flatMap(Optional::stream)
                .toList();
    }

    /** When it was committed, in UTC as ISO 8601 writes it. */
    public String date() {
        return "2026-0" + (ordinal() + 1) + "-02T03:04:05Z";
    }
}
