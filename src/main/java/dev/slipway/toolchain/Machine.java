package dev.slipway.toolchain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the label of a runner tells about the machine; nothing of a label that somebody made up.
 *
 * @param arch absent for macOS, where every machine builds for both
 */
public record Machine(Optional<Os> os, Optional<Arch> arch) {
    private static final Pattern ARM = Pattern.compile("(.*[-_])?(arm|arm64|aarch64)([-_].*)?");

    /** macOS on Intel, as far as GitHub has or had it. */
    private static final Pattern INTEL = Pattern.compile("macos-(1[0-3](-large)?|1[0-9]-(intel|large)|latest-large)");

    /** The processor of the machine, for builds that leave what belongs to it; also that of Apple's machines. */
    public static Optional<Arch> processor(String label) {
        Machine machine = of(label);
        return machine.os().filter(os -> os == Os.MACOS).isPresent()
                ? Optional.of(INTEL.matcher(label).matches() ? Arch.AMD64 : Arch.ARM64)
                : machine.arch();
    }

    public static Machine of(String label) {
        boolean arm = (label.contains("arm") || label.contains("aarch64"))
                && ARM.matcher(label).matches();
        Optional<Arch> told = arm ? Optional.of(Arch.ARM64) : Optional.empty();
        if (label.startsWith("macos-")) {
            return new Machine(Optional.of(Os.MACOS), Optional.empty());
        }
        if (label.startsWith("windows-")) {
            return new Machine(Optional.of(Os.WINDOWS), told.or(() -> Optional.of(Arch.AMD64)));
        }
        return label.startsWith("ubuntu-")
                ? new Machine(Optional.of(Os.LINUX), told.or(() -> Optional.of(Arch.AMD64)))
                : new Machine(Optional.empty(), told);
    }
}
