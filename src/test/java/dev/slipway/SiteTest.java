package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linter;
import dev.slipway.source.SourceText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The workflow that builds and publishes the site is not generated, so it is held to the rules here. */
class SiteTest {
    private static final String WORKFLOW = ".github/workflows/docs.yml";

    @Test
    void theWorkflowOfTheSiteHasNoFindings() {
        SourceText workflow = new SourceText(WORKFLOW, Examples.read(Path.of(WORKFLOW)));
        assertThat(new Linter(new LintOptions(LocalDate.of(2026, 11, 28))).check(List.of(workflow)))
                .isEmpty();
    }
}
