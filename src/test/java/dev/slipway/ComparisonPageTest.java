package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Slipway's column on {@code docs/comparison.md} is what it generates today. */
class ComparisonPageTest {
    private static final Fences PAGE = Fences.of("docs/comparison.md");

    @Test
    void slipwaysNumbersAreThoseOfToday() {
        String config = PAGE.first("yaml");
        List<String> workflows = Examples.generate(config).files().files().stream()
                .filter(file -> file.path().startsWith(".github/workflows/"))
                .map(file -> file.text())
                .toList();
        long pinned = count(workflows, "(?m)^ +uses: \\S+@[0-9a-f]{40}\\b");
        long jobs = count(workflows, "(?m)^ {4}runs-on:");
        assertThat(PAGE.page())
                .contains("| lines that you keep, without blank lines and comments | %d |"
                        .formatted(config.lines().count()))
                .contains("| generated lines of workflows | %d |"
                        .formatted(workflows.stream().flatMap(String::lines).count()))
                .contains("| actions pinned to a commit | %d of %d |"
                        .formatted(pinned, count(workflows, "(?m)^ +uses: ")))
                .contains("| jobs that may write | %d of %d |"
                        .formatted(count(workflows, "(?m)^ {6}[a-z-]+: write\\b"), jobs))
                .contains("| jobs with a timeout | %d of %d |"
                        .formatted(count(workflows, "(?m)^ {4}timeout-minutes:"), jobs));
    }

    private static long count(List<String> workflows, String pattern) {
        return workflows.stream()
                .flatMap(workflow -> Pattern.compile(pattern).matcher(workflow).results())
                .map(MatchResult::group)
                .count();
    }
}
