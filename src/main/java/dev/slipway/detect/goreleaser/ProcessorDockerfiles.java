package dev.slipway.detect.goreleaser;

import dev.slipway.source.SourceText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds Dockerfiles that build one image, each for its processor: they differ in nothing else. */
record ProcessorDockerfiles(Surroundings.Tree tree) {
    private static final Pattern PROCESSOR = Pattern.compile("(?<![A-Za-z0-9])(?:amd64|x86_64|arm64|aarch64|arm64v8"
            + "|armv?[67](?:hf|l)?|arm32v[67]|386|i386|s390x|ppc64le|riscv64)(?![A-Za-z0-9])");

    /** A Dockerfile, and those among others that are the same for other processors. */
    Set<String> with(String file, List<String> others) {
        Set<String> found = new LinkedHashSet<>(Set.of(file));
        String text = text(file);
        others.stream()
                .distinct()
                .filter(other -> !text.isEmpty() && text(other).equals(text))
                .forEach(found::add);
        return found;
    }

    private String text(String file) {
        return tree.read(file).map(SourceText::lines).orElse(List.of()).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> PROCESSOR.matcher(line).replaceAll("*"))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
