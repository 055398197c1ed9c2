package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Symbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds images that a workflow pushes in addition to those with known names, such as one whose owner is in a secret. */
public final class HiddenImages {
    private HiddenImages() {}

    /** Each name once, with the first step that has it; none if no name of the workflow is known. */
    public static List<Fact<ListedStep>> of(ExistingWorkflow workflow, RepositoryFiles files) {
        boolean known = workflow.jobs().stream()
                .anyMatch(job -> !ImageNames.of(job, files).isEmpty());
        Map<String, Fact<ListedStep>> found = new LinkedHashMap<>();
        for (DryRow job : known ? workflow.jobs() : List.<DryRow>of()) {
            for (DryStep step : job.steps()) {
                ImageNames.hidden(step, files)
                        .forEach(name -> found.putIfAbsent(name, ListedStep.of(step, job.id(), reason(name))));
            }
        }
        return List.copyOf(found.values());
    }

    private static Reason reason(String name) {
        return Reason.of(
                "a container image whose full name is known only during a run ('" + Symbols.shown(name) + "')",
                "add it to 'docker.image'");
    }
}
