package dev.slipway.cli;

import dev.slipway.Attempt;
import dev.slipway.ConfigCheck;
import dev.slipway.Generation;
import dev.slipway.Generator;
import dev.slipway.Intro;
import dev.slipway.OtherProjects;
import dev.slipway.Overrides;
import dev.slipway.RepositoryLockfile;
import dev.slipway.Validator;
import dev.slipway.Version;
import dev.slipway.config.Bases;
import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.disk.Unreadable;
import dev.slipway.files.Applied;
import dev.slipway.files.Configs;
import dev.slipway.files.Drift;
import dev.slipway.files.FileSet;
import dev.slipway.files.GeneratedFile;
import dev.slipway.files.LoneFile;
import dev.slipway.files.OwnText;
import dev.slipway.files.Pins;
import dev.slipway.files.Resolution;
import dev.slipway.files.SourceConfig;
import dev.slipway.files.TemplateFolder;
import dev.slipway.files.Worktree;
import dev.slipway.plan.Paths;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.source.Document;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project that a command works on: a config and the files generated from it.
 *
 * @param root the root of the repository
 * @param file its config
 * @param gone whether the config is gone and only generated files are left
 * @param proposed the text of a config that is not yet written
 */
record Project(Path root, Path file, boolean gone, Optional<String> proposed) {
    Project(Path root, Path file, boolean gone) {
        this(root, file, gone, Optional.empty());
    }

    /** The project of a config that does not exist yet. */
    static Project wanted(GlobalOptions options) {
        return new Project(options.directory(), options.newConfigFile(), false);
    }

    /** The project of a config that is written together with its files. */
    Project with(String config) {
        return new Project(root, file, gone, Optional.of(config));
    }

    /** The project of the config that was asked for, or of the usual one; it need not exist. */
    static Project asked(GlobalOptions options) {
        return new Project(options.directory(), options.configFile(), false);
    }

    /** The files that the config defines, if it is valid on any day and does not conflict with another project. */
    Generation generate() throws IOException {
        return generate(LocalDate.EPOCH);
    }

    /** The same. Errors that depend on the date are reported only together with others. */
    Generation generate(LocalDate today) throws IOException {
        return new Validator(today, this::has).accept(attempt(today));
    }

    /** The same for the validation of all that is generated. */
    Attempt attempt(LocalDate today) throws IOException {
        Overrides overrides =
                new Overrides(TemplateFolder.read(root.toAbsolutePath().normalize()));
        Attempt attempt = attempt(new Generator(overrides), today);
        return withIntro(attempt.and(others().conflicts(attempt.generation())));
    }

    /** The meaning of the config, without looking at the rest of the repository. */
    ReleasePlan plan() throws IOException {
        return attempt(new Generator(Overrides.NONE), LocalDate.EPOCH)
                .orReject()
                .plan();
    }

    private Attempt attempt(Generator generator, LocalDate today) throws IOException {
        Document document = document();
        try {
            return generator.attempt(document);
        } catch (InvalidSource invalid) {
            throw RemoteAdvice.add(ConfigCheck.add(invalid, document, today), root);
        }
    }

    private Attempt withIntro(Attempt attempt) {
        Optional<String> path = Intro.path(attempt.generation());
        if (path.isEmpty()) {
            return attempt;
        }
        try {
            return Intro.above(attempt, SourceText.decode(path.get(), OwnText.read(root, path.get())));
        } catch (IOException unreadable) {
            return attempt.and(Intro.fault(attempt.generation(), String.valueOf(unreadable.getMessage())));
        }
    }

    /** Its Dockerfiles and their ignore files, if they have other than the usual names. */
    List<String> imageFiles() throws IOException {
        String word = paths().project();
        Stream<String> named = word.isEmpty()
                ? Stream.of()
                : Checkout.in(root).list(".").stream()
                        .filter(name -> (name + ".").startsWith("Dockerfile." + word + "."));
        Stream<String> generated =
                new Configs(root).filesOf(word).stream().filter(path -> path.matches("(.*/)?Dockerfile(\\..*)?"));
        return Stream.concat(named, generated).filter(this::has).distinct().toList();
    }

    /** The files generated for other projects of the repository. */
    Set<String> othersFiles() throws IOException {
        return new Configs(root).filesBut(paths().project());
    }

    /** The generated files of this project that still have their header. */
    SortedSet<String> ownFiles() throws IOException {
        Paths paths = paths();
        return Stream.concat(
                        new Configs(root).filesOf(paths.project()).stream(),
                        Stream.of(paths.release(), paths.ci(), paths.dockerfile(), paths.dockerignore()))
                .filter(this::wrote)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The other projects of the repository. */
    OtherProjects others() throws IOException {
        List<Document> others = new ArrayList<>();
        for (Project other : Projects.in(root)) {
            if (!other.name().equals(name()) && !other.gone) {
                other.readable().ifPresent(others::add);
            }
        }
        return OtherProjects.of(others);
    }

    /** The config, if it can be read. Reading it later reports the error. */
    Optional<Document> readable() throws IOException {
        try {
            return Optional.of(document());
        } catch (InvalidSource | Unreadable invalid) {
            return Optional.empty();
        }
    }

    /** The config and the files that it extends. */
    Document document() throws IOException {
        SourceText config = config();
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        Path start = folder.startsWith(root.toAbsolutePath().normalize()) ? root : folder;
        return Bases.read(config, Version.current(), path -> Checkout.in(start).bytes(path, Limit.CONFIG));
    }

    private SourceText config() throws IOException {
        if (proposed.isPresent()) {
            return new SourceText(name(), proposed.get());
        }
        Optional<byte[]> bytes = Checkout.named(root, file.toAbsolutePath(), name(), Limit.CONFIG);
        if (bytes.isEmpty()) {
            throw new IOException("no config '" + file + "': run 'slipway init" + option() + "' to create one");
        }
        return SourceText.decode(name(), bytes.get());
    }

    private String option() {
        return file.getFileName().toString().equals(GlobalOptions.CONFIG_FILE) ? "" : " --config " + name();
    }

    /** The name of the config in messages. */
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
        return new Worktree(
                root.toAbsolutePath().normalize(), Version.current(), new SourceConfig(name(), paths().project()));
    }

    private RepositoryLockfile lockfile() {
        return new RepositoryLockfile(root);
    }

    /** What the lockfile lacks of the workflows as they are once everything wanted is written. */
    RepositoryLockfile.Unlocked unlocked(Drift drift) throws IOException {
        return lockfile().unlocked(drift, this::has);
    }

    /** Whether the repository has a file. */
    boolean has(String path) {
        try {
            return Checkout.in(root).has(path);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Writes the generated files, and the config if it is only proposed. */
    Applied apply(Drift drift, Resolution how) throws IOException {
        boolean inside = GeneratedFile.faultOf(name()).isEmpty();
        Map<String, String> added = new LinkedHashMap<>();
        proposed.filter(text -> inside).ifPresent(text -> added.put(name(), text));
        Applied applied = worktree().apply(drift, how, added);
        if (!inside) {
            writeConfig();
        }
        return applied;
    }

    /** Writes only the proposed config, unless a file with its name exists by now. */
    boolean writeConfig() throws IOException {
        Path folder = file.resolveSibling("");
        return proposed.isPresent()
                && LoneFile.create(folder, file.getFileName().toString(), proposed.get());
    }

    /** Whether a file has the header of a generated file. */
    boolean wrote(String path) {
        try {
            return Checkout.in(root)
                    .bytes(path, Limit.GENERATED)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .filter(GeneratedFile::hasHeader)
                    .isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The differences between the repository and the config. */
    Drift compare(Generation generation, boolean strictPins) throws IOException {
        Pins pins = strictPins
                ? Pins.fromConfig()
                : Pins.fromTreeExcept(generation.plan().actions().overridden());
        return worktree().compare(generation.files(), pins.with(lockfile().locked()));
    }

    /** The generated files of a project whose config is gone. */
    Drift remains() throws IOException {
        return worktree()
                .compare(new FileSet(List.of()), Pins.fromTree().with(lockfile().locked()));
    }
}
