package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {
    private static final List<String> WORDS = List.of(
            "[]",
            "{}",
            "null",
            "${{ x",
            "${{ matrix.a.b[0] }}",
            "!",
            "'",
            "- ",
            "needs: [a, a]",
            "1e9",
            "true",
            "jobs:",
            "steps:",
            "run: |",
            "é𝄞",
            "[[a], {b: c}]",
            "COPY --from=",
            "FROM",
            "<<EOF",
            "\t",
            "?",
            "a: {a: {a: a}}");
    private final Linter linter = new Linter(new LintOptions(LocalDate.of(2026, 11, 23)));

    @Test
    void tellsOfEachFaultOnce() {
        SourceText file = new SourceText(
                "a.yml",
                "on: push\npermissions: { content: read }\njobs: { a: { runs-on: x, timeout-minutes: 5, steps: [{ run: x }] } }\n");
        assertThat(linter.check(List.of(file))).extracting(Finding::rule).containsExactly("syntax");
    }

    @Test
    void goesOnWithTheOtherRulesWhereTheShapeIsWrong() {
        SourceText file = new SourceText("a.yml", "on: push\njobs: { a: { stepz: 1, needs: [b] } }\n");
        assertThat(linter.check(List.of(file))).extracting(Finding::rule).contains("syntax", "needs");
    }

    /** An expression may take the place of anything, even of the whole file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[%s]",
                "on: %s",
                "on: push\njobs: %s",
                "on: push\njobs: { a: %s }",
                "on: push\njobs: { a: { steps: %s } }",
                "on: push\njobs: { a: { steps: [%s] } }",
                "on: push\njobs: { a: { steps: [{ env: %s }] } }",
                "on: push\njobs: { a: { runs-on: %s } }"
            })
    void noRuleFailsWhereverAnExpressionIs(String file) {
        for (String expression : List.of("'${{ x }}'", "'${{ github }}'", "'${{ matrix.a == null }}'")) {
            assertThat(linter.check(List.of(new SourceText("a.yml", file.formatted(expression) + "\n"))))
                    .extracting(Finding::rule)
                    .doesNotContain("internal");
        }
    }

    @Test
    void saysWhereTextIsNoYaml() {
        assertThat(linter.check(List.of(new SourceText("a.yml", "on: [\n"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.file()).isEqualTo("a.yml"));
    }

    @Test
    void checksAWorkflowTogetherWithTheDockerfileThatItBuilds() {
        SourceText workflow = new SourceText(
                ".github/workflows/release.yml",
                "jobs: { image: { steps: [{ uses: docker/build-push-action@v7 }] } }\n");
        SourceText dockerfile = new SourceText("Dockerfile", "FROM scratch\nCOPY --from=binaries /a /a\nCOPY b /b\n");
        SourceText ignore = new SourceText(".dockerignore", "*\n");
        assertThat(linter.check(List.of(workflow, dockerfile, ignore)))
                .extracting(Finding::rule)
                .contains("docker-wiring", "docker-context");
        assertThat(linter.check(List.of(dockerfile))).isEmpty();
    }

    @Test
    void passesOverFilesThatItDoesNotKnow() {
        assertThat(linter.check(List.of(new SourceText("README.md", "- [")))).isEmpty();
    }

    @Test
    void knowsTheDay() {
        SourceText file = new SourceText("a.yml", "on: push\njobs: { a: { runs-on: macos-14 } }\n");
        Linter before = new Linter(new LintOptions(LocalDate.of(2025, 1, 1)));
        assertThat(linter.check(List.of(file))).extracting(Finding::rule).contains("runner-label");
        assertThat(before.check(List.of(file))).extracting(Finding::rule).doesNotContain("runner-label");
    }

    @Test
    void neverThrowsHoweverOddTheFiles() {
        Random random = new Random(20261123);
        List<Folder> folders = Folder.all();
        for (int i = 0; i < 600; i++) {
            Folder folder = folders.get(i % folders.size());
            List<SourceText> files = Stream.of("bad", "ok")
                    .flatMap(kind -> folder.files(kind).stream())
                    .map(file -> new SourceText(file.name(), mutated(random, file.text())))
                    .toList();
            assertThatCode(() -> linter.check(files)).as(files.toString()).doesNotThrowAnyException();
        }
    }

    private static String mutated(Random random, String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n")));
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int column = random.nextInt(line.length() + 1);
            String word = WORDS.get(random.nextInt(WORDS.size()));
            switch (random.nextInt(6)) {
                case 0 -> lines.set(at, line.substring(0, column) + word + line.substring(column));
                case 1 ->
                    lines.set(at, line.replaceFirst(":.*", ": " + java.util.regex.Matcher.quoteReplacement(word)));
                case 2 -> lines.set(at, line.replaceFirst("^ {2}", ""));
                case 3 -> lines.set(at, line.substring(0, column));
                case 4 -> lines.add(random.nextInt(lines.size()), line);
                default -> lines.set(at, line.replaceFirst("[\\w-]+", java.util.regex.Matcher.quoteReplacement(word)));
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
