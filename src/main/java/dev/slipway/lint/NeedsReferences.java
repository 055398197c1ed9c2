package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import dev.slipway.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds references to jobs that are not needed, and to outputs that they do not have. */
final class NeedsReferences implements Rule<WorkflowFile> {
    private static final List<String> PROPERTIES = List.of("outputs", "result");

    private final boolean someJobs;

    NeedsReferences() {
        this(false);
    }

    private NeedsReferences(boolean someJobs) {
        this.someJobs = someJobs;
    }

    /** The rule for a file with only some of the jobs of a workflow: a job that is not here may be needed by another name. */
    static NeedsReferences amongSomeJobs() {
        return new NeedsReferences(true);
    }

    @Override
    public String id() {
        return "needs-references";
    }

    @Override
    public String summary() {
        return "'needs.<job>' is a job in 'needs', with its result or one of its outputs";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (ExpressionSite site : file.expressions()) {
            for (Reference reference : site.references()) {
                if (reference.context().equals("needs")) {
                    file.jobAt(site.where())
                            .flatMap(job -> checkNeeds(file, job, site, reference))
                            .ifPresent(problems::add);
                }
                if (reference.context().equals("jobs")) {
                    checkJobs(file, site, reference).ifPresent(problems::add);
                }
            }
        }
        return problems;
    }

    private static boolean needsOthers(WorkflowFile file, JobView job) {
        return job.needs().stream().anyMatch(need -> file.job(need.text()).isEmpty());
    }

    private Optional<Problem> checkNeeds(WorkflowFile file, JobView job, ExpressionSite site, Reference reference) {
        Optional<String> id = reference.name(0);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (!job.isNeeding(id.get())) {
            if (someJobs && needsOthers(file, job) && file.job(id.get()).isEmpty()) {
                return Optional.empty();
            }
            List<String> needs = job.needs().stream()
                    .limit(Suggestion.MOST_WORDS)
                    .map(Place::text)
                    .toList();
            String help = file.job(id.get()).isPresent()
                    ? "add it to 'needs'"
                    : Phrases.meant(id.get(), needs, "jobs that it needs");
            return Optional.of(site.problem("job '" + job.id() + "' does not need a job '" + id.get() + "'", help));
        }
        return file.job(id.get()).flatMap(needed -> checkProperty(needed, site, reference));
    }

    private static Optional<Problem> checkJobs(WorkflowFile file, ExpressionSite site, Reference reference) {
        Optional<String> id = reference.name(0);
        if (id.isPresent() && file.job(id.get()).isEmpty()) {
            List<String> ids = file.jobs().stream()
                    .limit(Suggestion.MOST_WORDS)
                    .map(JobView::id)
                    .toList();
            return Optional.of(
                    site.problem("there is no job '" + id.get() + "'", Phrases.meant(id.get(), ids, "jobs")));
        }
        return id.flatMap(file::job).flatMap(job -> checkProperty(job, site, reference));
    }

    private static Optional<Problem> checkProperty(JobView job, ExpressionSite site, Reference reference) {
        Optional<String> property = reference.name(1);
        if (property.isPresent() && PROPERTIES.stream().noneMatch(property.get()::equalsIgnoreCase)) {
            return Optional.of(
                    site.problem("a job has no '" + property.get() + "'", "a needed job has 'outputs' and 'result'"));
        }
        // a called workflow defines its outputs in its own file
        Optional<String> output = reference.name(2);
        if (output.isEmpty()
                || job.isCall()
                || job.place()
                        .at("outputs")
                        .filter(outputs -> !outputs.isMapping())
                        .isPresent()) {
            return Optional.empty();
        }
        return output.filter(name -> !job.hasOutput(name))
                .map(name -> site.problem(
                        "job '" + job.id() + "' has no output '" + name + "'",
                        Phrases.meant(name, job.outputs(), "outputs")));
    }
}
