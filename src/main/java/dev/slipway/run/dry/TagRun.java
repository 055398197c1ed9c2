package dev.slipway.run.dry;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.WorkflowReader;
import dev.slipway.run.JobRun;
import dev.slipway.run.Progress;
import dev.slipway.run.Selection;
import dev.slipway.run.TriggeringEvent;
import dev.slipway.run.Walk;
import dev.slipway.run.WorkflowInputs;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a release workflow would do for a tag that is known, as far as that can be told without running anything. Nothing in
 * it is a guess: what a script or an unknown action gives is open, unless the caller knows it.
 *
 * @param workflow as it was read
 * @param jobs what would become of each job
 * @param open what is left of the condition of each job of which it is open whether it runs, by its id
 * @param machines the labels of the machines that each job asks for, by its id; those of workflows that are called are left
 *     out
 * @param tagged the tags that each image would get
 */
public record TagRun(
        Workflow workflow,
        List<JobRun> jobs,
        Map<String, Expression> open,
        Map<String, List<String>> machines,
        List<TaggedImage> tagged) {
    public TagRun {
        jobs = List.copyOf(jobs);
        open = Map.copyOf(open);
        machines = Map.copyOf(machines);
        tagged = List.copyOf(tagged);
    }

    /**
     * Walks a workflow.
     *
     * @param event what starts it; without a ref if that is not known
     * @param repository {@code owner/name}
     * @param outputs what a script gives, if that is known before it runs; nothing for all others
     * @throws InvalidSource if it cannot be read
     */
    public static TagRun of(
            SourceText source, TriggeringEvent event, String repository, Function<String, Map<String, Data>> outputs) {
        Map<String, Data> ref = new LinkedHashMap<>();
        if (!event.ref().isEmpty()) {
            ref.put("ref", Data.of(event.ref()));
            ref.put("ref_name", Data.of(event.refName()));
            ref.put("ref_type", Data.of(event.ofTag() ? "tag" : "branch"));
        }
        return walk(WorkflowReader.read(source), event, ref, repository, outputs);
    }

    /**
     * Walks a workflow for a tag that is still open.
     *
     * @param event what starts it, without a ref; each of its inputs is open
     * @param ofTag whether the event happens at the tag
     */
    public static TagRun ofAnyTag(
            SourceText source,
            TriggeringEvent event,
            boolean ofTag,
            String repository,
            Function<String, Map<String, Data>> outputs) {
        Map<String, Data> inputs = new LinkedHashMap<>();
        event.inputs().keySet().forEach(name -> inputs.put(name, open("inputs", name)));
        Map<String, Data> ref = new LinkedHashMap<>();
        if (ofTag) {
            ref.put("ref", Data.joined(List.of(Data.of("refs/tags/"), open("github", "ref_name"))));
            ref.put("ref_type", Data.of("tag"));
        }
        TriggeringEvent started = new TriggeringEvent(event.name(), event.activity(), "", inputs);
        return walk(WorkflowReader.read(source), started, ref, repository, outputs);
    }

    private static Data open(String context, String name) {
        return new Data.Open(new Expression.Property(new Expression.Context(context), name));
    }

    private static TagRun walk(
            Workflow workflow,
            TriggeringEvent event,
            Map<String, Data> ref,
            String repository,
            Function<String, Map<String, Data>> outputs) {
        TagExecutor executor = new TagExecutor(event, repository, outputs);
        Contexts contexts = contexts(workflow, event, ref, repository);
        List<JobRun> jobs = new Walk(workflow, contexts, executor, Selection.ALL, Progress.NONE).run();
        return new TagRun(workflow, jobs, executor.open(), executor.machines(), executor.tagged());
    }

    private static Contexts contexts(
            Workflow workflow, TriggeringEvent event, Map<String, Data> ref, String repository) {
        Map<String, Data> github = new LinkedHashMap<>(ref);
        github.put("repository", Data.of(repository));
        github.put("repository_owner", Data.of(repository.replaceFirst("/.*", "")));
        // a workflow that is called sees the event of its caller
        if (!event.name().equals("workflow_call")) {
            github.put("event_name", Data.of(event.name()));
        }
        Map<String, Data> inputs = new LinkedHashMap<>();
        if (event.name().equals("workflow_dispatch")) {
            inputs.putAll(WorkflowInputs.of(workflow, event.name()).values(Map.of()));
        }
        inputs.putAll(event.inputs());
        return Contexts.NOTHING
                .with("github", new Data.Dict(github, false))
                .with("inputs", new Data.Dict(inputs, !event.name().equals("workflow_call")));
    }
}
