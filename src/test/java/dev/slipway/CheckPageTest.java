package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linter;
import dev.slipway.source.SourceText;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/check.md} to what is true. */
class CheckPageTest {
    @Test
    void proposesAWorkflowWithoutFindings() {
        SourceText workflow = new SourceText(
                ".github/workflows/check.yml", Fences.of("docs/check.md").first("yaml"));
        assertThat(new Linter(new LintOptions(LocalDate.of(2026, 11, 23))).check(List.of(workflow)))
                .isEmpty();
    }
}
