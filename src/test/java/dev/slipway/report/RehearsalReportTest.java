package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.run.JobRun;
import dev.slipway.run.Observation;
import dev.slipway.run.Observation.Tried;
import dev.slipway.run.Result;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalReportTest {
    private static final Workflow RELEASE = Workflow.named("Release")
            .on(Event.push())
            .jobs(List.of(Job.named("build")
                    .runsOn(RunsOn.UBUNTU_LATEST)
                    .add(Run.script("Build", "make"))
                    .build()))
            .build();

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
        RehearsedCommit commit = new RehearsedCommit("0", List.of(), RELEASE);
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
                Files tried
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

    private static RehearsalReport of(RehearsedCommit commit, Optional<Observation.Release> release, JobRun... jobs) {
        Observation observed = new Observation(
                List.of(jobs), release, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return new RehearsalReport("push", "release.yml", commit, observed, Optional.empty(), "results");
    }

    private static RehearsedCommit commit(String... uncommitted) {
        return new RehearsedCommit("0", List.of(), RELEASE, List.of(uncommitted));
    }

    @Test
    void outputsAreInTheSameOrderInEveryRun() {
        Map<String, Data> outputs = new LinkedHashMap<>();
        List.of("url", "id", "kind").forEach(name -> outputs.put(name, Data.of("x")));
        JobRun.Step step =
                new JobRun.Step("Attest", Result.SUCCESS, Result.SUCCESS, "", outputs, Duration.ZERO, List.of(), true);
        JobRun.Row row = new JobRun.Row("build", Map.of(), Result.SUCCESS, "", List.of(step), true);
        JobRun job = new JobRun(
                "build",
                List.of(),
                Optional.empty(),
                Result.SUCCESS,
                "",
                true,
                List.of(row),
                List.of(),
                Map.of(),
                true);
        assertThat(of(commit(), Optional.empty(), job).json().replaceAll("\\s+", ""))
                .contains("\"outputs\":{\"id\":\"x\",\"kind\":\"x\",\"url\":\"x\"}");
    }

    @Test
    void aFileMayBeLargerThanTwoGibibytes() {
        Observation.File file = new Observation.File("a", 5_000_000_000L, "0".repeat(64), List.of(), List.of());
        Observation.Release release = new Observation.Release("v1", "v1", "", false, false, true, List.of(file));
        RehearsalReport report = of(commit(), Optional.of(release));
        assertThat(report.json()).contains("\"size\": 5000000000,");
        assertThat(report.text(Style.PLAIN, false)).contains("5000 MB");
    }

    @Test
    void whatIsNotCommittedIsCountedAndTheFirstAreNamed() {
        RehearsalReport report = of(commit("a", "b", "c", "d", "e", "f", "g"), Optional.empty());
        assertThat(report.text(Style.PLAIN, false)).contains("""

                Not committed, so not rehearsed: changes to 7 files
                  a
                  b
                  c
                  d
                  e
                  … and 2 more
                """);
        assertThat(report.json()).contains("\"uncommitted\": [\n    \"a\",\n").contains("\"g\"\n");
        assertThat(of(commit(), Optional.empty()).text(Style.PLAIN, false)).doesNotContain("ommitted");
    }

    @Test
    void whatWasLeftOutIsSaidWithItsReasonAndTheRestIsNotAll() {
        JobRun.Row here = new JobRun.Row("build (linux)", Map.of(), Result.SUCCESS, "", List.of(), true);
        JobRun.Row elsewhere = new JobRun.Row("build (mac)", Map.of(), Result.SKIPPED, "no Mac", List.of(), true);
        Permissions granted = Permissions.of(new Permissions.Grant(Scope.CONTENTS, "read", ""));
        RehearsalReport report = of(
                commit(),
                Optional.empty(),
                new JobRun(
                        "build",
                        List.of(),
                        Optional.of(granted),
                        Result.SUCCESS,
                        "",
                        true,
                        List.of(here, elsewhere),
                        List.of(),
                        Map.of(),
                        false),
                new JobRun(
                        "pack",
                        List.of("build"),
                        Optional.empty(),
                        Result.SKIPPED,
                        "it needs build",
                        true,
                        List.of(),
                        List.of(),
                        Map.of(),
                        false));
        assertThat(report.text(Style.PLAIN, false)).contains("""
                Left out
                  build, build (mac): no Mac
                  pack: it needs build

                Every job that ran succeeded.
                """);
        assertThat(report.json()).contains("\"build, build (mac): no Mac\"").contains("\"scope\": \"contents\"");
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
