package dev.slipway.lint;

import dev.slipway.source.CronFields;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds schedules that GitHub cannot read.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule">schedule</a>
 */
final class Cron implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "cron";
    }

    @Override
    public String summary() {
        return "every schedule has five POSIX cron fields and a known time zone";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (Place schedule : file.trigger("schedule").map(Place::items).orElse(List.of())) {
            schedule.at("cron")
                    .filter(Place::isScalar)
                    .ifPresent(cron -> CronFields.fault(cron.text())
                            .ifPresent(fault -> problems.add(cron.problem(
                                    fault,
                                    "the fields are minute, hour, day of the month, month and day of the week"))));
            schedule.at("timezone")
                    .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone.text()))
                    .ifPresent(zone -> problems.add(zone.problem(
                            "unknown time zone '" + zone.text() + "'",
                            "use a name of the IANA time zone database, such as Europe/Berlin")));
        }
        return problems;
    }
}
