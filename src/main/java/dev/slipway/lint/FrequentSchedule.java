package dev.slipway.lint;

import dev.slipway.source.CronFields;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.List;

/** Finds schedules that GitHub runs less often than they ask for. */
final class FrequentSchedule implements Rule<WorkflowFile> {
    private static final int SHORTEST = 5;

    @Override
    public String id() {
        return "frequent-schedule";
    }

    @Override
    public String summary() {
        return "a schedule runs at most every five minutes";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        return file.trigger("schedule").map(Place::items).orElse(List.of()).stream()
                .flatMap(schedule -> schedule.at("cron").stream())
                .filter(cron -> CronFields.shortestGap(cron.text()) < SHORTEST)
                .map(cron -> cron.problem(
                        "'" + cron.text() + "' runs more often than every five minutes",
                        "GitHub skips runs that are more frequent; write */5"))
                .toList();
    }
}
