package dev.slipway.plan;

import java.util.List;

/**
 * A script that installs the programs on a machine.
 *
 * @param asset the file of the release
 * @param choices what it chooses from; of those that fit a machine it takes the first
 */
public record Installer(Kind kind, String asset, List<Choice> choices) {
    /** The C library of a program that contains its own, or works with any. */
    public static final String ANY = "any";

    public Installer {
        choices = List.copyOf(choices);
    }

    /** What runs it. */
    public enum Kind {
        SHELL,
        POWERSHELL
    }

    /**
     * An archive, and the machines it is for.
     *
     * @param glibc the oldest GNU C library that its programs start with, or {@link #ANY}
     */
    public record Choice(Build build, String glibc) {}
}
