package dev.slipway.run.dry;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.Lenient;
import dev.slipway.run.JobRun;
import dev.slipway.run.Progress;
import dev.slipway.run.Selection;
import dev.slipway.run.Walk;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Problem;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a workflow would do for a tag, as far as that can be told without running it. The tag and whatever else is open are
 * symbols in its texts.
 *
 * @param file where the workflow is in the repository
 * @param problems what of it could not be read
 * @param jobs what became of each job
 * @param rows what each run of a job comes to, those of workflows that are called as well
 * @see dev.slipway.shell.Symbols
 */
public record DryRun(String file, Workflow workflow, List<Problem> problems, List<JobRun> jobs, List<DryRow> rows) {
    public DryRun {
        problems = List.copyOf(problems);
        jobs = List.copyOf(jobs);
        rows = List.copyOf(rows);
    }

    /**
     * Walks a workflow.
     *
     * @param files of the repository: scripts, actions and other workflows that it calls
     * @param repository {@code owner/name}, where it is known
     * @param program what the project releases, where that is known
     * @throws InvalidSource if it is no YAML
     */
    public static DryRun of(
            SourceText source,
            Function<String, Optional<SourceText>> files,
            Optional<String> repository,
            Optional<String> program) {
        RepositoryFiles read = new RepositoryFiles(files);
        Lenient<Workflow> lenient = read.workflow(source);
        Workflow workflow = lenient.value();
        Contexts base = new TaggedRun(workflow, repository).contexts();
        DryExecutor executor = new DryExecutor(read, new Symbolic(program), base);
        List<JobRun> jobs = new Walk(workflow, base, executor, Selection.ALL, Progress.NONE).run();
        return new DryRun(source.name(), workflow, lenient.problems(), jobs, executor.rows());
    }

    /** The names of what starts the workflow. */
    public Set<String> events() {
        return TaggedRun.events(workflow);
    }

    /** The patterns of a filter of pushes. */
    public List<String> pushes(String filter) {
        return workflow.on().stream()
                .filter(trigger ->
                        trigger instanceof Event event && event.name().equals("push"))
                .flatMap(trigger -> trigger instanceof Event event
                        ? event.filters().getOrDefault(filter, List.of()).stream()
                        : java.util.stream.Stream.of())
                .toList();
    }
}
