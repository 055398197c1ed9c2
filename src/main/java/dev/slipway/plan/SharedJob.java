package dev.slipway.plan;

import java.util.Locale;

/** A job of CI that has nothing to do with the language of a project; in the order of the workflow. */
public enum SharedJob {
    /** Looks for spelling mistakes. */
    TYPOS,
    /** Builds everything that a release contains, and publishes nothing. */
    TARGETS,
    /** The same, and runs everything that a release does with it, with stand-ins for what would be published. */
    REHEARSE,
    /** Compares the generated files with the config. */
    GENERATED_FILES,
    /** Succeeds if all other jobs do: the only check that a branch must require. */
    GATE;

    /** The name of the gate as a required check of a branch. */
    public static final String GATE_CHECK = "All green";

    /** Its word in a config. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
