package dev.slipway.plan;

import java.util.Optional;

/**
 * What is released.
 *
 * @param name the first word of every archive's name
 * @param paths where its generated files are
 */
public record Project(
        String name, Repository repository, Optional<String> description, Optional<String> license, Paths paths) {}
