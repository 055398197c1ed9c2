package dev.slipway.published;

/**
 * The machine that a file is for, as far as its name shows it. Systems and processors have the words of the config.
 *
 * @param os such as {@code linux}; empty if the name does not say
 * @param arch such as {@code amd64}; empty if the name does not say
 * @param libc {@code gnu}, {@code musl} or {@code msvc}; empty if the name does not say
 */
public record Platform(String os, String arch, String libc) {
    static final Platform UNKNOWN = new Platform("", "", "");

    /** Before a processor that only the width in the name of a system suggests, as in {@code win32}: any other word wins. */
    static final String WIDTH = "~";

    /** Whether the name says nothing. */
    public boolean isUnknown() {
        return os.isEmpty() && arch.isEmpty();
    }

    /** The same with what another part of the name says; the later part wins. */
    Platform with(Platform later) {
        boolean earlier = later.arch.isEmpty() || later.arch.startsWith(WIDTH) && !arch.isEmpty();
        return new Platform(
                later.os.isEmpty() ? os : later.os,
                earlier ? arch : later.arch,
                later.libc.isEmpty() ? libc : later.libc);
    }

    /** The same after all words are read. */
    Platform settled() {
        return new Platform(os, arch.replace(WIDTH, ""), libc);
    }

    /** The usual meaning of what the name leaves out: a name without a processor is from times when there was one. */
    Platform completed() {
        String system = os.isEmpty() && !arch.isEmpty() ? "linux" : os;
        String processor = arch.isEmpty() && !os.isEmpty() && !os.equals("macos") ? "amd64" : arch;
        return new Platform(system, processor.equals("all") && system.equals("macos") ? "universal" : processor, libc);
    }

    /** The word of a target, such as {@code linux-arm64-musl}, whether or not Slipway builds for it. */
    public String word() {
        return os + (arch.isEmpty() ? "" : "-" + arch) + (os.equals("linux") && libc.equals("musl") ? "-musl" : "");
    }
}
