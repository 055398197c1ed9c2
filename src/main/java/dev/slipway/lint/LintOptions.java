package dev.slipway.lint;

import java.time.LocalDate;

/**
 * What the findings depend on besides the files.
 *
 * @param today the day that dated facts, such as the end of a runner image, are compared with
 */
public record LintOptions(LocalDate today) {}
