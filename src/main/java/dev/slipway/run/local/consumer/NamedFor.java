package dev.slipway.run.local.consumer;

import dev.slipway.run.local.machine.Host;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The machine that a file is for, as far as its name shows it.
 *
 * @param system {@code linux}, {@code macos}, {@code windows} or {@code freebsd}
 * @param processor {@code amd64}, {@code arm64}, {@code arm}, {@code i686} or {@code riscv64}
 */
record NamedFor(Optional<String> system, Optional<String> processor) {
    private static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry("linux", "linux"),
            Map.entry("android", "linux"),
            Map.entry("androideabi", "linux"),
            Map.entry("deb", "linux"),
            Map.entry("rpm", "linux"),
            Map.entry("macos", "macos"),
            Map.entry("darwin", "macos"),
            Map.entry("osx", "macos"),
            Map.entry("windows", "windows"),
            Map.entry("win32", "windows"),
            Map.entry("win64", "windows"),
            Map.entry("exe", "windows"),
            Map.entry("freebsd", "freebsd"));

    private static final Map<String, String> PROCESSORS = Map.ofEntries(
            Map.entry("amd64", "amd64"),
            Map.entry("x64", "amd64"),
            Map.entry("arm64", "arm64"),
            Map.entry("aarch64", "arm64"),
            Map.entry("arm64ec", "arm64"),
            Map.entry("armv7", "arm"),
            Map.entry("armv7l", "arm"),
            Map.entry("armv7hl", "arm"),
            Map.entry("armv6", "arm"),
            Map.entry("armhf", "arm"),
            Map.entry("arm", "arm"),
            Map.entry("i386", "i686"),
            Map.entry("i586", "i686"),
            Map.entry("i686", "i686"),
            Map.entry("386", "i686"),
            Map.entry("x86", "i686"),
            Map.entry("riscv64", "riscv64"),
            Map.entry("riscv64gc", "riscv64"));

    /** Reads the last words that mean a system and a processor: those before them may be the name of the project. */
    static NamedFor of(String file) {
        Optional<String> system = Optional.empty();
        Optional<String> processor = Optional.empty();
        String name = file.toLowerCase(Locale.ROOT).replaceAll("x86[_-]64", "amd64");
        for (String word : name.split("[^a-z0-9]+")) {
            system = Optional.ofNullable(SYSTEMS.get(word)).or(optional(system));
            processor = Optional.ofNullable(PROCESSORS.get(word)).or(optional(processor));
        }
        return new NamedFor(system, processor);
    }

    /** This machine, as files are named for it. */
    static NamedFor of(Host host) {
        String processor = switch (host.processor()) {
            case X64 -> "amd64";
            case X86 -> "i686";
            case ARM64, ARM -> host.processor().name().toLowerCase(Locale.ROOT);
        };
        return new NamedFor(Optional.of(host.system().name().toLowerCase(Locale.ROOT)), Optional.of(processor));
    }

    private static java.util.function.Supplier<Optional<String>> optional(Optional<String> value) {
        return () -> value;
    }

    /** Whether both can mean the same machine. */
    boolean agrees(NamedFor other) {
        return agree(system, other.system) && agree(processor, other.processor);
    }

    private static boolean agree(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    @Override
    public String toString() {
        return (system.orElse("") + " " + processor.orElse("")).strip();
    }
}
