package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.Generator;
import dev.slipway.Intro;
import dev.slipway.Overrides;
import dev.slipway.Version;
import dev.slipway.files.Drift;
import dev.slipway.files.OwnText;
import dev.slipway.files.Pins;
import dev.slipway.files.TemplateFolder;
import dev.slipway.files.Worktree;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return withIntro(new Generator(overrides).generate(config));
    }

    private Generation withIntro(Generation generation) {
        Optional<String> path = Intro.path(generation);
        return path.isEmpty() ? generation : Intro.above(generation, intro(generation, path.get()));
    }

    private SourceText intro(Generation generation, String path) {
        try {
            return SourceText.decode(path, OwnText.read(options.directory(), path));
        } catch (IOException unreadable) {
            throw Intro.fault(generation, String.valueOf(unreadable.getMessage()));
        }
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

    /** How far the repository is from what the config asks for. */
    Drift compare(Generation generation, boolean strictPins) throws IOException {
        Pins pins = strictPins
                ? Pins.fromConfig()
                : Pins.fromTreeExcept(generation.plan().actions().overridden());
        return worktree().compare(generation.files(), pins);
    }
}
