package dev.slipway.run.local.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an image copies from its build contexts: it can be looked at if no image can be built. */
public final class CopiedFiles {
    private static final Set<String> ARCHITECTURES =
            Set.of("386", "amd64", "arm", "arm64", "loong64", "ppc64le", "riscv64", "s390x");

    private CopiedFiles() {}

    /** The files that are copied and not there, as the Dockerfile names them for each platform. */
    public static List<String> missing(ImageBuild build) throws IOException {
        Set<String> missing = new LinkedHashSet<>();
        for (Instruction instruction : Instruction.all(build.recipe())) {
            if (instruction.keyword().equals("COPY") && instruction.documents().isEmpty()) {
                for (Platform platform : build.platforms()) {
                    missing.addAll(missing(build, instruction.head(), platform));
                }
            }
        }
        return List.copyOf(missing);
    }

    /**
     * The programs that are copied into an image but cannot be started, in plain words: they are for another processor,
     * or not executable. Links are followed; what copies a
     * pattern is not looked at.
     *
     * @param placeholder whether programs for a processor, such as {@code aarch64}, were built for this machine instead
     */
    public static List<String> foreign(ImageBuild build, Predicate<String> placeholder) throws IOException {
        Set<String> foreign = new LinkedHashSet<>();
        for (Instruction instruction : Instruction.all(build.recipe())) {
            if (instruction.keyword().equals("COPY") && instruction.documents().isEmpty()) {
                for (Platform platform : build.platforms()) {
                    Copy copy = Copy.of(build, instruction.head(), platform);
                    for (String source : copy.sources()) {
                        foreign(copy, source, platform, placeholder).ifPresent(foreign::add);
                    }
                }
            }
        }
        return List.copyOf(foreign);
    }

    private static Optional<String> foreign(Copy copy, String source, Platform platform, Predicate<String> placeholder)
            throws IOException {
        String first = source.replaceFirst("/.*", "");
        if (source.contains("/") && ARCHITECTURES.contains(first) && !first.equals(platform.architecture())) {
            return Optional.of("the image for " + platform + " copies " + source);
        }
        Path file = copy.file(source);
        if (Files.isRegularFile(file)
                && !copy.modes()
                && !Files.isExecutable(file)
                && !Elf.processor(file).isEmpty()) {
            return Optional.of("the image copies " + source + ", which is not executable");
        }
        String wanted = Elf.processor(platform.architecture());
        String found = Files.isRegularFile(file) ? Elf.processor(file) : "";
        return found.isEmpty() || wanted.isEmpty() || found.equals(wanted) || placeholder.test(wanted)
                ? Optional.empty()
                : Optional.of("the image for " + platform + " copies " + source + ", which is for " + found);
    }

    /**
     * The names of build contexts that no instruction uses, so that it takes something else from an image of the name that it
     * uses. A name with a variable in it can be any.
     */
    public static List<String> unused(ImageBuild build) throws IOException {
        String used =
                Instruction.all(build.recipe()).stream().map(Instruction::head).collect(Collectors.joining("\n"));
        Set<String> sources = sources(used);
        if (sources.stream().anyMatch(source -> source.contains("$"))) {
            return List.of();
        }
        return build.contexts().keySet().stream()
                .filter(name -> !sources.contains(name.toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
    }

    /** What instructions take files from, in small letters: the image of {@code FROM}, and each {@code from=}. */
    static Set<String> sources(String instructions) {
        Set<String> sources = new LinkedHashSet<>();
        for (String line : instructions.toLowerCase(Locale.ROOT).split("\n")) {
            String[] words = line.split("\\s+");
            if (words[0].equals("from") && words.length > 1) {
                sources.add(words[words.length > 2 && words[1].startsWith("--platform=") ? 2 : 1]);
            }
            for (String word : words) {
                Stream.of(word.split("(?<!\\w)from=", -1))
                        .skip(1)
                        .forEach(rest -> sources.add(rest.split("[,=]", 2)[0]));
            }
        }
        return sources;
    }

    /**
     * What an instruction copies for one platform.
     *
     * @param stage where from; empty if that is the build context
     * @param context the folder of that; absent if it is none of this machine
     * @param modes whether the instruction says what modes they get
     */
    private record Copy(String stage, Optional<Path> context, List<String> sources, boolean modes) {
        static Copy of(ImageBuild build, String copy, Platform platform) {
            List<String> words = new ArrayList<>(List.of(copy.strip().split("\\s+")));
            words.remove(0);
            String from = "";
            boolean modes = false;
            while (!words.isEmpty() && words.get(0).startsWith("--")) {
                String option = words.remove(0);
                modes |= option.startsWith("--chmod=");
                from = option.startsWith("--from=") ? option.substring("--from=".length()) : from;
            }
            String named = build.contexts().getOrDefault(from, "");
            Optional<Path> folder = from.isEmpty()
                    ? build.context()
                    : Optional.of(named)
                            .filter(name -> !name.isEmpty() && !name.contains("://"))
                            .map(Path::of);
            if (folder.isEmpty() || words.size() < 2 || words.get(0).startsWith("[")) {
                return new Copy(from, Optional.empty(), List.of(), modes);
            }
            return new Copy(
                    from,
                    folder,
                    words.subList(0, words.size() - 1).stream()
                            .map(source -> source.replace("${TARGETARCH}", platform.architecture())
                                    .replace("$TARGETARCH", platform.architecture())
                                    .replace("${TARGETOS}", platform.os())
                                    .replace("${TARGETVARIANT}", platform.variant()))
                            .filter(source -> !source.contains("*") && !source.contains("$"))
                            .toList(),
                    modes);
        }

        Path file(String source) {
            return context.orElseThrow().resolve(source.replaceFirst("^/+", ""));
        }
    }

    private static List<String> missing(ImageBuild build, String instruction, Platform platform) {
        Copy copy = Copy.of(build, instruction, platform);
        return copy.sources().stream()
                .filter(source -> !Files.exists(copy.file(source)))
                .map(source -> (copy.stage().isEmpty() ? "" : copy.stage() + ": ") + source)
                .toList();
    }
}
