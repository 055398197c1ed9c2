package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.run.dry.DryRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the environments of GitHub in which jobs of a release run: their reviewers, secrets and trusted publishers are lost
 * to a workflow that does not name them.
 *
 * @see <a href="https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments">Managing
 *     environments</a>
 */
public final class Environments {
    private static final String KEY = "release.environment";

    /** That of GitHub Pages, to which other steps deploy. */
    private static final String PAGES = "github-pages";

    /** @param known whether its name is not an expression, which only a run fills in */
    private record Job(String id, String place, String environment, boolean known) {}

    private Environments() {}

    /**
     * The key, if all jobs that release run in one environment, and otherwise what to say.
     *
     * @param workflows those that go when the new release comes
     */
    public static Takeover of(List<ExistingWorkflow> workflows) {
        List<Job> found = workflows.stream().flatMap(Environments::jobs).toList();
        List<Job> jobs = found.stream().filter(Job::known).toList();
        List<Takeover.Open> unknown = found.stream()
                .filter(job -> !job.known())
                .map(job -> new Takeover.Open(KEY, unnamed(job)))
                .distinct()
                .toList();
        Map<String, List<Job>> names =
                jobs.stream().collect(Collectors.groupingBy(Job::environment, LinkedHashMap::new, Collectors.toList()));
        Set<String> guarded = jobs.stream().map(Job::place).collect(Collectors.toSet());
        List<DryRow> releasing = workflows.stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(ReleaseStep::isIn)
                .toList();
        boolean all = names.size() == 1
                && !releasing.isEmpty()
                && releasing.stream().map(DryRow::place).allMatch(guarded::contains);
        if (all) {
            Job first = jobs.get(0);
            return new Takeover(
                    Map.of(KEY, new Fact<>(List.of(first.environment()), first.place() + " jobs." + first.id())),
                    List.of(),
                    unknown);
        }
        return new Takeover(
                Map.of(),
                List.of(),
                Stream.concat(
                                names.entrySet().stream()
                                        .map(name -> new Takeover.Open(KEY, said(name.getKey(), name.getValue()))),
                                unknown.stream())
                        .toList());
    }

    private static Stream<Job> jobs(ExistingWorkflow workflow) {
        Set<String> rows = workflow.jobs().stream().map(DryRow::place).collect(Collectors.toSet());
        return workflow.run().workflow().jobs().stream()
                .filter(StepsJob.class::isInstance)
                .map(StepsJob.class::cast)
                .flatMap(job -> job.environment().stream()
                        .map(Environment::name)
                        .map(name -> new Job(
                                job.id(),
                                workflow.run().places().getOrDefault(job.id(), workflow.file()),
                                name.source(),
                                name.parts().stream().allMatch(Text.Literal.class::isInstance))))
                .filter(job -> rows.contains(job.place()) && !job.environment().contains(PAGES));
    }

    private static String unnamed(Job job) {
        return "the job '" + job.id() + "' runs in the environment '" + job.environment()
                + "' today, whose name is known"
                + " only during a run: if it has reviewers or secrets, or crates.io and others require it, write its name"
                + " as 'release.environment'; from " + job.place();
    }

    private static String said(String name, List<Job> jobs) {
        String ids = jobs.stream().map(job -> "'" + job.id() + "'").distinct().collect(Collectors.joining(", "));
        return (jobs.size() == 1 ? "the job " + ids + " runs" : "the jobs " + ids + " run") + " in the environment '"
                + name
                + "' today, which may have reviewers and secrets, and which crates.io and others may require; with"
                + " 'release: { environment: " + name + " }', all jobs that publish run in it; from "
                + jobs.get(0).place();
    }
}
