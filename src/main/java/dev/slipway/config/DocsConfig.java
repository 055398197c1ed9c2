package dev.slipway.config;

import java.util.Optional;

/**
 * Pages that are generated for people.
 *
 * @param release the path of the page about releasing
 * @param intro the path of a text of the user's own that this page begins with
 */
public record DocsConfig(Optional<String> release, Optional<String> intro) {}
