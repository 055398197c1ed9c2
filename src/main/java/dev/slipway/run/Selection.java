package dev.slipway.run;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Workflow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which jobs of a workflow run, and which rows of them.
 *
 * @param jobs ids; all where there are none
 * @param rows texts of which the name or a value of a row has one; all rows where there are none
 */
public record Selection(List<String> jobs, List<String> rows) {
    public static final Selection ALL = new Selection(List.of(), List.of());

    public Selection {
        jobs = List.copyOf(jobs);
        rows = List.copyOf(rows);
    }

    /** The ids of the jobs that run: those that are asked for, and those that they need. */
    Set<String> of(Workflow workflow) {
        Set<String> ids = new HashSet<>();
        for (Job job : workflow.jobs()) {
            if (jobs.isEmpty() || jobs.contains(job.id())) {
                add(job, ids);
            }
        }
        return ids;
    }

    private static void add(Job job, Set<String> ids) {
        if (ids.add(job.id())) {
            job.needs().forEach(needed -> add(needed, ids));
        }
    }

    /** Whether a row runs; a job without a matrix always does. */
    boolean has(RowSetup row) {
        return rows.isEmpty()
                || row.matrix().isEmpty()
                || rows.stream()
                        .anyMatch(text -> row.name().contains(text)
                                || row.matrix().values().stream()
                                        .anyMatch(value -> value.text().equals(text)));
    }
}
