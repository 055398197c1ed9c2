package dev.slipway.detect.image;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
        List<String> found = new ArrayList<>();
        if (ImageNames.builds(step) || step.action().equals("redhat-actions/buildah-build")) {
            String key = ImageNames.builds(step) ? "file" : "containerfiles";
            add(step.with().getOrDefault(key, ""), step.with().getOrDefault("context", ""), found);
        }
        if (ImageNames.bakes(step)) {
            new BakeFile(files)
                    .dockerfiles(step.with().getOrDefault("files", ""))
                    .forEach(file -> add(file, "", found));
        }
        step.commands().forEach(command -> built(command, found));
        step.commands().stream()
                .flatMap(command -> BakeFile.named(command).stream())
                .flatMap(named -> new BakeFile(files).dockerfiles(named).stream())
                .forEach(file -> add(file, "", found));
        return found;
    }

    private void built(Command command, List<String> found) {
        List<String> words = command.arguments();
        boolean builds = words.contains("build") || words.contains("bud") || words.contains("build-using-dockerfile");
        if (command.program().matches("docker|podman|buildah") && builds) {
            String file = option(words, "-f", "--file").orElse("");
            String context = words.get(words.size() - 1);
            add(file, context.startsWith("-") ? "" : context, found);
        }
    }

    private static Optional<String> option(List<String> words, String brief, String name) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(name + "=")) {
                return Optional.of(words.get(i).substring(name.length() + 1));
            }
            if ((words.get(i).equals(brief) || words.get(i).equals(name)) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private void add(String file, String context, List<String> found) {
        String folder =
                context.isBlank() || context.contains("{") || context.contains(":") ? "" : context.strip() + "/";
        Stream<String> names = file.isBlank()
                ? Stream.of(folder + "Dockerfile", folder + "Containerfile")
                : Stream.of(file.strip(), folder + file.strip());
        names.map(RepositoryFiles::plain).filter(files::has).findFirst().ifPresent(found::add);
    }
}
