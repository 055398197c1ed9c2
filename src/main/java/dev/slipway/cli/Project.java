package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.Generator;
import dev.slipway.Overrides;
import dev.slipway.Version;
import dev.slipway.files.Drift;
import dev.slipway.files.Locked;
import dev.slipway.files.Pins;
import dev.slipway.files.TemplateFolder;
import dev.slipway.files.Worktree;
import dev.slipway.lint.Linter;
import dev.slipway.lock.ActionsLock;
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
import java.util.Optional;

/** The repository that a command works on. */
final class Project {
    private final GlobalOptions options;

    Project(GlobalOptions options) {
        this.options = options;
    }

    /** What the config asks for. */
    Generation generate() throws IOException {
        SourceText config = config();
        Overrides overrides = new Overrides(
                TemplateFolder.read(options.directory().toAbsolutePath().normalize()));
        return new Generator(overrides).generate(config);
    }

    SourceText config() throws IOException {
        Path file = options.configFile();
        if (!Files.exists(file)) {
            throw new IOException("no config '" + file + "': run 'slipway init' to have one written");
        }
        if (Files.isDirectory(file)) {
            throw new IOException("'" + file + "' is a directory, not a config");
        }
        return SourceText.decode(name(file), Files.readAllBytes(file));
    }

    private String name(Path file) {
        Path directory = options.directory().toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(directory) ? directory.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    Worktree worktree() {
        return new Worktree(options.directory().toAbsolutePath().normalize(), Version.current());
    }

    /** GitHub's lockfile of actions, where the repository has one. */
    Optional<SourceText> lock() throws IOException {
        Path file = options.directory().resolve(ActionsLock.PATH);
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
            return Files.isRegularFile(options.directory().resolve(path));
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
        if (!texts.isEmpty()) {
            drift.files().stream()
                    .filter(file -> file.path().startsWith(".github/workflows/"))
                    .forEach(file -> file.after().ifPresent(text -> texts.add(new SourceText(file.path(), text))));
        }
        return new FindingReport(texts, Linter.checkLock(texts));
    }

    /** How far the repository is from what the config asks for. */
    Drift compare(Generation generation, boolean strictPins) throws IOException {
        Pins pins = strictPins
                ? Pins.fromConfig()
                : Pins.fromTreeExcept(generation.plan().actions().overridden());
        return worktree().compare(generation.files(), pins.with(locked()));
    }
}
