package dev.slipway.run.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastStageTest {
    @Test
    void theBaseIsFoundThroughStagesThatNameIt() {
        assertThat(LastStage.of("""
                FROM alpine:3.22 AS runtime
                FROM --platform=$BUILDPLATFORM debian AS prepare
                USER builder
                FROM Runtime
                USER tide
                ENTRYPOINT ["tide", "--quiet"]
                """)).isEqualTo(new LastStage("alpine:3.22", "tide", List.of("tide", "--quiet")));
    }

    @Test
    void aStageTakesOverWhatTheOneBelowSays() {
        assertThat(LastStage.of("""
                FROM scratch AS first
                USER 1000:1000
                ENTRYPOINT ["/a \\"b\\""]
                FROM first
                """)).isEqualTo(new LastStage("scratch", "1000:1000", List.of("/a \"b\"")));
    }

    @Test
    void aCommandWithoutBracketsIsStartedByAShell() {
        assertThat(LastStage.of("FROM debian\nENTRYPOINT tide --quiet\n").entrypoint())
                .containsExactly("/bin/sh", "-c", "tide --quiet");
    }

    @Test
    void whatIsNotSaidIsLeftToTheBase() {
        assertThat(LastStage.of("FROM debian:bookworm-slim\n"))
                .isEqualTo(new LastStage("debian:bookworm-slim", "", List.of()));
    }
}
