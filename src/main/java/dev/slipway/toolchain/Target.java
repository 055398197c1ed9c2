package dev.slipway.toolchain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of machine that a program is built for, in no language's words.
 *
 * @param name the toolchain's name for it, if the config uses that name
 */
public record Target(Os os, Arch arch, Libc libc, Optional<String> name) {
    private static final List<Target> ALL = Stream.of(
                    of(Os.LINUX, Libc.GNU, Arch.AMD64, Arch.ARM64),
                    of(Os.LINUX, Libc.MUSL, Arch.AMD64, Arch.ARM64),
                    of(Os.MACOS, Libc.SYSTEM, Arch.AMD64, Arch.ARM64, Arch.UNIVERSAL),
                    of(Os.WINDOWS, Libc.SYSTEM, Arch.AMD64, Arch.ARM64, Arch.I686),
                    of(Os.LINUX, Libc.GNU, Arch.ARMV7, Arch.I686, Arch.RISCV64, Arch.S390X, Arch.PPC64LE),
                    of(Os.LINUX, Libc.MUSL, Arch.ARMV7, Arch.I686, Arch.RISCV64, Arch.S390X, Arch.PPC64LE),
                    of(Os.FREEBSD, Libc.SYSTEM, Arch.AMD64, Arch.ARM64, Arch.I686))
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Target> BY_WORD = new HashMap<>();

    static {
        for (Target target : ALL) {
            target.words().forEach(word -> BY_WORD.putIfAbsent(word, target));
        }
    }

    public Target(Os os, Arch arch, Libc libc) {
        this(os, arch, libc, Optional.empty());
    }

    private static List<Target> of(Os os, Libc libc, Arch... archs) {
        return Stream.of(archs).map(arch -> new Target(os, arch, libc)).toList();
    }

    /** Reads a word such as {@code linux-amd64}, {@code linux-arm64-musl} or {@code macos-x86_64}. */
    public static Optional<Target> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** Every word that names a target, the usual one of each target first. */
    public static List<String> allWords() {
        return ALL.stream().flatMap(target -> target.words().stream()).toList();
    }

    /** The usual word of each target. */
    public static List<String> usualWords() {
        return ALL.stream().map(Target::word).toList();
    }

    /** The name of its own, or the usual word for it. */
    public String word() {
        return name.orElseGet(() -> words().get(0));
    }

    /** Whether every toolchain knows its kind, and not only the compiler that has a name for it. */
    public boolean hasWord() {
        return words().stream().anyMatch(BY_WORD::containsKey);
    }

    private List<String> words() {
        String suffix = libc == Libc.MUSL ? "-musl" : "";
        return arch.words().stream()
                .map(name -> os.word() + "-" + name + suffix)
                .toList();
    }

    /** The same kind of machine, under a name of the toolchain. */
    public Target named(String own) {
        return new Target(os, arch, libc, Optional.of(own));
    }

    /** What Docker calls it, such as {@code linux/amd64}. */
    public String platform() {
        return "linux/" + arch.docker();
    }

    /** Whether images run on it. */
    public boolean hasImages() {
        return os == Os.LINUX && libc != Libc.SYSTEM && arch != Arch.OTHER;
    }
}
