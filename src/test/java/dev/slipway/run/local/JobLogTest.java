package dev.slipway.run.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLogTest {
    @TempDir
    private Path folder;

    private Path write(long most, String... lines) throws IOException {
        Path file = folder.resolve("build.log");
        try (JobLog log = JobLog.in(file, most)) {
            for (String line : lines) {
                log.line(line);
            }
        }
        return file;
    }

    @Test
    void linesWithinTheLimitAreKept() throws IOException {
        assertThat(write(12, "hello", "world")).hasContent("hello\nworld");
    }

    @Test
    void linesBeyondTheLimitAreLeftOutWhichTheLogReports() throws IOException {
        assertThat(write(11, "hello", "world", "!")).hasContent("hello\n(the rest is left out: this log is too long)");
    }
}
