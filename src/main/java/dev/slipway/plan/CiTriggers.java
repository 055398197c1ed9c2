package dev.slipway.plan;

import java.util.List;

/**
 * When changes are tested.
 *
 * @param branches pushes to these are tested, and every pull request
 * @param schedule times in UTC, as fields of cron, at which everything is tested although nothing changed
 * @param mergeQueue whether the merge queue is tested
 * @param paths only changes to files like these are tested; empty for all
 * @param pathsIgnore changes to files like these alone are not
 */
public record CiTriggers(
        List<String> branches,
        List<String> schedule,
        boolean mergeQueue,
        List<String> paths,
        List<String> pathsIgnore) {
    public CiTriggers {
        branches = List.copyOf(branches);
        schedule = List.copyOf(schedule);
        paths = List.copyOf(paths);
        pathsIgnore = List.copyOf(pathsIgnore);
    }

    /** Whether changes to some files are not tested. */
    public boolean filtered() {
        return !paths.isEmpty() || !pathsIgnore.isEmpty();
    }
}
