package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.ActionReader;
import dev.slipway.read.CompositeAction;
import dev.slipway.read.WorkflowReader;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Remembers what it is asked to run, and answers by the names of the steps; a step without an answer succeeds. */
final class Recorder implements Executor {
    final List<RowSetup> rows = new ArrayList<>();
    final List<StepSetup> steps = new ArrayList<>();
    final Map<String, Data> contexts = new HashMap<>();
    private final Map<String, StepOutcome> answers = new HashMap<>();
    private final Map<String, String> workflows = new HashMap<>();
    private final Map<String, String> actions = new HashMap<>();
    private final List<String> unavailable = new ArrayList<>();
    private final Map<String, String> leftOut = new HashMap<>();
    private boolean complete = true;

    static Workflow read(String yaml) {
        return WorkflowReader.read(new SourceText("test.yml", yaml));
    }

    /** A workflow with jobs alone. */
    static Workflow jobs(String yaml) {
        return read("on: push\njobs:\n" + yaml.indent(2));
    }

    static Optional<CompositeAction> action(String yaml) {
        return ActionReader.read(YamlReader.read(new SourceText("action.yml", yaml)));
    }

    Recorder incomplete() {
        complete = false;
        return this;
    }

    @Override
    public boolean complete() {
        return complete;
    }

    Recorder fails(String step) {
        return answers(step, StepOutcome.failure("exit status 1"));
    }

    Recorder gives(String step, String output, String value) {
        return answers(step, StepOutcome.success(Map.of(output, Data.of(value))));
    }

    Recorder exports(String step, String variable, String value) {
        return answers(step, new StepOutcome(Result.SUCCESS, "", Map.of(), Map.of(variable, Data.of(value))));
    }

    Recorder answers(String step, StepOutcome outcome) {
        answers.put(step, outcome);
        return this;
    }

    Recorder has(String path, String workflow) {
        workflows.put(path, workflow);
        return this;
    }

    Recorder hasAction(String path, String action) {
        actions.put(path, action);
        return this;
    }

    Recorder cannotOpen(String row) {
        unavailable.add(row);
        return this;
    }

    Recorder leavesOut(String row, String why) {
        leftOut.put(row, why);
        return this;
    }

    @Override
    public Optional<String> leavesOut(RowSetup setup) {
        return Optional.ofNullable(leftOut.get(setup.name()));
    }

    Recorder knows(String context, Data value) {
        contexts.put(context, value);
        return this;
    }

    List<JobRun> walk(Workflow workflow) {
        return walk(workflow, known());
    }

    List<JobRun> walk(Workflow workflow, Contexts base) {
        return new Walk(workflow, base, this, Selection.ALL, Progress.NONE).run();
    }

    /** A push of a tag, with everything known. */
    static Contexts known() {
        return Contexts.NOTHING
                .with("github", Data.of(Map.of("ref_name", Data.of("v1.2.3"), "event_name", Data.of("push"))))
                .with("inputs", Data.of(Map.of()))
                .with("vars", Data.of(Map.of()))
                .with("secrets", Data.of(Map.of("GITHUB_TOKEN", Data.of("token"), "KEY", Data.of("key"))));
    }

    /** The names of the steps that ran. */
    List<String> ran() {
        return steps.stream().map(StepSetup::name).toList();
    }

    /** What was asked of a step. */
    StepSetup step(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> results(List<JobRun> runs) {
        Map<String, String> results = new LinkedHashMap<>();
        runs.forEach(run -> results.put(run.id(), run.result().toString()));
        return results;
    }

    @Override
    public Row open(RowSetup setup) {
        rows.add(setup);
        if (unavailable.contains(setup.name())) {
            throw new Unavailable("there is no such machine");
        }
        return new Place();
    }

    @Override
    public Optional<Workflow> workflow(String path) {
        return Optional.ofNullable(workflows.get(path)).map(Recorder::read);
    }

    private final class Place implements Row {
        @Override
        public Map<String, Data> contexts() {
            return contexts;
        }

        @Override
        public Map<String, Function<List<Data>, Data>> functions() {
            return Map.of(
                    "hashfiles",
                    arguments -> Data.of("hash of " + arguments.get(0).text()));
        }

        @Override
        public StepOutcome run(StepSetup step) {
            steps.add(step);
            return answers.getOrDefault(step.name(), StepOutcome.success());
        }

        @Override
        public Optional<CompositeAction> composite(String path) {
            return Optional.ofNullable(actions.get(path)).flatMap(Recorder::action);
        }

        @Override
        public void close() {}
    }
}
