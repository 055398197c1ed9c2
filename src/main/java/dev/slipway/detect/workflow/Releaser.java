package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.FilterPattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A workflow that makes releases.
 *
 * @param file its path in the repository
 * @param events what starts it
 * @param tags the filters of the tags at whose push it releases
 * @param means the action or the command that makes the release
 * @param work what else it is for
 * @param jobs those of its jobs that release; none if that cannot be read
 */
public record Releaser(
        String file, Set<String> events, List<String> tags, Fact<String> means, Work work, List<ReleasingJob> jobs) {
    /** What a workflow is for. */
    public enum Work {
        /** Nothing but releases. */
        RELEASES,
        /** Releases without files, and no tag starts it: they may be of something else. */
        BARE,
        /** Builds between releases. */
        EARLY,
        /** It tests changes as well. */
        TESTS,
        /** It calls a workflow of another repository or a program that cannot be read, which may release. */
        UNKNOWN
    }

    public Releaser {
        events = Set.copyOf(events);
        tags = List.copyOf(tags);
        jobs = List.copyOf(jobs);
    }

    public static Stream<Releaser> of(ExistingWorkflow workflow) {
        Optional<Fact<String>> means = workflow.jobs().stream()
                .flatMap(job -> job.steps().stream())
                .flatMap(step -> ReleaseStep.of(step).map(found -> new Fact<>(found, step.place())).stream())
                .findFirst();
        return means.isPresent()
                ? Stream.of(releaser(workflow, means.get(), work(workflow)))
                : elsewhere(workflow).stream().map(call -> releaser(workflow, call, Work.UNKNOWN));
    }

    /** A workflow that may release with something that cannot be read. */
    public static Releaser unknown(ExistingWorkflow workflow, Fact<String> means) {
        return releaser(workflow, means, Work.UNKNOWN);
    }

    private static Releaser releaser(ExistingWorkflow workflow, Fact<String> means, Work work) {
        boolean pushed = workflow.run()
                .event()
                .map(event -> event.equals("push") && workflow.run().atTag())
                .orElse(true);
        List<String> tags = pushed ? AskedTags.of(workflow) : List.of();
        return new Releaser(workflow.file(), workflow.events(), tags, means, work, ReleasingJob.of(workflow));
    }

    /** What a workflow for tags calls that is not in the repository. */
    private static Optional<Fact<String>> elsewhere(ExistingWorkflow workflow) {
        return workflow.run().workflow().jobs().stream()
                .filter(job -> !workflow.tags().isEmpty() && job instanceof CallJob)
                .map(job -> ((CallJob) job).workflow().name())
                .filter(name -> !name.startsWith("./") && !name.startsWith("$/"))
                .flatMap(name -> workflow.run().untold().stream()
                        .filter(note -> note.message().contains("'" + name))
                        .map(note -> new Fact<>(
                                name, note.file() + ":" + note.position().line())))
                .findFirst();
    }

    private static Work work(ExistingWorkflow workflow) {
        if (workflow.early()) {
            return Work.EARLY;
        }
        boolean looks = workflow.pullRequests() || !workflow.branches().isEmpty();
        if (looks && TestSetup.tests(workflow)) {
            return Work.TESTS;
        }
        boolean bare = workflow.tags().isEmpty()
                && !workflow.branches().isEmpty()
                && Uploads.of(workflow.jobs()).isEmpty();
        return bare ? Work.BARE : Work.RELEASES;
    }

    /**
     * Whether it releases only at tags that none of some filters lets through. Filters are compared by what is before their
     * first wildcard.
     */
    public boolean atOtherTags(List<String> filters) {
        return events.equals(Set.of("push"))
                && !tags.isEmpty()
                && starts(tags)
                        .allMatch(own ->
                                starts(filters).noneMatch(other -> own.startsWith(other) || other.startsWith(own)));
    }

    /** A tag of a prerelease at which it releases, and so does a workflow with these filters. */
    public Optional<String> samePrerelease(List<String> filters) {
        return starts(filters)
                .map(start -> start + "1.2.3")
                .flatMap(Releaser::prereleases)
                .filter(tag -> FilterPattern.select(tags, tag) && FilterPattern.select(filters, tag))
                .findFirst();
    }

    /** Tags of prereleases of a version, in the usual styles. */
    public static Stream<String> prereleases(String tag) {
        return Stream.of("-rc.1", "-rc1", "-beta.1", "-beta1", "-alpha.1", "-alpha1")
                .map(tag::concat);
    }

    /** What the tags that pass begin with. */
    private static Stream<String> starts(List<String> filters) {
        return filters.stream()
                .filter(filter -> !filter.startsWith("!"))
                .map(filter -> filter.replaceFirst("[*?+\\[].*", ""));
    }

    /** Whether the release is made by a workflow that this one calls. */
    public boolean calls() {
        return !means.from().startsWith(file + ":");
    }
}
