package dev.slipway.detect.release;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.image.DockerInstruction;
import dev.slipway.detect.image.FoundImages;
import dev.slipway.detect.jvm.JibConfig;
import dev.slipway.detect.publish.ListedStep;
import dev.slipway.detect.publish.Reason;
import dev.slipway.run.dry.DryRow;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The images that Jib pushes in a release, as build scripts describe them. */
record JibImages(List<JibConfig> configs) {
    private static final Pattern MAVEN = Pattern.compile("mvnw?(?:\\.cmd)?|mvnd");
    private static final Pattern GRADLE = Pattern.compile("gradlew?(?:\\.bat)?");

    static JibImages of(List<DryRow> jobs, RepositoryFiles files) {
        boolean pushes = jobs.stream().flatMap(DryRow::commands).anyMatch(JibImages::isPush);
        return new JibImages(pushes ? JibConfig.of(files) : List.of());
    }

    private static boolean isPush(Command command) {
        boolean maven = MAVEN.matcher(command.program()).matches();
        return (maven || GRADLE.matcher(command.program()).matches())
                && command.arguments().stream()
                        .map(word -> List.of(word.split(":")))
                        .anyMatch(parts -> maven ? isGoal(parts) : ends(parts, "jib"));
    }

    /** Such as {@code jib:build}, or the same with the whole name of the plugin and its version. */
    private static boolean isGoal(List<String> parts) {
        return ends(parts, "build") && (parts.contains("jib") || parts.contains("jib-maven-plugin"));
    }

    private static boolean ends(List<String> parts, String word) {
        return !parts.isEmpty() && parts.get(parts.size() - 1).equals(word);
    }

    /** Steps without what they push with Jib, if the image is known. */
    static List<Fact<ListedStep>> without(List<Fact<ListedStep>> steps) {
        return steps.stream()
                .map(step -> step.map(
                        listed -> new ListedStep(listed.name(), listed.reason().without(Reason.Kind.JIB))))
                .filter(step -> !step.value().reason().what().isEmpty())
                .toList();
    }

    boolean none() {
        return configs.isEmpty();
    }

    /** Images with what the scripts say; a name that a command gives goes before theirs. */
    FoundImages into(FoundImages images) {
        if (none()) {
            return images;
        }
        JibConfig first = configs.get(0);
        FoundImages named = images.pushed(
                configs.stream().flatMap(JibImages::tagged).distinct().toList());
        FoundImages based = first.texts("from", "image").stream()
                .filter(base -> !base.contains("$"))
                .findFirst()
                .map(base ->
                        named.on(new Fact<>(base.replaceFirst("^docker://", ""), first.file() + " jib from.image")))
                .orElse(named);
        List<String> platforms = first.joined("os", "architecture", "from", "platforms");
        return based.running(
                Optional.of(platforms)
                        .filter(some -> !some.isEmpty())
                        .map(some -> new Fact<>(some, first.file() + " jib from.platforms")),
                settings(first));
    }

    private static Stream<Fact<String>> tagged(JibConfig jib) {
        String place = jib.file() + " jib to.image";
        return jib.texts("to", "image").stream().map(JibImages::hosted).flatMap(image -> {
            boolean tagged = image.lastIndexOf(':') > image.lastIndexOf('/');
            String name = tagged ? image.substring(0, image.lastIndexOf(':')) : image;
            List<String> tags =
                    new ArrayList<>(tagged ? List.of(image.substring(name.length() + 1)) : List.of("latest"));
            tags.addAll(jib.texts("to", "tags"));
            return tags.stream().map(tag -> new Fact<>(open(name + ":" + tag), place));
        });
    }

    /** An image and its tag as a registry knows them, which is {@code latest} if there is none. */
    static String reference(String image) {
        String hosted = hosted(image);
        return open(hosted.lastIndexOf(':') > hosted.lastIndexOf('/') ? hosted : hosted + ":latest");
    }

    /** What a script computes is open. */
    private static String open(String reference) {
        return reference.replaceAll("\\$\\{[^}]*+}", Symbols.UNKNOWN);
    }

    /** Without a host an image is at Docker Hub. */
    private static String hosted(String image) {
        String host = image.contains("/") ? image.substring(0, image.indexOf('/')) : "";
        return host.matches(".*[.:].*|localhost|\\$.*") ? image : "docker.io/" + image;
    }

    private static List<DockerInstruction> settings(JibConfig jib) {
        String place = jib.file() + ": jib container";
        List<DockerInstruction> settings = new ArrayList<>();
        jib.pairs("container", "environment").forEach((name, value) -> add(settings, "ENV", pair(name, value), place));
        jib.texts("container", "ports").forEach(port -> add(settings, "EXPOSE", port, place));
        jib.pairs("container", "labels").forEach((name, value) -> add(settings, "LABEL", pair(name, value), place));
        jib.texts("container", "workingDirectory").forEach(path -> add(settings, "WORKDIR", path, place));
        jib.texts("container", "volumes").forEach(path -> add(settings, "VOLUME", path, place));
        jib.texts("container", "user").forEach(user -> add(settings, "USER", user, place));
        return settings;
    }

    private static void add(List<DockerInstruction> settings, String word, String text, String place) {
        settings.add(new DockerInstruction(word, open(text), place));
    }

    private static String pair(String name, String value) {
        return name + "=\"" + value.replace("\"", "\\\"") + "\"";
    }
}
