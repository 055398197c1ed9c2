package dev.slipway.detect;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What matters of an existing workflow.
 *
 * @param file its path in the repository
 * @param events what starts it
 * @param tags the tags whose push starts it
 * @param branches the branches whose push starts it
 * @param env its variables
 * @param jobs every job, once for each row of its matrix; those of workflows that it calls, too
 */
record Workflow(
        String file,
        Set<String> events,
        List<String> tags,
        List<String> branches,
        Map<String, String> env,
        List<Job> jobs) {
    Workflow {
        events = Set.copyOf(events);
        tags = List.copyOf(tags);
        branches = List.copyOf(branches);
        env = Map.copyOf(env);
        jobs = List.copyOf(jobs);
    }

    /** Whether pull requests start it. */
    boolean pullRequests() {
        return events.contains("pull_request");
    }

    boolean releases() {
        return jobs.stream().anyMatch(job -> ReleaseStep.of(job).isPresent());
    }

    /** Whether it only works for others. */
    boolean onlyCalled() {
        return events.equals(Set.of("workflow_call"));
    }

    /** How near it is to the release that people get: the smaller, the nearer. */
    int distance() {
        if (!tags.isEmpty()) {
            return 0;
        }
        if (events.contains("release")) {
            return 1;
        }
        return events.contains("schedule") || events.contains("pull_request") ? 3 : 2;
    }
}
