package dev.slipway.run.dry;

import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.run.JobRun;
import dev.slipway.run.Progress;
import dev.slipway.run.Selection;
import dev.slipway.run.Walk;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a workflow would do for a tag, as far as that can be told without running it. The tag and whatever else is open are
 * symbols in its texts.
 *
 * @param file where the workflow is in the repository
 * @param event the name of what starts it, if that is known
 * @param atTag whether it runs at the tag, and not at the push of a branch
 * @param unread what of it, and of what it calls, could not be read
 * @param untold what only a real run can tell, and what is on GitHub alone
 * @param jobs what became of each job
 * @param rows what each run of a job comes to, those of workflows that are called as well
 * @param skipped what it does not come to
 * @param places the file and the line of each job of the workflow, by its id
 * @see dev.slipway.shell.Symbols
 */
public record DryRun(
        String file,
        Workflow workflow,
        Optional<String> event,
        boolean atTag,
        List<Finding> unread,
        List<Finding> untold,
        List<JobRun> jobs,
        List<DryRow> rows,
        List<Skipped> skipped,
        Map<String, String> places) {
    public DryRun {
        unread = List.copyOf(unread);
        untold = List.copyOf(untold);
        jobs = List.copyOf(jobs);
        rows = List.copyOf(rows);
        skipped = List.copyOf(skipped);
        places = Map.copyOf(places);
    }

    /** The same with other rows. */
    public DryRun with(List<DryRow> some) {
        return new DryRun(file, workflow, event, atTag, unread, untold, jobs, some, skipped, places);
    }

    /**
     * Walks a workflow by each event that may release, the likeliest first. There is only one run if that leaves nothing
     * out; the others are walked when they are asked for.
     *
     * @param files of the repository: scripts, actions and other workflows that it calls
     * @param repository {@code owner/name}, if it is known
     * @param names what the project releases
     * @throws InvalidSource if it is no YAML
     */
    public static Stream<DryRun> each(
            SourceText source,
            Function<String, Optional<SourceText>> files,
            Optional<String> repository,
            ProjectNames names) {
        CalledFiles called = new CalledFiles(files);
        Workflow workflow = called.workflow(source);
        SymbolicTexts symbolic = new SymbolicTexts(names, repository);
        List<ReleaseEvent> runs = ReleaseEvent.of(workflow, repository);
        DryRun first = walk(source.name(), workflow, runs.get(0), called, symbolic);
        return Stream.concat(
                Stream.of(first),
                runs.stream()
                        .skip(1)
                        .filter(run -> !first.skipped().isEmpty())
                        .map(run -> walk(source.name(), workflow, run, called, symbolic)));
    }

    private static DryRun walk(
            String file, Workflow workflow, ReleaseEvent run, CalledFiles called, SymbolicTexts symbolic) {
        DryExecutor executor = new DryExecutor(called, symbolic, run.contexts());
        List<JobRun> jobs = new Walk(workflow, run.contexts(), executor, Selection.ALL, Progress.NONE).run();
        Overlooked overlooked = Overlooked.of(called, workflow, jobs);
        return new DryRun(
                file,
                workflow,
                run.event(),
                run.tagged(),
                Stream.concat(
                                called.unread().stream(),
                                executor.leftOut().map(why -> WorkflowLines.note(file, Span.START, why, "")).stream())
                        .toList(),
                overlooked.notes(),
                jobs,
                executor.rows(),
                Stream.concat(executor.skipped(), overlooked.skipped().stream()).toList(),
                workflow.jobs().stream()
                        .collect(Collectors.toMap(Job::id, called.lines()::of, (first, second) -> first)));
    }

    /** Whether the push of a tag starts the workflow. */
    public boolean tagStarts() {
        return workflow.on().stream().anyMatch(ReleaseEvent::tagStarts);
    }

    /** The names of what starts the workflow. */
    public Set<String> events() {
        return ReleaseEvent.events(workflow);
    }

    /** Whether the push of a branch starts it. */
    public boolean pushesBranches() {
        return workflow.on().stream().anyMatch(ReleaseEvent::branchStarts);
    }

    /** The patterns of a filter of pushes. */
    public List<String> pushes(String filter) {
        return workflow.on().stream()
                .filter(trigger ->
                        trigger instanceof Event event && event.name().equals("push"))
                .flatMap(trigger -> trigger instanceof Event event
                        ? event.filters().getOrDefault(filter, List.of()).stream()
                        : Stream.of())
                .toList();
    }
}
