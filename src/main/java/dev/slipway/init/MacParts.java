package dev.slipway.init;

import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.published.NameTemplate;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.rust.Rust;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program for each processor of a Mac, where the old release has one for both that cannot be built.
 *
 * @param names the names of the files
 * @param builds how the workflow builds them
 */
record MacParts(NameTemplate names, NamedBuilds builds, Draft draft) {
    /** What is in the name of a file for both processors. */
    private static final Pattern BOTH = Pattern.compile("(?i)(?<![a-z0-9])(?:universal2?|all|fat)(?![a-z0-9])");

    /** How names write a processor, the longer words first. */
    private static final Map<Arch, List<String>> PROCESSORS = Map.of(
            Arch.AMD64, List.of("x86_64", "x86-64", "amd64", "x64"),
            Arch.ARM64, List.of("aarch64", "arm64"));

    /** Both, with the name of the universal one; only the word for the processor is another. */
    Stream<Fact<FoundTarget>> of(Fact<FoundTarget> universal) {
        draft.open(
                "targets",
                "no universal program for macOS is built: people get one file per processor; from " + universal.from());
        return Stream.of(Arch.AMD64, Arch.ARM64)
                .map(arch -> universal.map(whole -> {
                    FoundTarget part = builds.likeOthers(Rust.triple(new Target(Os.MACOS, arch, Libc.SYSTEM)));
                    return whole.archive()
                            .map(archive -> part.packed(archive.called(
                                    stem(archive.stem(), processor(arch, archive.stem())), archive.ending())))
                            .orElse(part);
                }));
    }

    private static String stem(String whole, String processor) {
        Matcher both = BOTH.matcher(whole);
        return both.find() ? both.replaceFirst(processor) : whole + "-" + processor;
    }

    /** What other files call a processor; else the compiler's word for it, or our own. */
    private String processor(Arch arch, String stem) {
        return names.names()
                .filter(name -> name.platform().arch().equals(arch.word()))
                .map(names::word)
                .flatMap(word ->
                        PROCESSORS.getOrDefault(arch, List.of()).stream().filter(word::contains))
                .findFirst()
                .orElse(stem.contains("-apple-") ? arch.llvm() : arch.word());
    }
}
