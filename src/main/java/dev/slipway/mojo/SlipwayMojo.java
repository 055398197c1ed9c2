package dev.slipway.mojo;

import dev.slipway.cli.Main;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * A command as a Maven goal: builds the command line from the parameters and logs the output. Exit code 1 fails the build;
 * any other code except 0 is an error. Maven sets the fields as described in {@code META-INF/maven/plugin.xml}.
 */
abstract class SlipwayMojo extends AbstractMojo {
    private static final int FINE = 0;
    private static final int FINDINGS = 1;

    private final String command;

    /** The directory of slipway.yml; by default, that of the project. */
    @Nullable File directory;

    /** The path of the config, relative to the directory; by default {@code slipway.yml}. */
    @Nullable String config;

    /** More options of the command, such as {@code --strict-pins}. */
    @Nullable List<String> arguments;

    /** Skips the goal. */
    boolean skip;

    /** @param command the word after {@code slipway} */
    SlipwayMojo(String command) {
        this.command = command;
    }

    /** The message if the command ends with findings. */
    abstract String help();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("slipway " + command + " is skipped");
            return;
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(words(), new PrintWriter(out, true), new PrintWriter(err, true));
        log(out, exit == FINE ? getLog()::info : getLog()::error);
        log(err, exit == FINE ? getLog()::warn : getLog()::error);
        if (exit == FINDINGS) {
            throw new MojoFailureException(help());
        }
        if (exit != FINE) {
            throw new MojoExecutionException("slipway " + command + " ended with exit code " + exit + ", see above");
        }
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        if (directory != null) {
            words.addAll(List.of("-C", directory.getPath()));
        }
        if (config != null) {
            words.addAll(List.of("--config", config));
        }
        words.add(command);
        if (arguments != null) {
            words.addAll(arguments);
        }
        return words;
    }

    private static void log(StringWriter text, Consumer<CharSequence> log) {
        text.toString().lines().forEach(log);
    }
}
