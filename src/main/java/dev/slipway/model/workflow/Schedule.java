package dev.slipway.model.workflow;

import java.util.List;
import java.util.Optional;

/** Starts a workflow at given times. */
public record Schedule(List<Cron> times) implements Trigger {
    public Schedule {
        times = List.copyOf(times);
    }

    /**
     * A time.
     *
     * @param cron the five fields of POSIX cron, such as {@code 0 6 * * 1}
     * @param timezone an IANA name, such as {@code Europe/Berlin}; UTC if absent
     */
    public record Cron(String cron, Optional<String> timezone) {}
}
