package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lint.Linted;
import dev.slipway.report.FindingReport;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailureTest {
    private final StringWriter err = new StringWriter();

    private ExitCode report(Throwable thrown) {
        return Failure.ofCommand(
                thrown, new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(err), () -> false));
    }

    @Test
    void anInvalidConfigIsTheUsersToMend() {
        Finding finding =
                new Finding("config", Severity.ERROR, "slipway.yml", Span.START, "unknown key 'nmae'", "write 'name'");

        assertThat(report(new InvalidSource(new SourceText("slipway.yml", "nmae: otto"), List.of(finding))))
                .isEqualTo(ExitCode.INVALID);
        assertThat(err.toString().lines())
                .startsWith("slipway.yml:1:1: error: unknown key 'nmae' [config]", "nmae: otto")
                .endsWith("help: write 'name'", "1 error");
    }

    @Test
    void aRuleThatFailedIsABugWithAStackTraceAfterTheReport() {
        Linted.Fault fault = new Linted.Fault("a.yml", new IllegalStateException("no such job"));
        LintCommand.Checked checked =
                new LintCommand.Checked(new FindingReport(List.of(), List.of()), Optional.of(fault));
        Console console = new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(err), () -> false);

        assertThat(checked.end(false, console)).isEqualTo(ExitCode.BUG);
        assertThat(err.toString())
                .contains("a bug in slipway", "IllegalStateException: no such job", "\tat ")
                .contains("please report it, with the text above and 'a.yml': ");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(report(new NoSuchFileException("slipway.yml"))).isEqualTo(ExitCode.INVALID);
        assertThat(err.toString().lines()).containsExactly("error: no such file or directory: 'slipway.yml'");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() {
        assertThat(report(new UncheckedIOException(new AccessDeniedException("slipway.yml"))))
                .isEqualTo(ExitCode.INVALID);
        assertThat(err.toString().lines()).containsExactly("error: permission denied: 'slipway.yml'");
    }

    @Test
    void theSystemsReasonIsToldWhereThereIsOne() {
        report(new FileSystemException("Dockerfile", null, "No space left on device"));
        assertThat(err.toString().lines()).containsExactly("error: no space left on device: 'Dockerfile'");
    }

    @Test
    void anyOtherTroubleWithAFileIsOneLine() {
        assertThat(report(new IOException("Input/output error"))).isEqualTo(ExitCode.INVALID);
        assertThat(err.toString().lines()).containsExactly("error: Input/output error");
    }

    @Test
    void aBugSaysWhereToReportIt() {
        assertThat(report(new StackOverflowError())).isEqualTo(ExitCode.BUG);
        assertThat(err.toString())
                .startsWith("error: a bug in slipway ")
                .contains("java.lang.StackOverflowError", "\tat dev.slipway.cli.FailureTest")
                .contains("https://github.com/slipway-dev/slipway/issues/new");
    }
}
