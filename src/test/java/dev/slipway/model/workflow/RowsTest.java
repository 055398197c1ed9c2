package dev.slipway.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowsTest {
    /** A row with every kind of column. */
    private record Linux(
            String target, Boolean cross, Integer maxJobs, Optional<String> rustVersion, Optional<Boolean> slow) {}

    private final Rows<Linux> rows = Rows.of(List.of(
            new Linux("x86_64", false, 2, Optional.empty(), Optional.empty()),
            new Linux("aarch64", true, 4, Optional.of("1.94"), Optional.of(true))));

    @Test
    void columnsAreNamedAfterTheirMethodsInKebabCase() {
        assertThat(rows.get(Linux::target).source()).isEqualTo("matrix.target");
        assertThat(rows.get(Linux::cross).source()).isEqualTo("matrix.cross");
        assertThat(rows.get(Linux::maxJobs).source()).isEqualTo("matrix.max-jobs");
        assertThat(rows.getOptional(Linux::rustVersion).source()).isEqualTo("matrix.rust-version");
    }

    @Test
    void columnsHaveTheTypesOfTheirMethods() {
        Expr<Boolean> cross = rows.get(Linux::cross);
        Expr<Boolean> slow = rows.getOptional(Linux::slow);
        assertThat(Job.named("a")
                        .matrix(rows.matrix())
                        .when(Expr.and(cross, Expr.not(slow)))
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
    void aColumnThatNoRowHasIsRefused() {
        Rows<Linux> none = Rows.of(List.of(new Linux("x", false, 1, Optional.empty(), Optional.empty())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Job.named("a")
                        .matrix(none.matrix())
                        .env("V", Value.of(none.getOptional(Linux::rustVersion)))
                        .build())
                .withMessage("job a has no matrix.rust-version to refer to");
    }
}
