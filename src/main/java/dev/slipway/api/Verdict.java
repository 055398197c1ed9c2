package dev.slipway.api;

/** The state of a file, compared with what the Java code would write. */
public enum Verdict {
    /** Exactly what the Java code writes, except for pins that were raised in the file. */
    CURRENT("current", ""),
    /** Unchanged since Slipway wrote it; the Java code or Slipway has changed. */
    STALE("stale", "run the Java code that writes it"),
    /** Changed since Slipway wrote it. */
    EDITED("edited by hand", "put what you need into the Java code, delete the file, and run that code"),
    /** The file does not exist. */
    MISSING("missing", "run the Java code that writes it"),
    /** Written by an earlier call; the Java code no longer writes it. */
    ORPHAN("no longer needed", "run the Java code, which deletes it, or delete it yourself if it was edited"),
    /** A file that Slipway did not write, at a path that it would write. */
    FOREIGN("not written by this code", "move it away, or give the workflow another file");

    private final String words;
    private final String advice;

    Verdict(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    /** The name of the verdict for people, such as {@code edited by hand}. */
    public String words() {
        return words;
    }

    /** What to do about such a file; empty if nothing. */
    String advice() {
        return advice;
    }
}
