package dev.slipway.toolchain;

import dev.slipway.source.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the target that somebody means by another tool's word for it, such as {@code darwin-arm64} or {@code win-x64}. */
public final class TargetWords {
    private static final int LONGEST = 64;

    /** What other tools call systems. */
    private static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry("linux", "linux"),
            Map.entry("ubuntu", "linux"),
            Map.entry("debian", "linux"),
            Map.entry("alpine", "linux"),
            Map.entry("musl", "linux"),
            Map.entry("manylinux", "linux"),
            Map.entry("macos", "macos"),
            Map.entry("mac", "macos"),
            Map.entry("macosx", "macos"),
            Map.entry("osx", "macos"),
            Map.entry("darwin", "macos"),
            Map.entry("apple", "macos"),
            Map.entry("windows", "windows"),
            Map.entry("win", "windows"),
            Map.entry("win32", "windows"),
            Map.entry("win64", "windows"),
            Map.entry("linux64", "linux"),
            Map.entry("linux32", "linux"),
            Map.entry("msvc", "windows"),
            Map.entry("mingw", "windows"),
            Map.entry("freebsd", "freebsd"));

    /** What other tools call processors. */
    private static final Map<String, String> PROCESSORS = Map.ofEntries(
            Map.entry("amd64", "amd64"),
            Map.entry("x64", "amd64"),
            Map.entry("64bit", "amd64"),
            Map.entry("intel", "amd64"),
            Map.entry("arm64", "arm64"),
            Map.entry("arm64e", "arm64"),
            Map.entry("aarch64", "arm64"),
            Map.entry("armv8", "arm64"),
            Map.entry("m1", "arm64"),
            Map.entry("silicon", "arm64"),
            Map.entry("i386", "i686"),
            Map.entry("i486", "i686"),
            Map.entry("i586", "i686"),
            Map.entry("i686", "i686"),
            Map.entry("386", "i686"),
            Map.entry("x86", "i686"),
            Map.entry("ia32", "i686"),
            Map.entry("32bit", "i686"),
            Map.entry("arm", "armv7"),
            Map.entry("arm7", "armv7"),
            Map.entry("armv7", "armv7"),
            Map.entry("armv7l", "armv7"),
            Map.entry("armhf", "armv7"),
            Map.entry("riscv64", "riscv64"),
            Map.entry("riscv64gc", "riscv64"),
            Map.entry("riscv", "riscv64"),
            Map.entry("s390x", "s390x"),
            Map.entry("ppc64le", "ppc64le"),
            Map.entry("ppc64el", "ppc64le"),
            Map.entry("powerpc64le", "ppc64le"),
            Map.entry("universal", "universal"),
            Map.entry("universal2", "universal"),
            Map.entry("fat", "universal"));

    /** The processor of a system that has its width in its name. */
    private static final Map<String, String> IMPLIED =
            Map.of("win64", "amd64", "linux64", "amd64", "win32", "i686", "linux32", "i686");

    private TargetWords() {}

    /** The word to write for one that is unknown, of those that may be written. */
    public static Optional<String> meant(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        return translated(word).filter(known::contains).or(() -> Suggestion.nearest(word, known));
    }

    /**
     * What to write instead of an unknown word: the target that is meant, the usual targets of a system that is named without a
     * processor, or all usual targets.
     */
    public static String advice(String word, Collection<String> known, List<String> usual) {
        String system = SYSTEMS.getOrDefault(word.toLowerCase(Locale.ROOT), "?") + "-";
        List<String> choice =
                usual.stream().filter(one -> one.startsWith(system)).toList();
        return meant(word, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> choice.isEmpty()
                        ? "the targets are " + String.join(", ", usual)
                        : "add the processor: write one of " + String.join(", ", choice));
    }

    /** The first system and the first processor that a word names. */
    private static Optional<String> translated(String word) {
        String small = word.toLowerCase(Locale.ROOT).replace("x86_64", "amd64").replace("x86-64", "amd64");
        List<String> parts = List.of(small.split("[-_/.]"));
        Optional<String> system = first(parts, SYSTEMS);
        Optional<String> processor = first(parts, PROCESSORS).or(() -> first(parts, IMPLIED));
        boolean musl = parts.contains("musl") || parts.contains("alpine") || parts.contains("static");
        return system.flatMap(
                os -> processor.map(arch -> os + "-" + arch + (musl && os.equals("linux") ? "-musl" : "")));
    }

    private static Optional<String> first(List<String> parts, Map<String, String> words) {
        return parts.stream().filter(words::containsKey).map(words::get).findFirst();
    }
}
