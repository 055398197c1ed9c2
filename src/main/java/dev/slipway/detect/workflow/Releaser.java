package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A workflow that makes releases.
 *
 * @param file its path in the repository
 * @param events what starts it
 * @param tags the filters of the tags whose push starts it
 * @param means the action or the command that makes the release
 * @param work what else it is for
 */
public record Releaser(String file, Set<String> events, List<String> tags, Fact<String> means, Work work) {
    /** What a workflow is for. */
    public enum Work {
        /** Nothing but releases. */
        RELEASES,
        /** Builds between releases. */
        EARLY,
        /** It tests changes as well. */
        TESTS
    }

    public Releaser {
        events = Set.copyOf(events);
        tags = List.copyOf(tags);
    }

    public static Stream<Releaser> of(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .flatMap(job -> job.steps().stream())
                .flatMap(step -> ReleaseStep.of(step).map(means -> new Fact<>(means, step.place())).stream())
                .limit(1)
                .map(means -> new Releaser(
                        workflow.file(), workflow.events(), workflow.startingTags(), means, work(workflow)));
    }

    private static Work work(ExistingWorkflow workflow) {
        if (workflow.early()) {
            return Work.EARLY;
        }
        boolean looks = workflow.pullRequests() || !workflow.branches().isEmpty();
        return looks && TestSetup.tests(workflow) ? Work.TESTS : Work.RELEASES;
    }

    /** Whether the release is made by a workflow that this one calls. */
    public boolean calls() {
        return !means.from().startsWith(file + ":");
    }
}
