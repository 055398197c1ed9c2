package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.workflow.Workflow;
import dev.slipway.run.Observation;
import dev.slipway.run.Observation.Tried;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalReportTest {
    private static RehearsalReport of(Tried... tried) {
        Observation observed = new Observation(
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(tried),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        RehearsedCommit commit =
                new RehearsedCommit("0", List.of(), Workflow.named("Release").build());
        return new RehearsalReport(
                "push of refs/tags/v1", "release.yml", commit, observed, Optional.empty(), "results");
    }

    @Test
    void theSameDoneWithManyFilesIsOneLine() {
        String text = of(
                        Tried.passed("a.sha256", "compare checksums", "1 file"),
                        Tried.passed("b.sha256", "compare checksums", "1 file"),
                        Tried.skipped("a.ps1", "pwsh a.ps1", "PowerShell is not on this machine"))
                .text(Style.PLAIN, false);
        assertThat(text).contains("""
                Tried, as those would who download it
                  ok         compare checksums  (2 files)
                  not tried  pwsh a.ps1: PowerShell is not on this machine  (a.ps1)
                """);
    }

    @Test
    void aFileThatFailsFailsTheRehearsal() {
        assertThat(of(Tried.passed("a", "use", "")).succeeded()).isTrue();
        assertThat(of(Tried.skipped("a", "use", "")).succeeded()).isTrue();
        RehearsalReport failed = of(Tried.failed("a.deb", "dpkg --install", "exit status 1"));
        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.text(Style.PLAIN, false)).contains("failed  a.deb, dpkg --install: exit status 1\n");
    }

    @Test
    void programsReadEveryTry() {
        assertThat(of(Tried.skipped("a.ps1", "pwsh a.ps1", "why")).json()).contains("""
                  "tried": [
                    {
                      "file": "a.ps1",
                      "result": "skipped",
                      "what": "pwsh a.ps1",
                      "detail": "why"
                    }
                  ],
                """);
    }
}
