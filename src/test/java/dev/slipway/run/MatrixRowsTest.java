package dev.slipway.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.workflow.Job;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixRowsTest {
    private static final String HEAD = "build:\n  runs-on: x\n  steps: [run: x]\n  strategy:\n    matrix: ";

    private static Job job(String matrix) {
        return Recorder.jobs(HEAD + matrix.indent(6).strip()).jobs().get(0);
    }

    private static List<StrategyRow> rows(Job job, Contexts known) {
        return StrategyRow.of(job.strategy(), new Values(known));
    }

    private static List<String> rows(String matrix) {
        return rows(job(matrix), Contexts.NOTHING).stream()
                .map(row -> row.matrix().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().text())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<String> names(Job job) {
        return rows(job, Contexts.NOTHING).stream()
                .map(row -> row.name(job, new Values(row.in(Contexts.NOTHING))))
                .toList();
    }

    @Test
    void theLastAxisChangesFastest() {
        assertThat(rows("{os: [linux, mac], arch: [x64, arm64]}"))
                .containsExactly("os=linux arch=x64", "os=linux arch=arm64", "os=mac arch=x64", "os=mac arch=arm64");
    }

    @Test
    void whatIsExcludedNeedsOnlySomeOfTheAxes() {
        assertThat(rows("{os: [linux, mac], arch: [x64, arm64], exclude: [{os: mac}]}"))
                .containsExactly("os=linux arch=x64", "os=linux arch=arm64");
    }

    @Test
    void anEntryOfIncludeAddsToEveryRowThatItDoesNotContradict() {
        assertThat(rows("{os: [linux, mac], include: [{color: red}, {os: mac, color: blue, shape: round}]}"))
                .containsExactly("os=linux color=red", "os=mac color=blue shape=round");
    }

    @Test
    void anEntryThatFitsNoRowIsARowBehindTheOthersWithTheAxesFirst() {
        assertThat(rows("{os: [linux], include: [{tool: zig, os: windows}, {os: mac}]}"))
                .containsExactly("os=linux", "os=windows tool=zig", "os=mac");
    }

    @Test
    void noEntryAddsToARowThatAnotherEntryMade() {
        assertThat(rows("{include: [{os: linux}, {os: linux, color: red}]}"))
                .containsExactly("os=linux", "os=linux color=red");
    }

    @Test
    void whatIsExcludedIsNotThereForIncludeToAddTo() {
        assertThat(rows("{os: [linux, mac], exclude: [{os: mac}], include: [{os: mac, color: red}]}"))
                .containsExactly("os=linux", "os=mac color=red");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Linux, mac]|linux|os=mac",
                "[1, 2]|'1'|os=2",
                "[{a: 1, b: 2}, {a: 3, b: 2}]|{a: 3}|os=Object",
                "[[a, b], [c, b]]|[c]|os=Array"
            })
    void valuesAreComparedAsExpressionsCompareThem(String axis, String excluded, String left) {
        assertThat(rows("{os: " + axis + ", exclude: [{os: " + excluded + "}]}"))
                .containsExactly(left);
    }

    @Test
    void rowsThatAreAllExcludedLeaveTheJobWithoutAMatrix() {
        Job job = job("{os: [mac], exclude: [{os: mac}]}");
        List<StrategyRow> rows = rows(job, Contexts.NOTHING);
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.contexts()).containsEntry("matrix", Data.NULL);
            assertThat(row.certain()).isTrue();
        });
        assertThat(names(job)).containsExactly("build");
    }

    @Test
    void aMatrixMayComeFromAnotherJobAndIsOpenUntilItHasRun() {
        Job job = job("${{ fromJSON(needs.plan.outputs.matrix) }}");
        Contexts done = Contexts.NOTHING.with(
                "needs",
                Data.of(Map.of(
                        "plan",
                        Data.of(Map.of("outputs", Data.of(Map.of("matrix", Data.of("{\"os\":[\"a\",\"b\"]}"))))))));
        assertThat(rows(job, done))
                .extracting(row -> row.matrix().get("os"))
                .containsExactly(Data.of("a"), Data.of("b"));
        assertThat(rows(job, Contexts.NOTHING)).singleElement().satisfies(row -> {
            assertThat(row.certain()).isFalse();
            assertThat(new Values(row.in(Contexts.NOTHING)).of(matrixOs())).isInstanceOf(Data.Open.class);
        });
    }

    @Test
    void ofAnOpenPartTheRestIsKnown() {
        assertThat(rows("{os: [a, b], rust: \"${{ fromJSON(needs.plan.outputs.rust) }}\"}"))
                .containsExactly("os=a rust=${{ matrix.rust }}", "os=b rust=${{ matrix.rust }}");
        Job job = job("{os: [a], include: \"${{ fromJSON(needs.plan.outputs.more) }}\"}");
        assertThat(rows(job, Contexts.NOTHING)).singleElement().satisfies(row -> {
            assertThat(row.certain()).isFalse();
            assertThat(row.matrix()).isEqualTo(Map.of("os", Data.of("a")));
            assertThat(row.in(Contexts.NOTHING).values().get("matrix").known()).isFalse();
        });
    }

    @Test
    void anOpenAxisLeavesOpenOnlyWhatAnEntryMayAdd() {
        Job job = job(
                "{os: [a, b], rust: \"${{ fromJSON(inputs.rust) }}\", include: [{os: b, cross: true}, {os: a, rust: 1.0, old: true}]}");
        assertThat(rows(job, Contexts.NOTHING))
                .extracting(row -> value(row, "cross"))
                .containsExactly("", "true", "");
        assertThat(rows(job, Contexts.NOTHING))
                .extracting(row -> value(row, "old"))
                .containsExactly("${{ matrix.old }}", "", "true");
    }

    private static String value(StrategyRow row, String name) {
        return new Values(row.in(Contexts.NOTHING))
                .of(dev.slipway.model.workflow.Expr.<String>of("matrix", name).tree())
                .text();
    }

    private static dev.slipway.model.expression.Expression matrixOs() {
        return dev.slipway.model.workflow.Expr.<String>of("matrix", "os").tree();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{os: [], arch: [x64]}|of the matrix has no values",
                "{include: []}|neither an axis nor an entry",
                "{os: [a], exclude: [{so: a}]}|which is not one of its axes",
                "{os: \"${{ fromJSON('7') }}\"}|of the matrix must be a list, not '7'",
                "'\"${{ fromJSON(''[]'') }}\"'|a matrix must be a mapping"
            })
    void saysWhatIsNoMatrix(String matrix, String message) {
        assertThatExceptionOfType(EvaluationFailure.class)
                .isThrownBy(() -> rows(matrix))
                .withMessageContaining(message);
    }

    @Test
    void moreThan256RowsAreTooManyUnlessTheyAreExcluded() {
        String seventeen = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]";
        assertThatExceptionOfType(EvaluationFailure.class)
                .isThrownBy(() -> rows("{a: " + seventeen + ", b: " + seventeen + "}"))
                .withMessageContaining("more than 256 rows");
        assertThat(rows("{a: " + seventeen + ", b: " + seventeen + ", exclude: [{a: 1}, {b: 2}]}"))
                .hasSize(256);
    }

    @Test
    void aRowIsCalledByItsValuesWithoutThoseThatIncludeAdded() {
        assertThat(names(
                        job("{os: [linux], v: [1.20, true], include: [{os: linux, tool: zig}, {tool: zig, os: mac}]}")))
                .containsExactly("build (linux, 1.2)", "build (linux, true)", "build (mac, zig)");
    }

    @Test
    void nestedValuesAreNamedEachAndEmptyOnesNot() {
        assertThat(names(job("{os: [{name: linux, tags: [a, b], none: ''}]}"))).containsExactly("build (linux, a, b)");
    }

    @Test
    void aLongNameIsCutAfterAHundredCharacters() {
        String name = names(job("{os: [" + "x".repeat(120) + "]}")).get(0);
        assertThat(name).hasSize(100).startsWith("build (xxx").endsWith("xxx...");
    }

    @ParameterizedTest
    @CsvSource({"Build it,'Build it (mac)'", "'Build ${{ matrix.os }}',Build mac", "'${{ matrix.none }}',build (mac)"})
    void aNameWithoutExpressionsGetsTheValuesBehindIt(String name, String shown) {
        Job job = Recorder.jobs(HEAD.replace("build:", "build:\n  name: " + name) + "{os: [mac]}")
                .jobs()
                .get(0);
        assertThat(names(job)).containsExactly(shown);
    }

    @Test
    void rowsKnowTheirPlace() {
        Job job = Recorder.jobs("""
                build:
                  runs-on: x
                  steps: [run: x]
                  strategy:
                    max-parallel: 1
                    fail-fast: false
                    matrix: {os: [a, b]}
                """).jobs().get(0);
        assertThat(rows(job, Contexts.NOTHING))
                .extracting(row -> row.contexts().get("strategy"))
                .containsExactly(strategy(0), strategy(1));
    }

    private static Data strategy(int index) {
        return Data.of(Map.of(
                "fail-fast", Data.FALSE,
                "job-index", Data.of(index),
                "job-total", Data.of(2),
                "max-parallel", Data.of(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{os: [a], include: [{}]}|an entry of 'include' of the matrix is empty",
                "{os: [a], exclude: [{}]}|an entry of 'exclude' of the matrix is empty"
            })
    void anEntryThatSaysNothingIsRefused(String matrix, String message) {
        assertThatExceptionOfType(EvaluationFailure.class)
                .isThrownBy(() -> rows(matrix))
                .withMessage(message);
    }

    @Test
    void anEntryMayNameAnAxisInUpperOrLowerCase() {
        assertThat(rows("{os: [a, b, c], exclude: [{OS: a}], include: [{Os: b, color: red}, {OS: d}]}"))
                .containsExactly("os=b color=red", "os=c", "os=d");
    }
}
