package dev.slipway.toolchain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of machine that a program is built for, in no language's words. */
public record Target(Os os, Arch arch, Libc libc) {
    /** Reads a word such as {@code linux-amd64}, {@code linux-arm64-musl} or {@code macos-x86_64}. */
    public static Optional<Target> of(String word) {
        return all().stream().filter(target -> target.words().contains(word)).findFirst();
    }

    /** Every word that names a target, the usual one of each target first. */
    public static List<String> allWords() {
        return all().stream().flatMap(target -> target.words().stream()).toList();
    }

    private static List<Target> all() {
        return Arrays.stream(Arch.values())
                .flatMap(arch -> List.of(
                        new Target(Os.LINUX, arch, Libc.GNU),
                        new Target(Os.LINUX, arch, Libc.MUSL),
                        new Target(Os.MACOS, arch, Libc.SYSTEM))
                        .stream())
                .toList();
    }

    /** The usual word for it. */
    public String word() {
        return words().get(0);
    }

    private List<String> words() {
        String suffix = libc == Libc.MUSL ? "-musl" : "";
        return arch.words().stream()
                .map(name -> os.word() + "-" + name + suffix)
                .toList();
    }

    /** What Docker calls it, such as {@code linux/amd64}. */
    public String platform() {
        return "linux/" + arch.docker();
    }
}
