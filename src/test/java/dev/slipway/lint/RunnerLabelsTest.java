package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn and what is written of it ask for the same runners. */
class RunnerLabelsTest {
    static List<Path> folders() {
        return Examples.folders();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theDrawnWorkflowHasTheLabelsOfItsText(Path folder) {
        assertSame(Examples.named(folder.getFileName().toString()));
    }

    @Test
    void soHasAJobOfTheConfigsOwn() {
        Generation generation = Examples.generate("""
                repository: a/otto
                rust: {}
                targets: [linux-amd64, macos-arm64]
                jobs:
                  group: { runs-on: { group: large, labels: [self-hosted, gpu] }, timeout-minutes: 5, permissions: {}, steps: [{ run: x }] }
                  text: { runs-on: "${{ matrix.os }}-large", strategy: { matrix: { os: [macos-15] } }, timeout-minutes: 5, permissions: {}, steps: [{ run: x }] }
                  index: { runs-on: "${{ matrix['os'] }}", strategy: { matrix: { os: [macos-15, windows-2022], include: [{ os: ubuntu-24.04-arm }] } }, timeout-minutes: 5, permissions: {}, steps: [{ run: x }] }
                """);
        assertSame(generation);
        assertThat(RunnerLabels.in(generation.blueprint().release()))
                .contains("gpu", "macos-15", "windows-2022", "ubuntu-24.04-arm");
    }

    private static void assertSame(Generation generation) {
        assertThat(RunnerLabels.in(generation.blueprint().release()))
                .containsExactlyInAnyOrderElementsOf(RunnerLabels.in(generation.release()));
        generation.blueprint().ci().ifPresent(ci -> {
            String path = generation.plan().project().paths().ci();
            String text = generation.files().file(path).orElseThrow().text();
            assertThat(RunnerLabels.in(ci))
                    .containsExactlyInAnyOrderElementsOf(RunnerLabels.in(new SourceText(path, text)));
        });
    }
}
