package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans of all examples, held against what their generated workflows would do. */
class PlanReportTest {
    static List<Path> examples() {
        return Examples.configs();
    }

    private static PlanReport plan(Generation generation, String version, Optional<List<String>> released) {
        ReleasePlan plan = generation.plan();
        String prefix = plan.tags().prefix();
        return PlanReport.of(
                plan,
                generation.blueprint().release(),
                generation.release(),
                Tag.of(prefix + version, prefix).orElseThrow(),
                List.of(),
                released.map(versions -> ReleasedVersions.of(
                        versions.stream().map(prefix::concat).toList(), prefix)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theGeneratedWorkflowMakesThePlannedTags(Path config) {
        Generation generation = Examples.generate(Examples.read(config));
        assertThat(List.of(
                        plan(generation, "1.2.3", Optional.empty()),
                        plan(generation, "1.2.3", Optional.of(List.of())),
                        plan(generation, "1.2.3", Optional.of(List.of("1.2.4"))),
                        plan(generation, "1.2.3", Optional.of(List.of("1.3.0"))),
                        plan(generation, "1.2.3", Optional.of(List.of("2.0.0", "1.2.2"))),
                        plan(generation, "1.2.3-rc.1", Optional.empty())))
                .allSatisfy(plan -> assertThat(plan.imageTagDifferences()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsKnownOfEachJobWhetherItRuns(Path config) {
        Generation generation = Examples.generate(Examples.read(config));
        List<String> planned = new ArrayList<>(generation.plan().jobs());
        assertThat(plan(generation, "1.2.3", Optional.empty()).jobs())
                .allSatisfy(job -> assertThat(job.runs().word()).isEqualTo("yes"))
                .extracting(PlannedJob::id)
                .containsAll(planned);
        assertThat(plan(generation, "1.2.3-rc.1", Optional.empty()).jobs())
                .allSatisfy(job -> assertThat(job.runs().certain()).isTrue());
    }
}
