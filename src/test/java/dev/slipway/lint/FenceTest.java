package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.Finding;
import dev.slipway.source.Node;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule that fails is a finding, and hides no other. */
class FenceTest {
    /** A rule that looks at nothing. */
    private record Failing<F extends LintedFile>(String id, Supplier<RuntimeException> failure) implements Rule<F> {
        @Override
        public String summary() {
            return "nothing";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public List<Problem> check(F file, LintContext context) {
            throw failure.get();
        }
    }

    private static RuntimeException endless() {
        return endless();
    }

    private static SourceText workflow(String name) {
        return new SourceText(name, "on: push\njobs: { a: { runs-on: ubuntu-latest, needs: b, steps: [] } }\n");
    }

    private static Linter linter() {
        return new Linter(
                LintOptions.UNDATED,
                new RuleSet(
                        List.of(
                                new Failing<>("broken", () -> new IllegalStateException("no")),
                                new Needs(),
                                new Failing<>("endless", FenceTest::endless)),
                        List.of(new Failing<>("broken-docker", () -> new IndexOutOfBoundsException(7))),
                        List.of()));
    }

    @Test
    void aRuleThatFailsIsAFindingAndTheOthersGoOn() {
        Linted linted = linter().lint(List.of(workflow("a.yml"), new SourceText("Dockerfile", "FROM scratch\n")));
        assertThat(linted.findings())
                .filteredOn(finding -> !finding.rule().equals("syntax"))
                .extracting(finding -> finding.file() + " " + finding.rule() + ": " + finding.message())
                .containsExactly(
                        "Dockerfile internal: the rule 'broken-docker' failed on this file: IndexOutOfBoundsException",
                        "a.yml internal: the rule 'broken' failed on this file: IllegalStateException",
                        "a.yml internal: the rule 'endless' failed on this file: StackOverflowError",
                        "a.yml needs: no job can start, because each one needs another",
                        "a.yml needs: there is no job 'b'");
        assertThat(linted.fault().orElseThrow().thrown()).hasMessage("no");
    }

    @Test
    void manyFilesAreInOrderAndTheFirstFailureIsTold() {
        List<SourceText> files = IntStream.range(0, 40)
                .mapToObj(i -> workflow("w%02d.yml".formatted(i)))
                .toList();
        Linted linted = linter().lint(files);
        assertThat(linted.findings()).isSorted();
        assertThat(linted.findings())
                .filteredOn(Linted::isInternal)
                .extracting(Finding::file)
                .containsExactlyElementsOf(files.stream()
                        .flatMap(file -> Stream.of(file.name(), file.name()))
                        .toList());
        assertThat(linted.fault().orElseThrow().file()).isEqualTo("w00.yml");
    }

    @Test
    void withoutAFailureThereIsNothingToReport() {
        assertThat(new Linter(LintOptions.UNDATED)
                        .lint(List.of(workflow("a.yml")))
                        .fault())
                .isEmpty();
    }

    @Test
    void aDockerfileOfSignsWithoutNamesFailsNoRule() {
        assertThat(new Linter(LintOptions.UNDATED)
                        .check(List.of(
                                new SourceText("Dockerfile", "FROM a\nARG ==\nENV = =\nRUN echo $TARGETARCH\n"))))
                .extracting(Finding::rule)
                .doesNotContain("internal");
    }

    @Test
    void aRuleThatFailsOnALockfileHidesNothing() {
        RuleSet rules = new RuleSet(
                List.of(new Failing<>("broken", () -> new IllegalStateException("no"))),
                List.of(),
                List.of(new Failing<>("endless", FenceTest::endless), new LockEntries()));
        SourceText lock = new SourceText(
                ".github/workflows/actions.lock", "version: v0.0.2\nworkflows:\n  gone.yml: []\ndependencies: {}\n");
        Linted linted = Linter.checkLock(List.of(lock, workflow(".github/workflows/a.yml")), path -> false, rules);
        assertThat(linted.findings())
                .extracting(finding -> finding.rule() + ": " + finding.message())
                .contains(
                        "internal: the rule 'broken' failed on this file: IllegalStateException",
                        "internal: the rule 'endless' failed on this file: StackOverflowError")
                .anyMatch(line -> line.contains("gone.yml"));
        assertThat(linted.fault().orElseThrow().thrown()).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void aRuleThatFailsOnTheJobsOfAConfigHidesNothing() {
        Node document = YamlReader.read(new SourceText(
                "slipway.yml",
                "jobs: { a: { runs-on: ubuntu-latest, steps: [{ id: x, run: a }, { id: x, run: b }] } }\n"));
        JobProblems found = Linter.checkJobs(
                document, List.of(new Failing<>("broken", () -> new IllegalStateException("no")), new StepIds()));
        assertThat(found.problems()).hasSize(1);
        assertThat(found.fault().orElseThrow()).isInstanceOf(IllegalStateException.class);
        assertThat(Linter.checkJobs(document).fault()).isEmpty();
    }
}
