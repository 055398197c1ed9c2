package dev.slipway.model.workflow;

import java.util.Optional;

/**
 * The shell and the folder of {@code run} steps that do not set their own.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#defaultsrun">defaults.run</a>
 */
public record Defaults(Optional<Text> shell, Optional<Text> workingDirectory) {
    public Defaults {
        if (shell.isEmpty() && workingDirectory.isEmpty()) {
            throw new IllegalArgumentException("defaults have a shell or a working directory");
        }
    }

    public static Defaults shell(String shell) {
        return new Defaults(Optional.of(Text.of(shell)), Optional.empty());
    }
}
