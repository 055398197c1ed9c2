package dev.slipway.detect.image;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Dockerfiles of a repository, wherever they are and whatever they are called. */
public record Dockerfiles(RepositoryFiles files) {
    /** The folders where projects keep them, in addition to the root. */
    private static final List<String> FOLDERS = List.of(
            "docker",
            "Docker",
            ".docker",
            "build",
            "ci",
            "container",
            "containers",
            "contrib",
            "deploy",
            "deployment",
            "dist",
            "docker-images",
            "images",
            "packaging",
            "release",
            "scripts",
            "src");

    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:dockerfile|containerfile)(?:[.-][a-z0-9._-]{1,60})?|[a-z0-9._-]{1,60}\\.(?:dockerfile|containerfile)");
    private static final int MOST = 20;

    /** All that are at the top, in one of the usual folders, or in a folder of these; those that build no image of a release too. */
    public List<String> all() {
        Stream<String> folders = FOLDERS.stream()
                .filter(files::hasDirectory)
                .flatMap(folder -> Stream.concat(
                        Stream.of(folder + "/"),
                        files.list(folder).stream()
                                .limit(50)
                                .map(inner -> folder + "/" + inner)
                                .filter(files::hasDirectory)
                                .map(inner -> inner + "/")));
        return Stream.concat(Stream.of(""), folders)
                .flatMap(folder -> files.list(folder.isEmpty() ? "." : folder).stream()
                        .filter(name -> NAME.matcher(name).matches() && !name.endsWith(".dockerignore"))
                        .map(name -> folder + name))
                .filter(files::has)
                .limit(MOST)
                .toList();
    }

    /** What a step builds an image from; empty if it builds none. */
    public List<String> built(DryStep step) {
        return new ImageBuilds(files)
                .of(step).stream().flatMap(build -> path(build).stream()).toList();
    }

    /** The steps of a job without those that build an image which leaves the machine in no known way, and that the job runs: a tool. */
    public Stream<DryStep> withoutTools(DryRow job) {
        boolean leaves = engine(job, "push", "tag", "save", "export").findAny().isPresent();
        Set<String> run = engine(job, "run", "create")
                .flatMap(command -> command.arguments().stream())
                .collect(Collectors.toSet());
        return job.steps().stream().filter(step -> leaves || run.isEmpty() || !isTool(step, run));
    }

    private boolean isTool(DryStep step, Set<String> run) {
        List<ImageBuild> builds = new ImageBuilds(files).of(step);
        String tags = step.with().getOrDefault("tags", "");
        Set<String> names = Stream.concat(
                        builds.stream().flatMap(build -> build.references().stream()),
                        tags.replace(',', '\n').lines())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        return builds.stream().noneMatch(ImageBuild::pushed)
                && names.stream().noneMatch(Symbols::open)
                && names.stream().anyMatch(run::contains);
    }

    private static Stream<Command> engine(DryRow job, String... words) {
        return job.commands()
                .filter(command -> command.program().matches("docker|podman|nerdctl"))
                .filter(command -> new Options(command.arguments()).says(words));
    }

    /** The values that steps give the arguments of a Dockerfile, with symbols for what is open; of several, the first one. */
    public Map<String, String> arguments(Stream<DryStep> steps, String file) {
        Map<String, String> found = new HashMap<>();
        steps.flatMap(step -> new ImageBuilds(files).of(step).stream())
                .filter(build -> path(build).equals(Optional.of(file)))
                .flatMap(build -> build.arguments().stream())
                .filter(argument -> argument.indexOf('=') > 0)
                .forEach(argument -> found.putIfAbsent(
                        argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1)));
        return found;
    }

    /** The stage of a Dockerfile that steps push, or else build; empty for the last one. Of several, the first one. */
    public String stage(Stream<DryStep> steps, String file) {
        List<ImageBuild> builds = steps.flatMap(step -> new ImageBuilds(files).of(step).stream())
                .filter(build -> path(build).equals(Optional.of(file)))
                .toList();
        return builds.stream()
                .filter(ImageBuild::pushed)
                .findFirst()
                .or(() -> builds.stream().findFirst())
                .map(ImageBuild::target)
                .orElse("");
    }

    private Optional<String> path(ImageBuild build) {
        boolean open = build.context().contains("{") || build.context().contains(":");
        String folder = open ? "" : build.context() + "/";
        return build.dockerfile().stream()
                .flatMap(file -> file.isBlank()
                        ? Stream.of(folder + "Dockerfile", folder + "Containerfile")
                        : Stream.of(file, folder + file))
                .map(RepositoryFiles::plain)
                .filter(files::has)
                .findFirst();
    }
}
