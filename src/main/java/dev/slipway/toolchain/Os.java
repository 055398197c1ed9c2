package dev.slipway.toolchain;

/** An operating system that releases are made for; its constants are the words of configs and file names. */
public enum Os {
    LINUX("linux", "Linux", "ubuntu-latest"),
    MACOS("macos", "macOS", "macos-latest"),
    WINDOWS("windows", "Windows", "windows-latest"),
    /** No runner has it, so programs for it are made on Linux. */
    FREEBSD("freebsd", "FreeBSD", "ubuntu-latest"),
    /** What only a toolchain knows by name, such as illumos; made on Linux, too. */
    OTHER("other", "other systems", "ubuntu-latest");

    private final String word;
    private final String title;
    private final String runner;

    Os(String word, String title, String runner) {
        this.word = word;
        this.title = title;
        this.runner = runner;
    }

    /** The word of targets and job ids, such as {@code linux}. */
    public String word() {
        return word;
    }

    /** The name as its maker writes it. */
    public String title() {
        return title;
    }

    /** The runner that builds for it if nothing else is said. */
    public String runner() {
        return runner;
    }

    /** The system of the machines that build for it if a toolchain says nothing else. */
    public Os host() {
        return this == MACOS || this == WINDOWS ? this : LINUX;
    }

    /** The ending of a program's file name. */
    public String executable() {
        return this == WINDOWS ? ".exe" : "";
    }
}
