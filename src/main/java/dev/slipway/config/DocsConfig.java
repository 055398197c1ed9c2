package dev.slipway.config;

import java.util.Optional;

/**
 * The key {@code docs}: pages for people.
 *
 * @param release the path of the generated page about releasing
 * @param intro the path of a Markdown file that this page begins with
 */
public record DocsConfig(Optional<String> release, Optional<String> intro) {}
