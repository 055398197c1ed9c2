package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfConditionTest {
    private static final String ON = """
            on:
              push: { branches: [main, 'release/**'] }
              schedule: [{ cron: '0 4 * * *' }]
              pull_request:
              workflow_dispatch: { inputs: { level: { type: choice, options: [debug, info] } } }
            """;
    private static final String MATRIX =
            "strategy: { matrix: { os: [ubuntu-latest, macos-15], v: [1.10, 2], include: [{ os: macos-15, x: a }] } }, "
                    + "runs-on: '${{ matrix.os }}', ";

    private static List<String> findings(String workflow) {
        return new Linter(LintOptions.UNDATED)
                .check(List.of(new SourceText(".github/workflows/a.yml", workflow))).stream()
                        .filter(finding -> finding.rule().equals("if-condition"))
                        .map(Finding::message)
                        .toList();
    }

    private static List<String> ofStep(String on, String job, String condition) {
        return findings(
                on + "jobs:\n  a: { " + job + "steps: [{ run: x, id: t }, { run: x, if: \"" + condition + "\" }] }\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "false|''",
                "success() && false|'false' decides it",
                "github.event.x && false|'false' decides it",
                "!always()|'always()' decides it",
                "github.event_name == 'release'|'github.event_name' is 'push', 'schedule', 'pull_request' or 'workflow_dispatch'",
                "github.event_name == 1|'github.event_name' is",
                "github.event_name == 'push' && startsWith(github.ref, 'refs/tags/')|where 'github.event_name == 'push'' holds, 'github.ref' is 'refs/heads/main' or 'refs/heads/release/…'",
                "github.event_name == 'push' && github.ref_name == 'develop'|'github.ref_name' is 'main' or 'release/…'",
                "github.event_name == 'pull_request' && github.ref_type == 'tag'|'github.ref_type' is 'branch'",
                "github.event.schedule == '0 5 * * *'|'github.event.schedule' is empty or '0 4 * * *'",
                "github.event.action == 'closed'|'github.event.action' is empty, 'opened', 'synchronize' or 'reopened'",
                "inputs.level == 'warn'|'inputs.level' is empty, 'debug' or 'info'",
                "github.event.inputs.level == 'warn'|'github.event.inputs.level' is empty, 'debug' or 'info'",
                "steps.t.outcome == 'failure'|'steps.t.outcome' is 'success' or 'skipped' by then",
                "failure() && steps.t.outcome == 'failed'|'steps.t.outcome' is 'success', 'failure', 'cancelled' or 'skipped'",
                "job.status == 'failure'|'job.status' is 'success' by then"
            })
    void tellsOfAStepThatNeverRunsAndWhy(String condition, String why) {
        assertThat(ofStep(ON, "runs-on: ubuntu-latest, ", condition))
                .singleElement()
                .asString()
                .contains("never true, so the step never runs")
                .contains(why.equals("''") ? "" : why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "matrix.os == 'windows-latest'|'matrix.os' is 'ubuntu-latest' or 'macos-15'",
                "startsWith(matrix.v, '1.10')|'matrix.v' is 1.1 or 2",
                "matrix.os == 'ubuntu-latest' && matrix.x == 'a'|where 'matrix.os == 'ubuntu-latest'' holds, 'matrix.x' is empty",
                "runner.os == 'Windows'|'runner.os' is 'Linux' or 'macOS'",
                "matrix.os == 'macos-15' && runner.arch == 'X64'|where 'matrix.os == 'macos-15'' holds, 'runner.arch' is 'ARM64'"
            })
    void tellsOfAStepThatNoRowRuns(String condition, String why) {
        assertThat(ofStep(ON, MATRIX, condition)).singleElement().asString().endsWith(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "always()",
                "success()",
                "!cancelled()",
                "failure() || cancelled()",
                "vars.X == '' && env.Y",
                "github.ref == github.ref",
                "github.ref == 'refs/heads/main'",
                "github.event_name == 'push' && github.ref == 'refs/heads/release/1'",
                "startsWith(github.ref, 'refs/tags/')",
                "github.event_name == 'workflow_dispatch' && github.ref_type == 'tag'",
                "inputs.level == 'info'",
                "github.event.inputs.other == 'x'",
                "github.event.action == 'opened'",
                "github.event && github.event.action == 'opened'",
                "contains(toJSON(github), 'release')",
                "failure() && steps.t.outcome == 'failure'",
                "steps.t.outcome != 'skipped'",
                "matrix.os == 'macos-15'",
                "matrix.v == '1.1'",
                "matrix.x",
                "matrix.unknown == 'x'",
                "runner.os == 'macos'",
                "fromJSON('no JSON')"
            })
    void isSilentAboutWhatDepends(String condition) {
        assertThat(ofStep(ON, MATRIX, condition)).isEmpty();
    }

    @Test
    void tellsOfWhatAlwaysHolds() {
        assertThat(ofStep(ON, MATRIX, "true || github.ref"))
                .containsExactly("this condition is always true: 'true' decides it");
        assertThat(ofStep(ON, MATRIX, "always() || github.ref"))
                .containsExactly("this condition is always true: 'always()' decides it");
        assertThat(ofStep(ON, MATRIX, "matrix.os != 'windows-latest'"))
                .containsExactly("this condition is always true: 'matrix.os' is 'ubuntu-latest' or 'macos-15'");
    }

    @Test
    void leavesGuardsAlone() {
        assertThat(ofStep("on: push\n", MATRIX, "github.event_name == 'push'")).isEmpty();
        assertThat(ofStep("on: push\n", MATRIX, "matrix.os != ''")).isEmpty();
        assertThat(ofStep("on: push\n", MATRIX, "runner.os != 'Windows'")).isEmpty();
    }

    @Test
    void knowsNothingOfWhoCallsAWorkflow() {
        String on = "on: { push: , workflow_call: }\n";
        assertThat(ofStep(on, "runs-on: x, ", "github.event_name == 'release'")).isEmpty();
        assertThat(ofStep(on, "runs-on: x, ", "runner.os == 'BeOS'")).isNotEmpty();
    }

    @Test
    void knowsWhichReferencesArePushed() {
        String condition = "startsWith(github.ref, 'refs/tags/v')";
        assertThat(ofStep("on: { push: { branches-ignore: [x] } }\n", "", condition))
                .isNotEmpty();
        assertThat(ofStep("on: { push: { tags: ['x*'] } }\n", "", condition)).isNotEmpty();
        assertThat(ofStep("on: { push: { tags: ['v?[0-9]*'] } }\n", "", condition))
                .isEmpty();
        assertThat(ofStep("on: { push: { paths: [x] } }\n", "", condition)).isEmpty();
        assertThat(ofStep("on: [push, release]\n", "", condition)).isEmpty();
    }

    @Test
    void aJobWithoutAStatusFunctionWaitsForSuccess() {
        String jobs = ON + "jobs:\n  a: { runs-on: x, steps: [{ run: x }] }\n"
                + "  b: { runs-on: x, needs: a, steps: [{ run: x }], if: \"%s\" }\n";
        assertThat(findings(jobs.formatted("needs.a.result == 'failure'")))
                .containsExactly(
                        "this condition is never true, so the job never runs: 'needs.a.result' is 'success' by then");
        assertThat(findings(jobs.formatted("failure() && needs.a.result == 'failure'")))
                .isEmpty();
        assertThat(findings(jobs.formatted("always() && needs.a.result == 'failed'")))
                .hasSize(1);
        assertThat(findings(jobs.formatted("contains(needs.*.result, 'failure')")))
                .isEmpty();
    }

    @Test
    void aStepRunsOnlyWhereItsJobDoes() {
        String job = "runs-on: x, if: \"github.event_name == 'push'\", ";
        assertThat(ofStep(ON, job, "github.event_name == 'schedule'"))
                .containsExactly("this condition is never true, so the step never runs: 'github.event_name' is 'push'"
                        + " where the condition of the job holds");
        assertThat(findings(ON + "jobs:\n  a: { if: false, steps: [{ run: x, if: false }] }\n"))
                .hasSize(1);
    }

    @Test
    void saysNothingOfMoreCasesThanItLooksAt() {
        String values = IntStream.rangeClosed(0, Possibilities.MOST)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        String job = "runs-on: x, strategy: { matrix: { v: [" + values + "] } }, ";
        assertThat(ofStep(ON, job, "matrix.v == 'x'")).isEmpty();
        assertThat(ofStep(ON, job.replace("[0, ", "["), "matrix.v == 'x'")).hasSize(1);
    }
}
