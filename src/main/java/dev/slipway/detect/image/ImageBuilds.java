package dev.slipway.detect.image;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads which images steps build, be it by actions or by commands. */
record ImageBuilds(RepositoryFiles files) {
    private static final String ENGINES = "docker|podman|buildah|nerdctl|depot|img";

    /** All that a step builds, in order. */
    List<ImageBuild> of(DryStep step) {
        return Stream.concat(action(step).stream(), step.commands().stream().flatMap(command -> of(command).stream()))
                .toList();
    }

    private static Optional<ImageBuild> action(DryStep step) {
        boolean buildah = step.action().equals("redhat-actions/buildah-build");
        String outputs = step.with().getOrDefault("outputs", "");
        if (!ImageNames.builds(step) && !buildah
                || areFiles(outputs.lines().map(String::strip).toList())) {
            return Optional.empty();
        }
        PushAction push = new PushAction(step);
        return Optional.of(new ImageBuild(
                Optional.of(step.with()
                        .getOrDefault(buildah ? "containerfiles" : "file", "")
                        .strip()),
                step.with().getOrDefault("target", "").strip(),
                step.with().getOrDefault("context", "").strip(),
                push.references(),
                items(step.with().getOrDefault("platforms", "")),
                step.with()
                        .getOrDefault("labels", "")
                        .lines()
                        .map(String::strip)
                        .toList(),
                step.with()
                        .getOrDefault("build-args", "")
                        .lines()
                        .map(String::strip)
                        .toList(),
                push.pushes()));
    }

    private List<ImageBuild> of(Command command) {
        List<ImageBuild> described = new BuildFiles(files).of(command);
        if (!described.isEmpty()) {
            return described;
        }
        Optional<ImageBuild> ko = new KoBuild(command, files).build();
        if (ko.isPresent()) {
            return List.of(ko.get());
        }
        Options options = new Options(command.arguments());
        if (command.program().matches("executor|kaniko")
                || command.words().stream().anyMatch(word -> word.contains("kaniko-project/executor"))) {
            return List.of(kaniko(options));
        }
        boolean builds = options.says("build", "bud", "build-using-dockerfile");
        return command.program().matches(ENGINES)
                        && builds
                        && !BuildFiles.isCompose(command)
                        && !options.says("bake")
                        && !areFiles(options.values("--output", "-o"))
                ? List.of(plain(command, options))
                : List.of();
    }

    private static ImageBuild plain(Command command, Options options) {
        List<String> words = options.words();
        String context = words.get(words.size() - 1);
        List<String> outputs = options.values("--output", "-o");
        return new ImageBuild(
                Optional.of(options.values("--file", "-f").stream().findFirst().orElse("")),
                options.values("--target").stream().findFirst().orElse(""),
                context.startsWith("-") ? "" : command.folder() + "/" + context,
                Stream.concat(
                                options.values("--tag", "-t").stream(),
                                outputs.stream().flatMap(ImageBuilds::split))
                        .toList(),
                options.lists("--platform"),
                options.values("--label"),
                options.values("--build-arg"),
                options.has("--push") || outputs.stream().anyMatch(ImageBuilds::isPush));
    }

    private static ImageBuild kaniko(Options options) {
        List<String> names = options.values("--destination", "-d");
        return new ImageBuild(
                Optional.of(options.values("--dockerfile", "-f").stream()
                        .findFirst()
                        .orElse("")),
                options.values("--target").stream().findFirst().orElse(""),
                options.values("--context", "-c").stream()
                        .findFirst()
                        .orElse("")
                        .replaceFirst("^dir://", ""),
                names,
                options.values("--custom-platform", "--customPlatform"),
                options.values("--label"),
                options.values("--build-arg"),
                !names.isEmpty());
    }

    /** Whether an output of a build is an image in a registry. */
    static boolean isPush(String output) {
        return output.contains("type=registry") || output.contains("push=true");
    }

    /** Whether all that a build leaves are files, and no image. */
    static boolean areFiles(List<String> outputs) {
        List<String> written = outputs.stream().filter(one -> !one.isEmpty()).toList();
        return !written.isEmpty()
                && written.stream()
                        .allMatch(one -> !one.contains("{")
                                && (!one.contains("type=") || one.matches(".*\\btype=(?:local|tar|cacheonly)\\b.*")));
    }

    private static Stream<String> split(String text) {
        return Arrays.stream(text.split(","));
    }

    private static List<String> items(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
