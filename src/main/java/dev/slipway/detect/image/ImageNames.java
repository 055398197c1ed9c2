package dev.slipway.detect.image;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the names under which a job pushes container images. */
public final class ImageNames {
    private static final String NAME = "[a-z0-9.-]+(:\\d+)?(/[a-z0-9._-]+)+";

    /** With an owner that only a run knows. */
    private static final String HIDDEN = "(?:[a-z0-9.-]+/)?\\{\\?\\}/[a-z0-9._-]+";

    /** One of which only a run knows the name. */
    private static final String OPEN = "(?:[a-z0-9.-]+/)?\\{\\?\\}(?:/\\{\\?\\})?";

    private ImageNames() {}

    public static Set<String> of(DryRow job, RepositoryFiles files) {
        Set<String> names = new LinkedHashSet<>();
        for (DryStep step : job.steps()) {
            names(step, files)
                    .filter(name -> name.matches(NAME) && !isLocal(name))
                    .forEach(names::add);
        }
        return names;
    }

    /** Names of a step of which only a part is known. */
    public static Set<String> hidden(DryStep step, RepositoryFiles files) {
        Stream<String> whole = described(step).map(ImageNames::name).filter(name -> name.matches(OPEN));
        return Stream.concat(names(step, files).filter(name -> name.matches(HIDDEN)), whole)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(DryStep step, RepositoryFiles files) {
        return Stream.concat(described(step), references(step, files).stream()).map(ImageNames::name);
    }

    /** Those for which an action makes tags. */
    private static Stream<String> described(DryStep step) {
        return lines(
                step.action().equals("docker/metadata-action") ? step.with().getOrDefault("images", "") : "");
    }

    /** What a step pushes, such as {@code ghcr.io/otto-rs/otto:1.2.3}, with or without a tag. */
    static List<String> references(DryStep step, RepositoryFiles files) {
        Stream<String> commands =
                step.commands().stream().flatMap(command -> new PushCommand(command).references().stream());
        Stream<String> builds = new ImageBuilds(files)
                .of(step).stream().filter(ImageBuild::pushed).flatMap(build -> build.references().stream());
        return Stream.of(new PushAction(step).references().stream(), builds, commands)
                .flatMap(some -> some)
                .distinct()
                .toList();
    }

    /** Whether a command of a step copies or pushes an image whose name is known only during a run. */
    public static boolean pushesUnnamed(DryStep step) {
        List<String> pushed = step.commands().stream()
                .flatMap(command -> new PushCommand(command).references().stream())
                .toList();
        return !pushed.isEmpty() && pushed.stream().map(ImageNames::name).noneMatch(name -> name.matches(NAME));
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
        return job.steps().stream().filter(step -> pushes(step, files));
    }

    /** Whether people can pull an image after a step. */
    public static boolean pushes(DryStep step, RepositoryFiles files) {
        return pushes(step) || references(step, files).stream().anyMatch(reference -> !isLocal(reference));
    }

    /** Whether only the machine itself sees what is pushed there. */
    private static boolean isLocal(String reference) {
        return reference.matches("(?:localhost|127\\.0\\.0\\.1)[:/].*");
    }

    /** The name alone, without a tag; an image of Docker Hub has one host of its several. */
    static String name(String line) {
        return line.replaceFirst("^name=", "")
                .replaceFirst(":[^/]*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceFirst(
                        "^(?:registry\\.hub\\.docker\\.com|registry-1\\.docker\\.io|index\\.docker\\.io)/",
                        "docker.io/");
    }

    /** What the images that jobs push run on, such as {@code linux/amd64}: all rows that push by one step, or parts of one image. */
    public static Optional<Fact<List<String>>> platforms(List<DryRow> jobs, RepositoryFiles files) {
        ImageBuilds builds = new ImageBuilds(files);
        Map<String, Fact<List<String>>> said = new LinkedHashMap<>();
        for (DryRow job : jobs) {
            boolean later = job.commands().anyMatch(ImageNames::pushesByCommand);
            for (DryStep step : job.steps()) {
                boolean pushedLater = later && !builds(step);
                List<String> some = builds.of(step).stream()
                        .filter(build -> build.pushed() || pushedLater)
                        .flatMap(build -> build.platforms().stream())
                        .map(text -> usual(text.strip()))
                        .filter(platform -> platform.matches("linux/[a-z0-9/]+"))
                        .distinct()
                        .toList();
                if (!some.isEmpty()) {
                    boolean apart = builds.of(step).stream().noneMatch(ImageBuild::pushed);
                    said.merge(
                            apart ? job.place() : image(step),
                            new Fact<>(some, step.place()),
                            (one, more) -> one.map(known -> Stream.concat(known.stream(), some.stream())
                                    .distinct()
                                    .toList()));
                }
            }
        }
        return said.values().stream().findFirst();
    }

    /** Whether it pushes what others have built before. */
    private static boolean pushesByCommand(Command command) {
        return new PushCommand(command).references().stream().anyMatch(reference -> !isLocal(reference));
    }

    /** What steps have in common that push parts of one image: their outputs, if others put the parts together. */
    private static String image(DryStep step) {
        String outputs = step.with().getOrDefault("outputs", "").strip();
        return outputs.contains("push-by-digest=true") && outputs.contains(",name=") ? outputs : step.place();
    }

    /** What an image is based on that ko makes without a Dockerfile. */
    public static Optional<Fact<String>> baseOfKo(List<DryRow> jobs, RepositoryFiles files) {
        return jobs.stream()
                .flatMap(DryRow::commands)
                .map(command -> new KoBuild(command, files))
                .filter(ko -> ko.build().isPresent())
                .map(KoBuild::base)
                .findFirst();
    }

    /** As Docker writes it: Arm has a variant, others have none. */
    private static String usual(String platform) {
        return platform.equals("linux/arm")
                ? "linux/arm/v7"
                : platform.replaceAll("(?<=linux/arm64)/v8$|(?<=linux/amd64)/v1$", "");
    }
}
