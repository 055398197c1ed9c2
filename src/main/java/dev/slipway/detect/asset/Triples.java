package dev.slipway.detect.asset;

import dev.slipway.run.dry.DryRow;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognizes the names that compilers have for platforms. */
public final class Triples {
    private static final String TRIPLE =
            "(?:x86_64|i[3-6]86|aarch64|arm\\w*|thumb\\w*|riscv\\w+|powerpc\\w*|s390x|loongarch64|universal2?"
                    + "|sparc\\w*|mips\\w*)-(?:(?:unknown|pc|apple|sun)-(?:(?:linux|windows)-(?:gnu|musl|msvc|ohos)\\w*"
                    + "|darwin|freebsd|netbsd|openbsd|illumos|solaris)|linux-android\\w*)";
    private static final Pattern WHOLE = Pattern.compile(TRIPLE);
    private static final Pattern INSIDE = Pattern.compile("(?<![A-Za-z0-9])" + TRIPLE + "(?![A-Za-z0-9])");

    /** What compilers call processors that have other names in files. */
    private static final Map<String, String> CPUS = Map.of(
            "amd64", "x86_64",
            "arm64", "aarch64",
            "riscv64", "riscv64gc",
            "ppc64le", "powerpc64le",
            "ppc64", "powerpc64",
            "loong64", "loongarch64",
            "sparcv9", "sparc64");

    private Triples() {}

    static boolean is(String text) {
        return WHOLE.matcher(text).matches();
    }

    /** The name that most compilers have for what Apple's calls {@code arm64}. */
    private static String usual(String triple) {
        return triple.replaceFirst("^arm64-apple", "aarch64-apple");
    }

    /** The first triple of a text. */
    public static Optional<String> in(String text) {
        Matcher matcher = INSIDE.matcher(text);
        return matcher.find() ? Optional.of(usual(matcher.group())) : Optional.empty();
    }

    /** The value of a job's matrix that is one; a job without a matrix may have it in a variable, such as {@code RA_TARGET}. */
    public static Optional<String> inRow(DryRow job) {
        return Stream.concat(
                        job.row().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue),
                        job.env().entrySet().stream()
                                .filter(entry -> entry.getKey().endsWith("TARGET")
                                        || entry.getKey().endsWith("TRIPLE"))
                                .map(Map.Entry::getValue))
                .filter(Triples::is)
                .map(Triples::usual)
                .findFirst();
    }

    /**
     * What compilers call a platform that the name of a file tells.
     *
     * @param os a word such as {@code linux}
     * @param arch a word such as {@code amd64}
     * @return empty if no compiler is known to have a name for it
     */
    public static Optional<String> named(String os, String arch) {
        String cpu = CPUS.getOrDefault(arch, arch);
        return switch (os) {
            case "linux" ->
                Optional.of(
                        arch.startsWith("armv")
                                ? (arch.equals("armv6") ? "arm" : cpu) + "-unknown-linux-gnueabihf"
                                : cpu + "-unknown-linux-gnu");
            case "macos" -> Optional.of(cpu + "-apple-darwin");
            case "windows" -> Optional.of(cpu + "-pc-windows-msvc");
            case "freebsd", "netbsd", "openbsd", "illumos" -> Optional.of(cpu + "-unknown-" + os);
            case "android" ->
                Optional.of((arch.startsWith("armv") ? "armv7-linux-androideabi" : cpu + "-linux-android"));
            default -> Optional.empty();
        };
    }

    /** What a machine builds for if nothing else is said. */
    public static Optional<String> ofRunner(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        boolean arm = lower.contains("arm");
        if (lower.contains("ubuntu") || lower.contains("linux")) {
            return Optional.of((arm ? "aarch64" : "x86_64") + "-unknown-linux-gnu");
        }
        if (lower.contains("windows")) {
            return Optional.of((arm ? "aarch64" : "x86_64") + "-pc-windows-msvc");
        }
        boolean intel = lower.matches(".*(intel|-1[0-3]$|-large$).*");
        return lower.contains("macos")
                ? Optional.of((intel ? "x86_64" : "aarch64") + "-apple-darwin")
                : Optional.empty();
    }
}
