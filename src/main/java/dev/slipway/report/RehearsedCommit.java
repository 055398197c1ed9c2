package dev.slipway.report;

import dev.slipway.model.workflow.Workflow;
import java.util.List;

/**
 * What was rehearsed.
 *
 * @param files the paths of all files in it
 * @param workflow the workflow as it has it
 */
public record RehearsedCommit(String sha, List<String> files, Workflow workflow) {
    public RehearsedCommit {
        files = List.copyOf(files);
    }
}
