package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.slipway.report.FindingReport;
import dev.slipway.report.ReportFormat;
import dev.slipway.report.Style;
import dev.slipway.report.Tool;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large files, each of which takes a second or less; a rule that compares all with all takes minutes, or all memory. */
@Tag("once")
class LintCostTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HEAD = "on: push\njobs:\n";

    static Stream<Named<List<SourceText>>> workflows() {
        return Stream.of(
                workflow("150 jobs that each need all before", HEAD + times(150, i -> job("j" + i, needs(i) + STEPS))),
                workflow(
                        "300 jobs that pass artifacts on to all after",
                        HEAD + times(300, i -> job("j" + i, needs(i) + upload("a" + i) + download("name: a" + i)))),
                workflow(
                        "2,000 jobs in a chain",
                        HEAD + times(2000, i -> job("j" + i, "    needs: j" + Math.max(0, i - 1) + "\n" + STEPS))),
                workflow(
                        "2,000 jobs in a circle",
                        HEAD + times(2000, i -> job("j" + i, "    needs: j" + (i + 1) % 2000 + "\n" + STEPS))),
                workflow(
                        "5,000 needs of jobs that do not exist",
                        HEAD
                                + times(1000, i -> job("job" + i, STEPS))
                                + job("last", "    needs: [" + list(5000, i -> "jib" + i) + "]\n" + STEPS)),
                workflow(
                        "20,000 expressions in 4,000 steps",
                        HEAD + job("a", "    steps:\n" + times(4000, LintCostTest::expressions))),
                workflow(
                        "4,000 conditions on 2,000 choices",
                        "on: {workflow_dispatch: {inputs: {"
                                + list(2000, i -> "i" + i + ": {type: choice, options: [a, b]}") + "}}}\njobs:\n"
                                + job("a", "    steps:\n" + times(4000, LintCostTest::condition))),
                workflow(
                        "a long condition of a job with 2,000 steps",
                        HEAD
                                + job(
                                        "a",
                                        "    if: " + list(300, " || ", i -> "needs.j" + i + ".result == 'failure'")
                                                + "\n" + needs(300) + "    steps:\n"
                                                + times(2000, i -> "    - {run: x, if: github.job == 'c'}\n"))),
                workflow(
                        "20,000 values of an axis, and 10,000 exclusions",
                        HEAD
                                + job(
                                        "a",
                                        "    strategy: {matrix: {v: [" + list(20_000, i -> "" + i) + "], exclude: ["
                                                + list(10_000, i -> "{v: x" + i + "}") + "]}}\n" + STEPS)),
                workflow(
                        "20,000 columns that are included in each row",
                        HEAD
                                + job(
                                        "a",
                                        "    strategy: {matrix: {v: [" + list(250, i -> "" + i) + "], include: ["
                                                + list(20_000, i -> "{k" + i + ": 1}") + "]}}\n" + STEPS)),
                workflow(
                        "10 to the power of 12 rows",
                        HEAD
                                + job(
                                        "a",
                                        "    strategy: {matrix: {"
                                                + list(12, i -> "a" + i + ": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]") + "}}\n"
                                                + upload("${{ matrix.a1 }}"))),
                workflow(
                        "800 matrices of 256 rows that upload",
                        HEAD
                                + times(
                                        800,
                                        i -> job(
                                                "j" + i,
                                                "    strategy: {matrix: {a: [" + list(16, k -> "" + k) + "], b: ["
                                                        + list(16, k -> "" + k) + "]}}\n"
                                                        + upload("${{ matrix.a }}-${{ matrix.b }}")
                                                        + download("pattern: x" + i + "*")))),
                workflow(
                        "60 patterns of 600 characters for 16,000 artifacts",
                        HEAD
                                + times(8, i -> job("j" + i, manyUploads(i)))
                                + job(
                                        "a",
                                        "    steps:\n"
                                                + times(
                                                        60,
                                                        i ->
                                                                "    - {uses: actions/download-artifact@v4, with: {pattern: '"
                                                                        + "*a".repeat(300) + "b" + i + "'}}\n"))),
                workflow(
                        "15,000 downloads of rows that none of 16,000 artifacts is for",
                        HEAD
                                + times(8, i -> job("j" + i, manyUploads(i)))
                                + job(
                                        "a",
                                        VALUES + "    steps:\n"
                                                + times(
                                                        60,
                                                        i ->
                                                                "    - {uses: actions/download-artifact@v4, with: {name: 'x"
                                                                        + i + "-${{ matrix.a }}'}}\n"))),
                workflow(
                        "4,000 references to one of 4,000 columns, outputs or steps that does not exist",
                        HEAD
                                + job(
                                        "a",
                                        "    strategy: {matrix: {include: [{" + list(4000, i -> "k" + i + ": 1")
                                                + "}]}}\n    outputs: {" + list(4000, i -> "o" + i + ": x")
                                                + "}\n    steps:\n"
                                                + times(
                                                        4000,
                                                        i -> "    - {id: step" + i + ", run: 'x ${{ matrix.j" + i
                                                                + " }} ${{ steps.stap" + i + ".outputs.x }}'}\n"))
                                + job(
                                        "b",
                                        "    needs: a\n    steps:\n"
                                                + times(
                                                        4000,
                                                        i -> "    - run: x ${{ needs.a.outputs.p" + i + " }}\n"))),
                workflow(
                        "4,000 local actions after as many scripts",
                        HEAD
                                + job(
                                        "a",
                                        "    steps:\n    - uses: actions/checkout@v4\n"
                                                + times(
                                                        4000,
                                                        i -> "    - uses: ./a/b" + i + "\n    - run: make it " + i
                                                                + " and more of it\n"))),
                workflow(
                        "a line of 400 kB of 'git'",
                        HEAD
                                + job(
                                        "a",
                                        "    steps: [{uses: actions/checkout@v4}, {run: '" + "git ".repeat(100_000)
                                                + "'}]\n")),
                workflow(
                        "a comment of 400 kB",
                        HEAD
                                + job(
                                        "a",
                                        "    steps:\n    - uses: a/b@" + "a".repeat(40) + " " + "#".repeat(400_000)
                                                + "\n")),
                workflow(
                        "a word of 400 kB",
                        HEAD
                                + job("a".repeat(200_000), STEPS)
                                + job("b", "    needs: " + "a".repeat(199_999) + "b\n" + STEPS)),
                workflow(
                        "8,000 findings in a line of 300 kB",
                        "on: {schedule: [" + list(8000, i -> "{cron: '*/1 * * * *', timezone: Nowhere}") + "]}\njobs:\n"
                                + job("a", STEPS)),
                workflow(
                        "10,000 findings in as many lines",
                        HEAD + job("a", "    steps:\n" + times(10_000, i -> "    - uses: a/b@v1\n"))),
                workflow(
                        "one value under 30 aliases",
                        "on: push\nx: &a {" + list(1000, i -> "k" + i + ": '${{ github.sha }}'") + "}\ny: ["
                                + list(30, i -> "*a") + "]\njobs:\n" + job("a", STEPS)));
    }

    static Stream<Named<List<SourceText>>> dockerfiles() {
        return Stream.of(
                files(
                        "10,000 copies and 10,000 lines of .dockerignore",
                        "Dockerfile",
                        "FROM a:1\n" + times(10_000, i -> "COPY dir/file" + i + " /x\n"),
                        ".dockerignore",
                        times(10_000, i -> "*x" + i + "/*.txt\n")),
                files(
                        "2,000 copies of a long path and 800 costly lines of .dockerignore",
                        "Dockerfile",
                        "FROM a:1\n" + times(2000, i -> "COPY " + "a".repeat(200) + i + " /x\n"),
                        ".dockerignore",
                        times(800, i -> "*a".repeat(250) + "b" + i + "\n")),
                files(
                        "20,000 here-documents without an end",
                        "Dockerfile",
                        "FROM a:1\n" + times(20_000, i -> "RUN cat <<EOF" + i + "\n")),
                files(
                        "100,000 flags of an instruction",
                        "Dockerfile",
                        "FROM a:1\nCOPY " + "--a=b ".repeat(100_000) + "x y\n"),
                files("a mount of 400 kB", "Dockerfile", "FROM a:1\nRUN " + "--mount=from=,".repeat(30_000) + " x\n"),
                files(
                        "300 builds of a Dockerfile with 3,000 copies",
                        "Dockerfile",
                        "FROM a:1\n" + times(3000, i -> "COPY --from=n" + i + " $TARGETARCH/x /y\n"),
                        "a.yml",
                        HEAD
                                + job(
                                        "a",
                                        "    steps:\n"
                                                + times(
                                                        300,
                                                        i ->
                                                                "    - {uses: docker/build-push-action@v6, with: {build-contexts: n"
                                                                        + i + "=d" + i + "}}\n"))),
                Named.of(
                        "1,500 Dockerfiles and as many workflows that build them",
                        IntStream.range(0, 1500)
                                .boxed()
                                .flatMap(i -> Stream.of(
                                        new SourceText("d" + i + "/Dockerfile", "FROM a" + i + "\nCOPY a b\n"),
                                        new SourceText(
                                                "w" + i + ".yml",
                                                HEAD
                                                        + job(
                                                                "a",
                                                                "    steps: [{uses: docker/build-push-action@v6, with: {file: d"
                                                                        + i + "/Dockerfile}}]\n"))))
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource({"workflows", "dockerfiles"})
    void costGrowsWithTheSize(List<SourceText> files) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            List<Finding> findings = new Linter(LintOptions.UNDATED).check(files);
            FindingReport report = new FindingReport(files, findings);
            for (ReportFormat format : ReportFormat.values()) {
                assertThat(report.as(format, Style.PLAIN, new Tool("1.0.0", List.of()))
                                .length())
                        .as("length as %s", format)
                        .isLessThan(20_000_000);
            }
        });
    }

    @Test
    void findsTheSameInManyFilesAsInEachAlone() {
        List<SourceText> files = new ArrayList<>();
        IntStream.range(0, 100)
                .forEach(i -> files.add(
                        new SourceText("w%02d.yml".formatted(i), HEAD + job("a", "    needs: b" + i + "\n" + STEPS))));
        Linter linter = new Linter(LintOptions.UNDATED);
        assertThat(linter.check(files))
                .isEqualTo(files.stream()
                        .flatMap(file -> linter.check(List.of(file)).stream())
                        .toList());
    }

    /** An axis of 250 long values. */
    private static final String VALUES = "    strategy: {matrix: {a: [" + list(250, i -> "a".repeat(60) + i) + "]}}\n";

    private static String manyUploads(int job) {
        return VALUES + "    steps:\n"
                + times(
                        8,
                        i -> "    - {uses: actions/upload-artifact@v4, with: {path: x, name: 'u" + job + "-" + i
                                + "-${{ matrix.a }}'}}\n");
    }

    private static final String STEPS = "    steps: [{run: x}]\n";

    private static String times(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static String list(int count, IntFunction<String> item) {
        return list(count, ", ", item);
    }

    private static String list(int count, String between, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(between));
    }

    private static String job(String id, String rest) {
        return "  " + id + ":\n    runs-on: ubuntu-24.04\n" + rest;
    }

    private static String needs(int before) {
        return before == 0 ? "" : "    needs: [" + list(before, i -> "j" + i) + "]\n";
    }

    private static String upload(String name) {
        return "    steps:\n    - {uses: actions/upload-artifact@v4, with: {path: x, name: '" + name + "'}}\n";
    }

    private static String download(String what) {
        return "    - {uses: actions/download-artifact@v4, with: {" + what + "}}\n";
    }

    private static String expressions(int step) {
        return "    - id: s" + step + "\n      run: |\n"
                + times(5, i -> "        ${{ steps.s" + Math.max(0, step - 1) + ".outputs.x" + i + " }}\n");
    }

    private static String condition(int step) {
        return "    - {run: x, if: inputs.i" + step % 2000 + " == 'c' && inputs.i" + step * 7 % 2000 + " != 'd'}\n";
    }

    private static Named<List<SourceText>> workflow(String name, String text) {
        return files(name, "a.yml", text);
    }

    private static Named<List<SourceText>> files(String name, String... namesAndTexts) {
        List<SourceText> files = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.add(new SourceText(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return Named.of(name, List.copyOf(files));
    }
}
