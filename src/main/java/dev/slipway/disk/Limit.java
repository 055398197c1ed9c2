package dev.slipway.disk;

/** The largest file of each kind that is read. Reading stops there, whatever size the system says that a file has. */
public enum Limit {
    /** A config, a workflow, a lockfile of actions, a Dockerfile or an ignore file. */
    CONFIG(1 << 20, "move long text to separate files"),
    /** A template that replaces one of ours, or a script. */
    TEMPLATE(1 << 20, "templates are far smaller; remove the file, or move it out of the folder"),
    /** A text for people. */
    PAGE(64 << 10, "link to the longer text instead"),
    /** The record of what Slipway last wrote. */
    RECORD(4 << 20, "Slipway writes far smaller ones; restore the file from git"),
    /** A generated file, or what is in its place. */
    GENERATED(4 << 20, "Slipway writes far smaller ones; move the file away"),
    /** A manifest of a language, such as {@code Cargo.toml}; its parser takes hundreds of bytes for each. */
    MANIFEST(1 << 20, "Slipway does not read larger manifests"),
    /** Any other text of a repository, such as {@code Cargo.lock}. */
    SOURCE(8 << 20, "Slipway does not read larger files"),
    /** An archive of a release, of which only the list of its files is read. */
    ARCHIVE(128 << 20, "pass the list of its files instead: tar -tf ARCHIVE > files.txt"),
    /** What a step of a rehearsal tells the runner, such as its outputs. */
    COMMAND_FILE(16 << 20, "pass large files on as artifacts");

    private final int bytes;
    private final String help;

    Limit(int bytes, String help) {
        this.bytes = bytes;
        this.help = help;
    }

    public int bytes() {
        return bytes;
    }

    /** What to do if a file is larger. */
    String help() {
        return help;
    }

    /** The limit as people write it, such as {@code 64 KiB}. */
    String words() {
        return bytes < 1 << 20 ? (bytes >> 10) + " KiB" : (bytes >> 20) + " MiB";
    }
}
