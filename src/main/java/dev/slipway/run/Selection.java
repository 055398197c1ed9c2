package dev.slipway.run;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Workflow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which jobs of a workflow run, and which rows of them.
 *
 * @param jobs ids; all if there are none
 * @param rows texts of which the name or a value of a row has one; all rows if there are none
 * @param onlyHere whether to leave out what only another machine can run as it is
 */
public record Selection(List<String> jobs, List<String> rows, boolean onlyHere) {
    public static final Selection ALL = new Selection(List.of(), List.of());

    public Selection {
        jobs = List.copyOf(jobs);
        rows = List.copyOf(rows);
    }

    public Selection(List<String> jobs, List<String> rows) {
        this(jobs, rows, false);
    }

    /** Whether every job and every row is asked for. */
    public boolean whole() {
        return jobs.isEmpty() && rows.isEmpty();
    }

    /** What it selects in a workflow that is called: all of its jobs, and the same rows. */
    Selection called() {
        return new Selection(List.of(), rows, onlyHere);
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
    boolean has(String name, Map<String, Data> matrix) {
        return rows.isEmpty() || matrix.isEmpty() || rows.stream().anyMatch(text -> matches(text, name, matrix));
    }

    /** Whether a text says a row. */
    static boolean matches(String text, String name, Map<String, Data> matrix) {
        return name.contains(text)
                || matrix.values().stream().anyMatch(value -> value.text().equals(text));
    }
}
