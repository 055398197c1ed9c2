package dev.slipway.model.docker;

import java.util.List;

/**
 * The recipe of an image.
 *
 * @param comment printed below the syntax line
 */
public record Dockerfile(String comment, List<Stage> stages) {
    public Dockerfile {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("a Dockerfile has a stage");
        }
    }
}
