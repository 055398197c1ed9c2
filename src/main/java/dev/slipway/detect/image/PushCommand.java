package dev.slipway.detect.image;

import dev.slipway.shell.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A command that pushes images, by whichever tool. */
record PushCommand(Command command) {
    private static final Set<String> ENGINES = Set.of("docker", "podman", "buildah", "nerdctl", "depot", "img");

    /** What it pushes, such as {@code ghcr.io/otto-rs/otto:1.2.3}, with or without a tag. */
    List<String> references() {
        List<String> words = command.arguments();
        return switch (command.program()) {
            case "ko" -> words.contains("--push=false") || words.contains("--local") ? List.of() : ko(words);
            case "crane", "gcrane" -> crane(words);
            case "skopeo" -> words.contains("copy") || words.contains("sync") ? registry(words) : List.of();
            case "regctl", "oras" -> words.contains("copy") || words.contains("cp") ? last(words) : List.of();
            case "pack" -> words.contains("build") && words.contains("--publish") ? pack(words) : List.of();
            case "apko" -> words.contains("publish") ? tail(words, 2) : List.of();
            case "jib" -> options(words, "--target", "-t");
            case "executor", "kaniko" -> options(words, "--destination", "-d");
            case "mvn", "mvnw", "mvnd", "gradle", "gradlew" -> java(words);
            case "nix" -> words.contains("run") ? registry(words) : List.of();
            default -> ENGINES.contains(command.program()) ? engine(words) : List.of();
        };
    }

    private static List<String> engine(List<String> words) {
        if (words.stream().anyMatch(word -> word.contains("kaniko-project/executor"))) {
            return options(words, "--destination", "-d");
        }
        if (words.contains("run") && words.contains("copy")) {
            return registry(words); // a tool in a container
        }
        if (words.contains("push") && !words.contains("build")) {
            return words.stream()
                    .filter(word -> word.contains("/"))
                    .map(PushCommand::plain)
                    .toList();
        }
        boolean joined = words.contains("imagetools") && words.contains("create");
        return words.contains("--push") || joined ? options(words, "--tag", "-t") : List.of();
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

    /** Its words without options, from one on. */
    private static List<String> tail(List<String> words, int from) {
        return words.stream().filter(word -> !word.startsWith("-")).skip(from).toList();
    }

    private static List<String> crane(List<String> words) {
        List<String> plain = tail(words, 0);
        return switch (plain.isEmpty() ? "" : plain.get(0)) {
            case "copy", "cp", "push" -> plain.size() > 2 ? List.of(plain.get(2)) : List.of();
            case "tag" ->
                plain.size() > 2
                        ? List.of(plain.get(1).replaceFirst("[:@][^/]*$", "") + ":" + plain.get(2))
                        : List.of();
            case "append", "mutate", "rebase" -> options(words, "--new_tag", "-t");
            case "index" -> options(words, "--tag", "-t");
            default -> List.of();
        };
    }

    private static List<String> pack(List<String> words) {
        List<String> tags = new ArrayList<>(tail(words, 1).stream().limit(1).toList());
        tags.addAll(options(words, "--tag", "-t"));
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

    /** The name that ko makes of a repository, and of the path of a program unless {@code --bare} is said. */
    private List<String> ko(List<String> words) {
        boolean builds = words.contains("build")
                || words.contains("publish")
                || words.contains("resolve")
                || words.contains("apply");
        String repository = command.env().getOrDefault("KO_DOCKER_REPO", "");
        if (!builds || repository.isEmpty() || repository.matches("(?:ko|kind)\\.local.*")) {
            return List.of();
        }
        boolean based = words.contains("-B") || words.contains("--base-import-paths");
        String program = tail(words, 1).stream()
                .reduce((first, second) -> second)
                .orElse("")
                .replaceFirst("/$", "");
        Optional<String> name = words.contains("--bare")
                ? Optional.of(repository)
                : Optional.of(program.substring(program.lastIndexOf('/') + 1))
                        .filter(last -> based && last.matches("[a-z0-9._-]*[a-z0-9]"))
                        .map(last -> repository + "/" + last);
        List<String> tags = options(words, "--tags", "-t").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .toList();
        return name.stream()
                .flatMap(image ->
                        (tags.isEmpty() ? List.of("latest") : tags).stream().map(tag -> image + ":" + tag))
                .toList();
    }

    private static List<String> options(List<String> words, String name, String brief) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(name + "=")) {
                found.add(words.get(i).substring(name.length() + 1));
            } else if ((words.get(i).equals(name) || words.get(i).equals(brief)) && i + 1 < words.size()) {
                found.add(words.get(i + 1));
            }
        }
        return found;
    }
}
