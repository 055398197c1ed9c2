package dev.slipway.run.example;

import dev.slipway.Examples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A small project that an example of {@code generated} could belong to: a git repository with the example's config, what
 * was generated from it, and every file that these refer to. Its programs have no dependencies; each is built in about a
 * second and says {@code NAME VERSION} when it is asked for its {@code --version}.
 *
 * <p>Each {@link Version} has a commit whose manifest says that version, by one person at a fixed time, so the same
 * example always gives the same commits. The branch {@code main} is checked out and ends at the stable version;
 * {@code next} ends at the prerelease and {@code backport} at the fix of an old version.
 *
 * @param example the folder below {@code generated}
 * @param tagged whether the versions to try have their tags already; the earlier ones always do
 */
public record ExampleProject(String example, boolean tagged) {
    private static final Path FOLDER = Path.of("generated");

    /** A project in which only the earlier versions are tagged. */
    public static ExampleProject of(String example) {
        return new ExampleProject(example, false);
    }

    /** The names of all examples. */
    public static List<String> names() {
        return Examples.folders().stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    /** The same with a tag at every version, the ones to try too. */
    public ExampleProject withTags() {
        return new ExampleProject(example, true);
    }

    /** The tags to try of the config {@code slipway.yml}. */
    public TriedTags tags() {
        return releases().get(0);
    }

    /** The tags to try of each config: a repository can have several projects. */
    public List<TriedTags> releases() {
        return switch (example) {
            case "two-projects" ->
                List.of(
                        new TriedTags("slipway.yml", "alpha-v", true),
                        new TriedTags("slipway.beta.yml", "beta-v", true));
            case "published-release" -> List.of(new TriedTags("slipway.yml", "otto-v", true));
            case "image-distroless" -> List.of(new TriedTags("slipway.yml", "tided-v", true));
            case "jq" -> List.of(new TriedTags("slipway.yml", "jq-", true));
            case "calendar" -> List.of(new TriedTags("slipway.yml", "25.", false));
            case "cargo-deny", "just" -> List.of(new TriedTags("slipway.yml", "", true));
            case "delta", "ripgrep" -> List.of(new TriedTags("slipway.yml", "", false));
            default -> List.of(new TriedTags("slipway.yml", "v", true));
        };
    }

    /** Makes the repository in this folder, which need not be there but has to be empty, and gives the folder. */
    public Path in(Path folder) {
        Sources sources = Projects.of(example);
        try {
            Files.createDirectories(folder);
            Git start = new Git(folder, Version.FIRST.date());
            start.run("init", "-q", "-b", Version.FIRST.branch());
            for (Version version : Version.values()) {
                commit(version, sources.at(version), folder);
            }
            start.run("switch", "-q", Version.STABLE.branch());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the repository with the version of this tag checked out: the last commit of its branch. */
    public Path in(Path folder, String tag) {
        TriedTags owner = releases().stream()
                .filter(tags -> tags.tried().contains(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no release of " + example + " is tried with " + tag));
        new Git(in(folder), Version.FIRST.date())
                .run("switch", "-q", owner.version(tag).branch());
        return folder;
    }

    private void commit(Version version, SortedMap<String, String> files, Path folder) throws IOException {
        Git git = new Git(folder, version.date());
        if (version.before().isPresent() && !version.before().get().branch().equals(version.branch())) {
            String from = releases().get(0).tag(version.before().get());
            git.run(
                    "switch",
                    "-q",
                    "-c",
                    version.branch(),
                    version.before().get().isEarlier()
                            ? from
                            : version.before().get().branch());
        }
        for (var file : files.entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
        copyGenerated(folder);
        git.run("add", "-A");
        git.run("commit", "-q", "-m", "Make " + version.text());
        for (TriedTags tags : releases()) {
            if (version.isEarlier() || tagged && tags.tried().contains(tags.tag(version))) {
                git.run("tag", tags.tag(version));
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (text.startsWith("#!") && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made a program");
        }
    }

    private void copyGenerated(Path folder) throws IOException {
        Path from = FOLDER.resolve(example);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
