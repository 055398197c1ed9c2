package dev.slipway.model.docker;

import java.util.List;

/**
 * What a build does not send as its context.
 *
 * @param comment printed at the top
 * @param patterns one a line
 * @see <a href="https://docs.docker.com/build/concepts/context/#dockerignore-files">.dockerignore files</a>
 */
public record Dockerignore(String comment, List<String> patterns) {
    public Dockerignore {
        patterns = List.copyOf(patterns);
    }
}
