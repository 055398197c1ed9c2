package dev.slipway.run.local.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an image copies from its build contexts: it can be looked at where no image can be built. */
public final class CopiedFiles {
    private CopiedFiles() {}

    /** The files that are copied and not there, as the Dockerfile names them for each platform. */
    public static List<String> missing(ImageBuild build) throws IOException {
        Set<String> missing = new LinkedHashSet<>();
        for (Instruction instruction : Instruction.all(Files.readString(build.dockerfile()))) {
            if (instruction.keyword().equals("COPY") && instruction.documents().isEmpty()) {
                for (Platform platform : build.platforms()) {
                    missing.addAll(missing(build, instruction.head(), platform));
                }
            }
        }
        return List.copyOf(missing);
    }

    private static List<String> missing(ImageBuild build, String copy, Platform platform) {
        List<String> words = new ArrayList<>(List.of(copy.strip().split("\\s+")));
        words.remove(0);
        String from = "";
        while (!words.isEmpty() && words.get(0).startsWith("--")) {
            String option = words.remove(0);
            from = option.startsWith("--from=") ? option.substring("--from=".length()) : from;
        }
        String stage = from;
        String named = build.contexts().getOrDefault(from, "");
        boolean folder = from.isEmpty() ? build.context().isPresent() : !named.isEmpty() && !named.contains("://");
        if (!folder || words.size() < 2 || words.get(0).startsWith("[")) {
            return List.of();
        }
        Path context = from.isEmpty() ? build.context().orElseThrow() : Path.of(named);
        return words.subList(0, words.size() - 1).stream()
                .map(source -> source.replace("${TARGETARCH}", platform.architecture())
                        .replace("$TARGETARCH", platform.architecture())
                        .replace("${TARGETOS}", platform.os())
                        .replace("${TARGETVARIANT}", platform.variant()))
                .filter(source -> !source.contains("*") && !source.contains("$"))
                .filter(source -> !Files.exists(context.resolve(source.replaceFirst("^/+", ""))))
                .map(source -> (stage.isEmpty() ? "" : stage + ": ") + source)
                .toList();
    }
}
