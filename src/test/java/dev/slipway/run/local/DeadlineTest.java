package dev.slipway.run.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1_000_000);

    @AfterEach
    void noInterruptIsLeft() {
        assertThat(Thread.interrupted()).isFalse();
    }

    private static String waits() throws IOException {
        try {
            new CountDownLatch(1).await();
            return "done";
        } catch (InterruptedException interrupted) {
            throw new IOException("interrupted", interrupted);
        }
    }

    @Test
    void whatIsDoneInTimeIsTheResult() throws IOException {
        assertThat(Deadline.within(NEVER, () -> "done", () -> "late")).isEqualTo("done");
    }

    @Test
    void whatTakesLongerIsInterrupted() throws IOException {
        assertThat(Deadline.within(SOON, DeadlineTest::waits, () -> "late")).isEqualTo("late");
    }

    @Test
    void aFailureInTimeIsAFailure() {
        assertThatThrownBy(() -> Deadline.within(
                        NEVER,
                        () -> {
                            throw new IOException("no such file");
                        },
                        () -> "late"))
                .isInstanceOf(IOException.class)
                .hasMessage("no such file");
    }

    @Test
    void anInterruptByAPersonIsNoDeadline() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Deadline.within(NEVER, DeadlineTest::waits, () -> "late"))
                .hasMessage("interrupted");
    }
}
