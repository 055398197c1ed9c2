package dev.slipway.model.workflow;

import java.util.Optional;

/**
 * What {@code run} steps do where they do not say otherwise.
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
