package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class GlobalOptionsTest {
    private final GlobalOptions options = new GlobalOptions();

    private GlobalOptions parsed(String... args) {
        CommandSpec root = CommandSpec.create().name("slipway");
        options.addTo(root);
        root.addSubcommand("check", CommandSpec.create());
        new CommandLine(root).parseArgs(args);
        return options;
    }

    private static Console console(boolean coloured) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Console(nowhere, nowhere, () -> coloured);
    }

    @Test
    void theConfigStandsInTheCurrentDirectoryByDefault() {
        parsed("check");
        assertThat(options.directory()).isEqualTo(Path.of(""));
        assertThat(options.configFile()).isEqualTo(Path.of("slipway.yml"));
        assertThat(options.quiet()).isFalse();
        assertThat(options.verbose()).isFalse();
    }

    @Test
    void optionsBeforeTheCommandCount() {
        parsed("-C", "repo", "--config", "release.yml", "-q", "-v", "check");
        assertThat(options.configFile()).isEqualTo(Path.of("repo/release.yml"));
        assertThat(options.quiet()).isTrue();
        assertThat(options.verbose()).isTrue();
    }

    @Test
    void optionsAfterTheCommandCount() {
        parsed("check", "--directory=repo", "--config", "release.yml", "--quiet", "--verbose");
        assertThat(options.configFile()).isEqualTo(Path.of("repo/release.yml"));
        assertThat(options.quiet()).isTrue();
        assertThat(options.verbose()).isTrue();
    }

    @Test
    void anAbsoluteConfigStandsWhereItSays() {
        Path config = Path.of("release.yml").toAbsolutePath();
        parsed("-C", "repo", "--config", config.toString(), "check");
        assertThat(options.configFile()).isEqualTo(config);
    }

    @Test
    void coloursFollowTheTerminalUnlessToldOtherwise() {
        parsed("check");
        assertThat(options.coloured(console(true))).isTrue();
        assertThat(options.coloured(console(false))).isFalse();
    }

    @Test
    void coloursCanBeForced() {
        parsed("--color", "always", "check");
        assertThat(options.coloured(console(false))).isTrue();
    }

    @Test
    void coloursCanBeForbidden() {
        parsed("check", "--color=never");
        assertThat(options.coloured(console(true))).isFalse();
    }
}
