package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.Generator;
import dev.slipway.Intro;
import dev.slipway.Neighbours;
import dev.slipway.Overrides;
import dev.slipway.Version;
import dev.slipway.files.Configs;
import dev.slipway.files.Drift;
import dev.slipway.files.FileSet;
import dev.slipway.files.Locked;
import dev.slipway.files.Maker;
import dev.slipway.files.OwnText;
import dev.slipway.files.Pins;
import dev.slipway.files.TemplateFolder;
import dev.slipway.files.Worktree;
import dev.slipway.lint.Linter;
import dev.slipway.lock.ActionsLock;
import dev.slipway.plan.Paths;
import dev.slipway.report.FindingReport;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A project that a command works on: a config and the files that are made from it.
 *
 * @param root the root of the repository
 * @param file its config
 * @param gone whether nothing but what was once made from it is left
 */
record Project(Path root, Path file, boolean gone) {
    /** The project of the config that was asked for, or every project of the repository; the usual one where none is. */
    static List<Project> of(GlobalOptions options) throws IOException {
        Path root = options.directory();
        if (options.asked().isPresent()) {
            return List.of(new Project(root, options.configFile(), false));
        }
        List<Project> found = of(root);
        return found.isEmpty() ? List.of(new Project(root, options.configFile(), false)) : found;
    }

    /** The same without those whose configs are gone. */
    static List<Project> present(GlobalOptions options) throws IOException {
        return of(options).stream().filter(project -> !project.gone()).toList();
    }

    /** The projects whose configs have known names, and those that files were written for; none without a config. */
    static List<Project> of(Path root) throws IOException {
        Configs configs = new Configs(root);
        Map<String, Project> projects = new TreeMap<>();
        for (String name : configs.named()) {
            projects.put(name, of(root, name));
        }
        List<String> words =
                projects.keySet().stream().map(name -> Paths.of(name).project()).toList();
        configs.recorded().forEach((word, name) -> {
            Project written = of(root, name);
            if (!written.gone() || !words.contains(word)) { // one that was renamed goes on under its new name
                projects.putIfAbsent(name, written);
            }
        });
        List<Project> all = new ArrayList<>(projects.values());
        all.sort((one, other) -> one.paths().project().compareTo(other.paths().project()));
        return all.stream().allMatch(Project::gone) ? List.of() : all;
    }

    private static Project of(Path root, String config) {
        Path file = root.resolve(config);
        return new Project(root, file, !Files.exists(file));
    }

    /** What the config asks for, if no other project of the repository claims the same. */
    Generation generate() throws IOException {
        Overrides overrides =
                new Overrides(TemplateFolder.read(root.toAbsolutePath().normalize()));
        Generation generation = new Generator(overrides).generate(config());
        neighbours().check(generation);
        return withIntro(generation);
    }

    private Generation withIntro(Generation generation) {
        Optional<String> path = Intro.path(generation);
        return path.isEmpty() ? generation : Intro.above(generation, intro(generation, path.get()));
    }

    private SourceText intro(Generation generation, String path) {
        try {
            return SourceText.decode(path, OwnText.read(root, path));
        } catch (IOException unreadable) {
            throw Intro.fault(generation, String.valueOf(unreadable.getMessage()));
        }
    }

    /** Its Dockerfiles and their ignore files, where they are told from those of the usual project. */
    List<String> imageFiles() throws IOException {
        String word = paths().project();
        if (word.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(root.toAbsolutePath())) {
            return list.map(path -> path.getFileName().toString())
                    .filter(name -> (name + ".").startsWith("Dockerfile." + word + "."))
                    .sorted()
                    .toList();
        }
    }

    /** What was made for other projects of the repository. */
    Set<String> othersFiles() throws IOException {
        return new Configs(root).filesBut(paths().project());
    }

    /** The other projects of the repository. */
    Neighbours neighbours() throws IOException {
        List<SourceText> others = new ArrayList<>();
        for (Project other : of(root)) {
            if (!other.name().equals(name()) && Files.isRegularFile(other.file)) {
                others.add(other.config());
            }
        }
        return Neighbours.of(others);
    }

    private SourceText config() throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("no config '" + file + "': run 'slipway init' to have one written");
        }
        if (Files.isDirectory(file)) {
            throw new IOException("'" + file + "' is a directory, not a config");
        }
        return SourceText.decode(name(), Files.readAllBytes(file));
    }

    /** The config as messages name it. */
    String name() {
        Path directory = root.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(directory) ? directory.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    Paths paths() {
        return Paths.of(name());
    }

    Worktree worktree() {
        return new Worktree(root.toAbsolutePath().normalize(), Version.current(), new Maker(name(), paths().project()));
    }

    /** GitHub's lockfile of actions, where the repository has one. */
    Optional<SourceText> lock() throws IOException {
        Path file = root.resolve(ActionsLock.PATH);
        return Files.isRegularFile(file)
                ? Optional.of(SourceText.decode(ActionsLock.PATH, Files.readAllBytes(file)))
                : Optional.empty();
    }

    private Locked locked() throws IOException {
        try {
            return lock().map(text ->
                            new Locked(ActionsLock.of(YamlReader.read(text)).commits()))
                    .orElse(Locked.NONE);
        } catch (InvalidSource unreadable) {
            return Locked.NONE;
        }
    }

    /** Whether the repository has a file. */
    boolean has(String path) {
        try {
            return Files.isRegularFile(root.resolve(path));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** What the lockfile lacks of the workflows as they are once everything wanted is written. */
    FindingReport unlocked(Drift drift) throws IOException {
        List<SourceText> texts = new ArrayList<>();
        try {
            lock().ifPresent(texts::add);
        } catch (InvalidSource invalid) {
            return FindingReport.of(invalid);
        }
        if (texts.isEmpty()) {
            return new FindingReport(List.of(), List.of());
        }
        drift.files().stream()
                .filter(file -> file.path().startsWith(".github/workflows/"))
                .forEach(file -> file.after().ifPresent(text -> texts.add(new SourceText(file.path(), text))));
        return new FindingReport(texts, Linter.checkLock(texts));
    }

    /** How far the repository is from what the config asks for. */
    Drift compare(Generation generation, boolean strictPins) throws IOException {
        Pins pins = strictPins
                ? Pins.fromConfig()
                : Pins.fromTreeExcept(generation.plan().actions().overridden());
        return worktree().compare(generation.files(), pins.with(locked()));
    }

    /** What is left of a project whose config is gone. */
    Drift remains() throws IOException {
        return worktree().compare(new FileSet(List.of()), Pins.fromTree().with(locked()));
    }
}
