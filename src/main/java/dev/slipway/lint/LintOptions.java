package dev.slipway.lint;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the findings depend on besides the files.
 *
 * @param today the day that dated facts, such as the end of a runner image, are compared with; none if they are not
 * @param tree which files the repository has, by their paths; empty if unknown
 */
public record LintOptions(Optional<LocalDate> today, Optional<Predicate<String>> tree) {
    /** For files whose dated facts are checked elsewhere. */
    public static final LintOptions UNDATED = new LintOptions(Optional.empty(), Optional.empty());

    public LintOptions(LocalDate today) {
        this(Optional.of(today), Optional.empty());
    }
}
