package dev.slipway.config;

import java.util.Optional;

/**
 * Pages that are generated for people.
 *
 * @param release the path of the page about releasing
 */
public record DocsConfig(Optional<String> release) {}
