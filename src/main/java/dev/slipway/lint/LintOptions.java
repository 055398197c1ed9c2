package dev.slipway.lint;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the findings depend on besides the files.
 *
 * @param today the day that dated facts, such as the end of a runner image, are compared with; none where they are not
 */
public record LintOptions(Optional<LocalDate> today) {
    /** For files whose dated facts somebody else looks at. */
    public static final LintOptions UNDATED = new LintOptions(Optional.empty());

    public LintOptions(LocalDate today) {
        this(Optional.of(today));
    }
}
