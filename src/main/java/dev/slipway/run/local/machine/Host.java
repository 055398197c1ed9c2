package dev.slipway.run.local.machine;

import java.util.Locale;

/** The machine that the rehearsal really runs on. */
public record Host(RunnerSystem system, Processor processor) {
    /**
     * Reads what Java knows about the machine.
     *
     * @param osName the property {@code os.name}, such as {@code Mac OS X}
     * @param osArch the property {@code os.arch}, such as {@code amd64}
     */
    public static Host of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        RunnerSystem system = name.startsWith("mac")
                ? RunnerSystem.MACOS
                : name.startsWith("windows") ? RunnerSystem.WINDOWS : RunnerSystem.LINUX;
        Processor processor = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> Processor.ARM64;
            case "arm", "arm32" -> Processor.ARM;
            case "x86", "i386", "i686" -> Processor.X86;
            default -> Processor.X64;
        };
        return new Host(system, processor);
    }

    /** In words, such as {@code Linux on x64}. */
    @Override
    public String toString() {
        return system.runnerOs() + " on " + processor.word();
    }
}
