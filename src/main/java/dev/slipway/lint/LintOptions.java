package dev.slipway.lint;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the findings depend on besides the files.
 *
 * @param today the day that dated facts, such as the end of a runner image, are compared with
 * @param tree which files the repository has, by their paths; empty where nobody knows
 */
public record LintOptions(LocalDate today, Optional<Predicate<String>> tree) {
    public LintOptions(LocalDate today) {
        this(today, Optional.empty());
    }
}
