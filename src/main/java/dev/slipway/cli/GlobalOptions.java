package dev.slipway.cli;

import dev.slipway.plan.Paths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The options of every command, before or after its name. */
final class GlobalOptions {
    /** The name of the config without {@code --config}. */
    static final String CONFIG_FILE = Paths.CONFIG;

    /** The character that Java substitutes for a byte that the encoding of the locale lacks. */
    private static final char UNREADABLE = '\uFFFD';

    private final OptionSpec directory = OptionSpec.builder("-C", "--directory")
            .paramLabel("<dir>")
            .type(Path.class)
            .converters(GlobalOptions::path)
            .description("work on the repository in this directory (default: the current one)")
            .scopeType(ScopeType.INHERIT)
            .build();
    private final OptionSpec config = OptionSpec.builder("--config")
            .paramLabel("<file>")
            .type(Path.class)
            .converters(GlobalOptions::path)
            .description("use this config, relative to the directory (default: " + CONFIG_FILE
                    + ", and all other configs of the repository)")
            .scopeType(ScopeType.INHERIT)
            .build();
    private final OptionSpec color = OptionSpec.builder("--color")
            .paramLabel("<when>")
            .type(ColorMode.class)
            .converters(Choice.of(ColorMode.class))
            .description("use colors: auto, always or never (default: auto)")
            .scopeType(ScopeType.INHERIT)
            .build();
    private final OptionSpec quiet = flag("print results and errors only", "-q", "--quiet");
    private final OptionSpec verbose = flag("print more about what is done and why", "-v", "--verbose");
    private final OptionSpec help = OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("print this help")
            .scopeType(ScopeType.INHERIT)
            .build();
    private final OptionSpec version = OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("print the version")
            .scopeType(ScopeType.INHERIT)
            .build();

    private static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(description)
                .scopeType(ScopeType.INHERIT)
                .build();
    }

    void addTo(CommandSpec root) {
        List.of(directory, config, color, quiet, verbose, help, version).forEach(root::addOption);
    }

    /** The repository to work on: the one that contains the folder, unless the folder has its own generated files. */
    Path directory() {
        return GitRoot.of(folder()).root();
    }

    /** The requested folder. */
    Path folder() {
        Path asked = Optional.<Path>ofNullable(directory.getValue()).orElse(Path.of(""));
        String current = System.getProperty("user.dir");
        if (!asked.isAbsolute() && current.indexOf(UNREADABLE) >= 0) {
            throw new InvalidPathException(current, Failure.UNMAPPABLE);
        }
        return asked;
    }

    /** @throws IOException if the requested directory does not exist or is a file */
    void checkDirectory() throws IOException {
        Path asked = directory.getValue();
        if (asked != null && !Files.isDirectory(asked)) {
            throw Files.exists(asked)
                    ? new NotDirectoryException(asked.toString())
                    : new IOException("no such directory: '" + asked + "'");
        }
    }

    /** Parses the path of an option. */
    static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException noPath) {
            throw new TypeConversionException(Failure.message(noPath));
        }
    }

    /** The requested config, by its name or by the folder. */
    Optional<Path> asked() {
        return Optional.<Path>ofNullable(config.getValue())
                .or(() -> GitRoot.of(folder()).config());
    }

    /** The config to read; it need not exist. */
    Path configFile() {
        return asked().map(folder()::resolve).orElseGet(() -> directory().resolve(CONFIG_FILE));
    }

    /** The config to write. */
    Path newConfigFile() {
        return Optional.<Path>ofNullable(config.getValue())
                .map(folder()::resolve)
                .orElseGet(() -> GitRoot.of(folder()).home(folder()).resolve(CONFIG_FILE));
    }

    /** Whether to print colors. */
    boolean coloured(Console console) {
        return Optional.<ColorMode>ofNullable(color.getValue())
                .orElse(ColorMode.AUTO)
                .coloured(console);
    }

    boolean quiet() {
        return Boolean.TRUE.equals(quiet.getValue());
    }

    boolean verbose() {
        return Boolean.TRUE.equals(verbose.getValue());
    }

    /** The words of {@code --color}. */
    private enum ColorMode {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean coloured(Console console) {
            return this == ALWAYS || this == AUTO && console.coloured().getAsBoolean();
        }
    }
}
