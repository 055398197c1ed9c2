package dev.slipway.detect.workflow;

import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Tree;
import java.util.List;
import java.util.Optional;

/** Which repositories a job has in its folders. */
public record Checkouts(DryRow job) {
    /**
     * The other repository in which a folder is, if it is in one that the job checks out.
     *
     * @param folder a path from the workspace, empty for the workspace itself
     * @return {@code owner/name}
     */
    public Optional<String> another(String folder) {
        List<String> here = job.steps().stream()
                .filter(step -> step.action().equals("actions/checkout"))
                .filter(step -> Tree.path("", input(step, "path")).equals(folder))
                .map(step -> input(step, "repository"))
                .toList();
        if (here.isEmpty() && !folder.isEmpty()) {
            return another(folder.substring(0, Math.max(0, folder.lastIndexOf('/'))));
        }
        return here.stream().allMatch(name -> name.matches("[\\w.-]+/[\\w.-]+"))
                ? here.stream().reduce((first, last) -> last)
                : Optional.empty();
    }

    private static String input(DryStep step, String name) {
        return step.with().getOrDefault(name, "");
    }
}
