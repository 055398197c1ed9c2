package dev.slipway.plan;

import java.util.Locale;

/** A job of CI that has nothing to do with the language of a project; in the order of the workflow. */
public enum SharedJob {
    /** Looks for spelling mistakes. */
    TYPOS,
    /** Builds all that a release has, and publishes nothing. */
    TARGETS,
    /** The same, and runs everything that a release does with it, with stand-ins for what would be published. */
    REHEARSE,
    /** Compares the generated files with the config. */
    GENERATED_FILES,
    /** Is green if all other jobs are: the only check that a branch must require. */
    GATE;

    /** The name of the gate as a required check of a branch. */
    public static final String GATE_CHECK = "All green";

    /** What a config asks for it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
