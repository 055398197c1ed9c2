package dev.slipway.api;

/** What a file is. */
public enum Verdict {
    /** Exactly what the Java code says, but for pins that were raised in the file. */
    CURRENT("current", ""),
    /** What Slipway last wrote; the Java code or Slipway has changed since. */
    STALE("stale", "run the Java code that writes it"),
    /** Not what Slipway last wrote. */
    EDITED("edited by hand", "put what you need into the Java code, delete the file, and run that code"),
    /** Not there. */
    MISSING("missing", "run the Java code that writes it"),
    /** Written once, and not wanted any more. */
    ORPHAN("not wanted any more", "run the Java code, which deletes it, or delete it yourself if it was edited"),
    /** Somebody else's file in a place that is wanted. */
    FOREIGN("not written by this code", "move it away, or give the workflow another file");

    private final String words;
    private final String advice;

    Verdict(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    /** The words that people are shown, such as {@code edited by hand}. */
    public String words() {
        return words;
    }

    /** What to do about such a file; empty where nothing. */
    String advice() {
        return advice;
    }
}
