package dev.slipway.detect.asset;

import dev.slipway.run.dry.DryRow;
import java.util.Locale;
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
                                .sorted(java.util.Map.Entry.comparingByKey())
                                .map(java.util.Map.Entry::getValue),
                        job.env().entrySet().stream()
                                .filter(entry -> entry.getKey().endsWith("TARGET")
                                        || entry.getKey().endsWith("TRIPLE"))
                                .map(java.util.Map.Entry::getValue))
                .filter(Triples::is)
                .map(Triples::usual)
                .findFirst();
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
