package dev.slipway.published;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the words for systems, processors and C libraries in names of files. */
final class PlatformWords {
    /** What names say, by what it means. */
    private static final String TABLE = """
        os linux: linux ubuntu
        os macos: darwin macos mac osx macosx apple
        os windows: windows win mingw pc-windows
        os freebsd: freebsd
        os netbsd: netbsd
        os openbsd: openbsd
        os dragonfly: dragonfly dragonflybsd
        os illumos: illumos
        os solaris: solaris sunos
        os android: android linux-android termux
        os plan9: plan9
        os aix: aix
        arch amd64: amd64 x86_64 x86-64 x64 64bit 64-bit 64_bit intel intel64 intel-64 intel_64 amd64v1 amd64_v1
        arch arm64: arm64 arm-64 arm_64 aarch64 aarch_64 armv8 silicon arm64v8
        arch armv7: armv7 armv7l armhf armv7hl armv7hf arm7 arm32v7 arm-v7 arm_v7
        arch armv6: arm armv6 armv6l armv6hf arm6 arm32v6 arm-v6 arm_v6
        arch armv5: armv5 armv5te armel arm5 arm-v5 arm_v5
        arch i686: i686 i586 i486 i386 386 x86 x86_32 ia32 32bit 32-bit 32_bit x32
        arch riscv64: riscv64 riscv64gc
        arch s390x: s390x
        arch ppc64le: ppc64le powerpc64le ppc64el
        arch ppc64: ppc64 powerpc64
        arch powerpc: powerpc
        arch loong64: loong64 loongarch64
        arch mips: mips
        arch mipsle: mipsle mipsel
        arch mips64: mips64
        arch mips64le: mips64le mips64el
        arch sparcv9: sparcv9 sparc64
        arch universal: universal universal2 fat
        arch all: all noarch
        libc gnu: gnu glibc gnueabi gnueabihf gnullvm
        libc musl: musl musleabi musleabihf static alpine
        libc msvc: msvc
        none: unknown pc
        """;

    /** A 32-bit processor that the rest of the name says no more of. */
    static final Pattern ARM = Pattern.compile("(?i)(?<![a-z0-9])arm(?![a-z0-9]|[-_](?:v|64))");

    private static final List<Word> WORDS = words();

    private PlatformWords() {}

    private record Word(String text, Platform meaning) {}

    /**
     * Words that stand side by side.
     *
     * @param start where they begin in the name
     * @param end where they end
     */
    record Run(int start, int end, Platform platform) {
        private int worth() {
            return (platform.os().isEmpty() ? 0 : 2) + (platform.arch().isEmpty() ? 0 : 1);
        }
    }

    private static List<Word> words() {
        List<Word> words = new ArrayList<>();
        TABLE.lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            String[] kind = parts[0].split(" ");
            String value = kind.length > 1 ? kind[1] : "";
            Platform meaning = switch (kind[0]) {
                case "os" -> new Platform(value, "", "");
                case "arch" -> new Platform("", value, "");
                case "libc" -> new Platform("", "", value);
                default -> Platform.UNKNOWN;
            };
            for (String word : parts[1].split(" ")) {
                words.add(new Word(word, meaning));
            }
        });
        for (String system : List.of("linux", "win", "windows", "osx", "mac", "macos", "darwin", "freebsd")) {
            String os = system.startsWith("win") ? "windows" : system.matches("osx|mac.*|darwin") ? "macos" : system;
            words.add(new Word(system + "64", new Platform(os, Platform.WIDTH + "amd64", "")));
            words.add(new Word(system + "32", new Platform(os, Platform.WIDTH + "i686", "")));
        }
        words.sort(Comparator.comparing((Word word) -> -word.text().length()).thenComparing(Word::text));
        return List.copyOf(words);
    }

    /**
     * The words that say what a file is for: usually one run, or two with something between them.
     *
     * @param name without its ending
     * @param closed which characters belong to something else, such as the version
     */
    static List<Run> find(String name, boolean[] closed) {
        List<Run> runs = runs(name.toLowerCase(Locale.ROOT), closed);
        Optional<Run> best = runs.stream().reduce((one, later) -> later.worth() >= one.worth() ? later : one);
        if (best.isEmpty() || best.get().worth() == 0) {
            return List.of();
        }
        if (best.get().worth() == 3) {
            return List.of(best.get());
        }
        // a system here and a processor there
        Optional<Run> other = runs.stream()
                .filter(run -> run != best.get()
                        && run.worth() > 0
                        && run.worth() != best.get().worth())
                .reduce((one, later) -> later);
        return other.map(run -> run.start() < best.get().start() ? List.of(run, best.get()) : List.of(best.get(), run))
                .orElse(List.of(best.get()));
    }

    private static List<Run> runs(String name, boolean[] closed) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (at < name.length()) {
            Optional<Run> found = starts(name, at) ? run(name, at, closed) : Optional.empty();
            found.ifPresent(runs::add);
            at = found.map(Run::end).orElse(at + 1);
        }
        return runs;
    }

    private static boolean starts(String name, int at) {
        return Character.isLetterOrDigit(name.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1)));
    }

    /** All words from here on that have no more than one joint between them. */
    private static Optional<Run> run(String name, int start, boolean[] closed) {
        Platform platform = Platform.UNKNOWN;
        int end = -1;
        int at = start;
        while (at < name.length()) {
            Optional<Run> next = token(name, at, closed);
            if (next.isEmpty()) {
                break;
            }
            platform = platform.with(next.get().platform());
            end = next.get().end();
            at = end + 1;
        }
        return end < 0 ? Optional.empty() : Optional.of(new Run(start, end, platform.settled()));
    }

    /** What is between two joints: a word, or two without a joint between them, such as {@code linuxarm64}. */
    private static Optional<Run> token(String name, int at, boolean[] closed) {
        for (Word word : WORDS) {
            int end = at + word.text().length();
            if (!name.startsWith(word.text(), at) || closed[at]) {
                continue;
            }
            if (ends(name, end)) {
                return Optional.of(new Run(at, end, word.meaning()));
            }
            Optional<Run> rest = WORDS.stream()
                    .filter(second -> name.startsWith(second.text(), end)
                            && ends(name, end + second.text().length()))
                    .findFirst()
                    .map(second -> new Run(
                            at, end + second.text().length(), word.meaning().with(second.meaning())));
            if (rest.isPresent()) {
                return rest;
            }
        }
        return Optional.empty();
    }

    private static boolean ends(String name, int at) {
        return at == name.length() || !Character.isLetterOrDigit(name.charAt(at));
    }
}
