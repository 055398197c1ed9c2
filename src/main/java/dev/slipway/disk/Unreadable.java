package dev.slipway.disk;

import java.io.IOException;

/** A file that is not read, although something is there. The message says which one and why, and quotes none of it. */
public final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String reason;
    private final String help;

    Unreadable(String path, String reason, String help) {
        super("'" + path + "' " + reason + (help.isEmpty() ? "" : "; " + help));
        this.path = path;
        this.reason = reason;
        this.help = help;
    }

    Unreadable(String path, String reason, String help, IOException cause) {
        this(path, reason, help);
        initCause(cause);
    }

    static Unreadable directory(String name) {
        return new Unreadable(name.isEmpty() ? "." : name, "is a directory, not a file", "");
    }

    /** The file, as it was asked for. */
    public String path() {
        return path;
    }

    /** Why, in words that continue the path: {@code is a folder}. */
    public String reason() {
        return reason;
    }

    /** What to do; may be empty. */
    public String help() {
        return help;
    }
}
