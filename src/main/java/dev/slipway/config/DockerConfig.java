package dev.slipway.config;

import java.util.List;
import java.util.Optional;

/**
 * The image.
 *
 * @param image its name without a tag
 * @param base what it is built on
 * @param user who runs in it
 * @param platforms what it runs on; empty for all Linux targets
 */
public record DockerConfig(
        Optional<String> image, Optional<String> base, Optional<String> user, List<String> platforms) {
    public DockerConfig {
        platforms = List.copyOf(platforms);
    }
}
