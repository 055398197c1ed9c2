package dev.slipway.detect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the platforms that a job builds for: in its row of the matrix, else in its commands. */
final class Triples {
    private static final String TRIPLE =
            "(?:x86_64|i[3-6]86|aarch64|arm\\w*|thumb\\w*|riscv\\w+|powerpc\\w*|s390x|loongarch64"
                    + "|sparc\\w*|mips\\w*)-(?:unknown|pc|apple|linux|sun)-(?:linux|darwin|windows|freebsd|netbsd|openbsd|illumos"
                    + "|solaris|android\\w*)(?:-\\w+)?";
    private static final Pattern IN_COMMAND = Pattern.compile("--target[ =]\"?(" + TRIPLE + ")\\b");
    private static final Pattern WORD = Pattern.compile(
            "(?i)(?:linux|macos|mac|darwin|osx|apple|windows|win|freebsd)[-_]?(?:amd64|x86[-_]64|x64|x86|arm64|aarch64|armv?\\d*"
                    + "|i686|386|riscv64|s390x|ppc64le|universal)?(?:[-_](?:gnu|musl|msvc)\\w*)?|(?:x86_64|aarch64|amd64|arm64)[-_]\\w+");

    private Triples() {}

    static List<FoundTarget> of(Job job) {
        Set<String> triples = new LinkedHashSet<>();
        job.row().values().stream()
                .sorted()
                .filter(value -> value.matches(TRIPLE))
                .forEach(triples::add);
        if (triples.isEmpty()) {
            job.steps().forEach(step -> {
                Matcher matcher =
                        IN_COMMAND.matcher(step.run() + " " + step.with().getOrDefault("args", ""));
                while (matcher.find()) {
                    triples.add(matcher.group(1));
                }
            });
        }
        List<FoundTarget> targets = new ArrayList<>();
        triples.forEach(
                triple -> targets.add(new FoundTarget(triple, word(job, triple), job.runner(), job.container())));
        return targets;
    }

    /** The value beside the triple that also names a platform, and that names files. */
    private static Optional<String> word(Job job, String triple) {
        String scripts = String.join("\n", AssetNames.of(job));
        return job.row().values().stream()
                .filter(value -> !value.equals(triple) && WORD.matcher(value).matches() && scripts.contains(value))
                .sorted()
                .findFirst();
    }
}
