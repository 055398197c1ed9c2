package dev.slipway.config;

import java.util.Optional;

/**
 * The release on GitHub.
 *
 * @param draft whether it stays a draft until somebody publishes it
 * @param name its title, with {@code {name}}, {@code {tag}} and {@code {version}} to fill in
 */
public record ReleaseConfig(Optional<Boolean> draft, Optional<String> name) {}
