package dev.slipway.report;

import dev.slipway.model.workflow.Workflow;
import java.util.List;

/**
 * What was rehearsed.
 *
 * @param files the paths of all files in it
 * @param workflow the workflow as it has it
 * @param uncommitted the paths of files that the work tree has otherwise
 */
public record RehearsedCommit(String sha, List<String> files, Workflow workflow, List<String> uncommitted) {
    public RehearsedCommit {
        files = List.copyOf(files);
        uncommitted = List.copyOf(uncommitted);
    }

    /** A commit that is checked out as it is. */
    public RehearsedCommit(String sha, List<String> files, Workflow workflow) {
        this(sha, files, workflow, List.of());
    }
}
