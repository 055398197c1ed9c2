package dev.slipway.detect.image;

import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A command that pushes images, by whichever tool. */
record PushCommand(Command command) {
    private static final Set<String> ENGINES = Set.of("docker", "podman", "buildah", "nerdctl", "depot", "img");

    /** What it pushes, such as {@code ghcr.io/otto-rs/otto:1.2.3}, with or without a tag. */
    List<String> references() {
        List<String> words = command.arguments();
        Options options = new Options(words);
        return switch (command.program()) {
            case "crane", "gcrane" -> crane(options);
            case "skopeo" -> words.contains("copy") || words.contains("sync") ? registry(words) : List.of();
            case "regctl", "oras" -> words.contains("copy") || words.contains("cp") ? last(words) : List.of();
            case "pack" -> words.contains("build") && words.contains("--publish") ? pack(options) : List.of();
            case "apko" -> words.contains("publish") ? options.plain(2) : List.of();
            case "manifest-tool" -> words.contains("from-args") ? options.values("--target") : List.of();
            case "jib" -> options.values("--target", "-t");
            case "mvn", "mvnw", "mvnd", "gradle", "gradlew" -> java(words);
            case "nix" -> words.contains("run") ? registry(words) : List.of();
            default -> ENGINES.contains(command.program()) ? engine(options) : List.of();
        };
    }

    /** Without the builds, which may push by themselves. */
    private List<String> engine(Options options) {
        List<String> words = options.words();
        if (options.says("run") && options.says("copy")) {
            return registry(words); // a tool in a container
        }
        if (options.says("push") && !options.says("build") && !BuildFiles.isCompose(command)) {
            return words.stream()
                    .filter(word -> word.contains("/") || word.equals(Symbols.UNKNOWN))
                    .map(PushCommand::plain)
                    .toList();
        }
        return options.says("imagetools") && options.says("create") ? options.values("--tag", "-t") : List.of();
    }

    private static String plain(String word) {
        return word.replaceFirst("^docker://", "");
    }

    /** The last word, if it has the transport of a registry. */
    private static List<String> registry(List<String> words) {
        return last(words).isEmpty() || !words.get(words.size() - 1).startsWith("docker://") ? List.of() : last(words);
    }

    private static List<String> last(List<String> words) {
        return words.isEmpty() ? List.of() : List.of(plain(words.get(words.size() - 1)));
    }

    private static List<String> crane(Options options) {
        List<String> plain = options.plain(0);
        return switch (plain.isEmpty() ? "" : plain.get(0)) {
            case "copy", "cp", "push" -> plain.size() > 2 ? List.of(plain.get(2)) : List.of();
            case "tag" ->
                plain.size() > 2
                        ? List.of(plain.get(1).replaceFirst("[:@][^/]*$", "") + ":" + plain.get(2))
                        : List.of();
            case "append", "mutate", "rebase" -> options.values("--new_tag", "-t");
            case "index" -> options.values("--tag", "-t");
            default -> List.of();
        };
    }

    private static List<String> pack(Options options) {
        List<String> tags = new ArrayList<>(options.plain(1).stream().limit(1).toList());
        tags.addAll(options.values("--tag", "-t"));
        return tags;
    }

    /** Jib and the builders of Spring Boot, as far as the command names the image. */
    private static List<String> java(List<String> words) {
        List<String> names = words.stream()
                .flatMap(word -> Stream.of(
                                "-Djib.to.image=",
                                "-Dimage=",
                                "--image=",
                                "-Dspring-boot.build-image.imageName=",
                                "--imageName=")
                        .filter(word::startsWith)
                        .map(key -> word.substring(key.length())))
                .toList();
        boolean pushes = words.stream()
                .anyMatch(word -> word.matches(
                        "(?:\\S*:)?jib(?::build)?|--publishImage|-Dspring-boot\\.build-image\\.publish(?:=true)?"));
        List<String> all = new ArrayList<>(pushes ? names : List.of());
        words.stream()
                .filter(word -> word.startsWith("-Djib.to.tags="))
                .flatMap(word ->
                        Arrays.stream(word.substring("-Djib.to.tags=".length()).split(",")))
                .forEach(tag -> all.addAll(names.stream()
                        .map(name -> name.replaceFirst(":[^/]*$", "") + ":" + tag)
                        .toList()));
        return all;
    }
}
