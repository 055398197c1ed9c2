package dev.slipway.blueprint;

import dev.slipway.Generation;
import dev.slipway.model.workflow.ActionRef;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Strategy;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks workflows what is in them, in the words of tests. */
public final class Drawn {
    private Drawn() {}

    public static StepsJob job(Generation generation, String id) {
        return job(generation.blueprint().release(), id);
    }

    public static StepsJob job(Workflow workflow, String id) {
        return (StepsJob) workflow.job(id).orElseThrow(() -> new AssertionError("no job " + id));
    }

    public static List<StepsJob> jobs(Workflow workflow) {
        return workflow.jobs().stream().map(StepsJob.class::cast).toList();
    }

    /** Both workflows of a generation, or the one there is. */
    public static List<Workflow> workflows(Generation generation) {
        return Stream.concat(Stream.of(generation.blueprint().release()), generation.blueprint().ci().stream())
                .toList();
    }

    public static List<String> ids(List<? extends Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }

    public static List<String> names(StepsJob job) {
        return job.steps().stream().map(Drawn::name).toList();
    }

    public static List<String> names(Workflow workflow, String job) {
        return names(job(workflow, job));
    }

    private static String name(Step step) {
        return step.common().name().map(Text::source).orElse("");
    }

    public static Run run(StepsJob job, String name) {
        return (Run) step(job, name);
    }

    public static String script(StepsJob job, String name) {
        return run(job, name).script().source();
    }

    public static String script(Workflow workflow, String job, String name) {
        return script(job(workflow, job), name);
    }

    /** What a step does, be it in a file. */
    public static String script(Generation generation, String job, String name) {
        String script = script(job(generation, job), name);
        return generation.blueprint().scripts().stream()
                .filter(file -> script.equals("bash " + file.path()) || script.equals("bash repository/" + file.path()))
                .findFirst()
                .map(ScriptFile::script)
                .orElse(script);
    }

    public static Uses uses(StepsJob job, String name) {
        return (Uses) step(job, name);
    }

    private static Step step(StepsJob job, String name) {
        return job.steps().stream()
                .filter(step -> name(step).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step '" + name + "' among " + names(job)));
    }

    /** Every step of the job that runs this action. */
    public static List<Uses> uses(StepsJob job) {
        return job.steps().stream()
                .filter(Uses.class::isInstance)
                .map(Uses.class::cast)
                .toList();
    }

    public static List<Uses> uses(StepsJob job, ActionRef action) {
        return uses(job).stream().filter(step -> step.action().equals(action)).toList();
    }

    public static List<String> actions(StepsJob job) {
        return uses(job).stream().map(step -> step.action().name()).toList();
    }

    public static Map<String, String> inputs(Uses step) {
        return plain(step.inputs());
    }

    public static String input(Workflow workflow, String job, String name, String input) {
        return inputs(uses(job(workflow, job), name)).get(input);
    }

    public static Map<String, String> env(Step step) {
        return plain(step.common().env());
    }

    public static Map<String, String> plain(Map<String, Value> values) {
        Map<String, String> plain = new LinkedHashMap<>();
        values.forEach((key, value) -> plain.put(key, plain(value)));
        return plain;
    }

    public static String plain(Value value) {
        if (value instanceof Text text) {
            return text.source();
        }
        return value instanceof Value.Flag flag
                ? Boolean.toString(flag.value())
                : Long.toString(((Value.Count) value).value());
    }

    public static List<Map<String, String>> rows(StepsJob job) {
        return job.strategy().flatMap(Strategy::matrix).stream()
                .map(Matrix::include)
                .flatMap(List::stream)
                .map(Drawn::plain)
                .toList();
    }

    public static List<String> runners(StepsJob job) {
        return job.runsOn().labels().stream().map(Text::source).toList();
    }

    public static List<String> permissions(StepsJob job) {
        return job.permissions().map(Permissions::grants).orElse(List.of()).stream()
                .map(grant -> grant.scope().name() + ": " + grant.level())
                .toList();
    }

    public static List<String> permissions(Workflow workflow, String job) {
        return permissions(job(workflow, job));
    }
}
