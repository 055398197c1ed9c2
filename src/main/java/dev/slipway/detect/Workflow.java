package dev.slipway.detect;

import java.util.List;
import java.util.Map;

/**
 * What matters of an existing workflow.
 *
 * @param file its path in the repository
 * @param tags the tags whose push starts it
 * @param branches the branches whose push starts it
 * @param pullRequests whether pull requests start it
 * @param env its variables
 * @param jobs every job, once for each row of its matrix
 */
record Workflow(
        String file,
        List<String> tags,
        List<String> branches,
        boolean pullRequests,
        Map<String, String> env,
        List<Job> jobs) {
    Workflow {
        tags = List.copyOf(tags);
        branches = List.copyOf(branches);
        env = Map.copyOf(env);
        jobs = List.copyOf(jobs);
    }

    boolean releases() {
        return jobs.stream().anyMatch(job -> ReleaseStep.of(job).isPresent());
    }
}
