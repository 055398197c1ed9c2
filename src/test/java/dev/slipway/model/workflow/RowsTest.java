package dev.slipway.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowsTest {
    /** A row with every kind of column. */
    private record Linux(
            String target, Boolean cross, Integer maxJobs, Optional<String> rustVersion, Optional<Boolean> slow) {
        static final Column<Linux, String> TARGET = Column.of("target", Linux::target);
        static final Column<Linux, Boolean> CROSS = Column.of("cross", Linux::cross);
        static final Column<Linux, Integer> MAX_JOBS = Column.of("max-jobs", Linux::maxJobs);
        static final Column<Linux, String> RUST = Column.optional("rust-version", Linux::rustVersion);
        static final Column<Linux, Boolean> SLOW = Column.optional("slow", Linux::slow);
        static final List<Column<Linux, ?>> COLUMNS = List.of(TARGET, CROSS, MAX_JOBS, RUST, SLOW);
    }

    private final Rows<Linux> rows = Rows.of(
            List.of(
                    new Linux("x86_64", false, 2, Optional.empty(), Optional.empty()),
                    new Linux("aarch64", true, 4, Optional.of("1.94"), Optional.of(true))),
            Linux.COLUMNS);

    @Test
    void anExpressionNamesTheColumn() {
        assertThat(rows.get(Linux.TARGET).source()).isEqualTo("matrix.target");
        assertThat(rows.get(Linux.CROSS).source()).isEqualTo("matrix.cross");
        assertThat(rows.get(Linux.MAX_JOBS).source()).isEqualTo("matrix.max-jobs");
        assertThat(rows.get(Linux.RUST).source()).isEqualTo("matrix.rust-version");
    }

    @Test
    void expressionsHaveTheTypesOfTheirColumns() {
        Expr<Boolean> cross = rows.get(Linux.CROSS);
        Expr<Boolean> slow = rows.get(Linux.SLOW);
        assertThat(Job.named("a")
                        .runsOn(RunsOn.UBUNTU_LATEST)
                        .matrix(rows.matrix())
                        .when(Expr.and(cross, Expr.not(slow)))
                        .add(Run.script("s", "x"))
                        .build()
                        .condition()
                        .map(Expr::source))
                .contains("matrix.cross && !matrix.slow");
    }

    @Test
    void rowsAreWhatIsIncludedAndWhatIsAbsentIsLeftOut() {
        assertThat(rows.rows()).hasSize(2);
        assertThat(rows.matrix().axes()).isEmpty();
        assertThat(rows.matrix().include())
                .containsExactly(
                        Map.of("target", Value.of("x86_64"), "cross", Value.of(false), "max-jobs", Value.of(2)),
                        Map.of(
                                "target", Value.of("aarch64"),
                                "cross", Value.of(true),
                                "max-jobs", Value.of(4),
                                "rust-version", Value.of("1.94"),
                                "slow", Value.of(true)));
        assertThat(rows.matrix().include().get(1).keySet())
                .containsExactly("target", "cross", "max-jobs", "rust-version", "slow");
    }

    @Test
    void aColumnThatTheMatrixWasNotGivenIsRefused() {
        Rows<Linux> targets = Rows.of(rows.rows(), List.of(Linux.TARGET));
        assertThat(targets.matrix().include()).extracting(Map::keySet).containsOnly(Set.of("target"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> targets.get(Linux.CROSS))
                .withMessage("the matrix has no column 'cross'");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        List<Column<Linux, ?>> columns = List.of(Linux.TARGET, Column.of("target", Linux::maxJobs));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.of(rows.rows(), columns))
                .withMessage("duplicate column 'target'");
    }

    @Test
    void aColumnHoldsWhatAMatrixCanHold() {
        Column<Linux, List<String>> lists = Column.of("targets", row -> List.of(row.target()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.of(rows.rows(), List.of(lists)))
                .withMessageStartingWith("column 'targets' holds a ")
                .withMessageEndingWith("; a matrix contains only strings, integers and booleans");
    }

    @Test
    void aColumnThatNoRowHasIsRefused() {
        Rows<Linux> none =
                Rows.of(List.of(new Linux("x", false, 1, Optional.empty(), Optional.empty())), Linux.COLUMNS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Job.named("a")
                        .runsOn(RunsOn.UBUNTU_LATEST)
                        .matrix(none.matrix())
                        .env("V", none.get(Linux.RUST))
                        .add(Run.script("s", "x"))
                        .build())
                .withMessage("job a has no matrix.rust-version to refer to");
    }
}
