package dev.slipway.detect.image;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the names under which a job pushes container images. */
public final class ImageNames {
    private static final String NAME = "[a-z0-9.-]+(:\\d+)?(/[a-z0-9._-]+)+";

    private ImageNames() {}

    public static Set<String> of(DryRow job, RepositoryFiles files) {
        Set<String> names = new LinkedHashSet<>();
        for (DryStep step : job.steps()) {
            String images =
                    step.action().equals("docker/metadata-action") ? step.with().getOrDefault("images", "") : "";
            Stream.concat(lines(images), references(step, files).stream())
                    .map(ImageNames::name)
                    .filter(name -> name.matches(NAME))
                    .forEach(names::add);
        }
        return names;
    }

    /** What a step pushes, such as {@code ghcr.io/otto-rs/otto:1.2.3}, with or without a tag. */
    static List<String> references(DryStep step, RepositoryFiles files) {
        Stream<String> commands =
                step.commands().stream().flatMap(command -> new PushCommand(command).references().stream());
        return Stream.of(new PushAction(step).references().stream(), commands, lines(baked(step, files)))
                .flatMap(some -> some)
                .toList();
    }

    private static Stream<String> lines(String text) {
        return text.lines()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(line -> !line.isEmpty());
    }

    /** Whether it builds an image with Docker's action, or with one of the same inputs for machines of others. */
    public static boolean builds(DryStep step) {
        return step.action().matches("(?:docker|depot|useblacksmith)/build-push-action");
    }

    /** The same for bake files. */
    static boolean bakes(DryStep step) {
        return step.action().matches("(?:docker|depot)/bake-action");
    }

    /** Whether an image that an action builds leaves the machine: a first build of it may only be tried. */
    public static boolean pushes(DryStep step) {
        return new PushAction(step).pushes();
    }

    /** Whether another job gives the images of a job their tags. */
    static boolean onlyByDigest(DryRow job) {
        return job.steps().stream()
                        .anyMatch(
                                step -> step.with().getOrDefault("outputs", "").contains("push-by-digest=true"))
                && job.commands().noneMatch(command -> command.arguments().contains("imagetools"));
    }

    /** The steps of a job after which people can pull an image. */
    public static Stream<DryStep> pushing(DryRow job, RepositoryFiles files) {
        return job.steps().stream()
                .filter(step -> pushes(step) || !references(step, files).isEmpty());
    }

    /** The images of a bake file that a step pushes. */
    private static String baked(DryStep step, RepositoryFiles files) {
        boolean pushes = bakes(step)
                && (step.with().getOrDefault("push", "").equals("true")
                        || step.with().getOrDefault("set", "").contains("type=registry"));
        Set<String> found = new LinkedHashSet<>();
        if (pushes) {
            found.addAll(new BakeFile(files).images(step.with().getOrDefault("files", "")));
        }
        step.commands().stream()
                .filter(command -> command.arguments().contains("--push"))
                .flatMap(command -> BakeFile.named(command).stream())
                .forEach(named -> found.addAll(new BakeFile(files).images(named)));
        return String.join("\n", found);
    }

    /** The name alone, without a tag. */
    static String name(String line) {
        return line.replaceFirst("^name=", "").replaceFirst(":[^/]*$", "").toLowerCase(Locale.ROOT);
    }

    /** What the images that jobs push run on, such as {@code linux/amd64}: all rows of a matrix that push by one step. */
    public static Optional<Fact<List<String>>> platforms(List<DryRow> jobs) {
        List<Fact<String>> said = jobs.stream()
                .flatMap(job -> job.steps().stream())
                .flatMap(step -> Stream.concat(
                                Stream.of(step)
                                        .filter(ImageNames::pushes)
                                        .map(one -> one.with().getOrDefault("platforms", "")),
                                step.commands().stream().flatMap(command -> platformsOf(command).stream()))
                        .map(text -> new Fact<>(usual(text), step.place())))
                .filter(fact -> fact.value().matches("linux/[a-z0-9/,]+"))
                .toList();
        return said.stream()
                .findFirst()
                .map(first -> new Fact<>(
                        said.stream()
                                .filter(one -> one.from().equals(first.from()))
                                .flatMap(one -> Arrays.stream(one.value().split(",")))
                                .distinct()
                                .toList(),
                        first.from()));
    }

    /** Without the variant that Docker takes if none is said. */
    private static String usual(String platforms) {
        return platforms
                .strip()
                .replaceAll("[\\s,]++", ",")
                .replaceAll("(?<=linux/arm64)/v8\\b|(?<=linux/amd64)/v1\\b", "");
    }

    /** What a command of Docker pushes an image for. */
    private static Optional<String> platformsOf(Command command) {
        List<String> words = command.arguments();
        boolean pushes = command.program().equals("docker") && words.contains("build") && words.contains("--push");
        int at = words.indexOf("--platform");
        return words.stream()
                .filter(word -> pushes && word.startsWith("--platform="))
                .map(word -> word.substring("--platform=".length()))
                .findFirst()
                .or(() -> Optional.of(at + 1)
                        .filter(next -> pushes && next > 0 && next < words.size())
                        .map(words::get));
    }
}
