package dev.slipway.config;

import java.util.Optional;

/**
 * The release on GitHub.
 *
 * @param draft whether it stays a draft until somebody publishes it
 */
public record ReleaseConfig(Optional<Boolean> draft) {}
