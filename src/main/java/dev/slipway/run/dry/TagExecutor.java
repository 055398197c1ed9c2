package dev.slipway.run.dry;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.run.Executor;
import dev.slipway.run.RowSetup;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.StepSetup;
import dev.slipway.run.TriggeringEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers what is known for certain before anything runs, and notes what it is asked. */
final class TagExecutor implements Executor {
    private final TriggeringEvent event;
    private final String repository;
    private final Function<String, Map<String, Data>> outputs;
    private final Map<String, List<String>> machines = new LinkedHashMap<>();
    private final Map<String, Expression> open = new LinkedHashMap<>();
    private final List<TaggedImage> tagged = new ArrayList<>();

    TagExecutor(TriggeringEvent event, String repository, Function<String, Map<String, Data>> outputs) {
        this.event = event;
        this.repository = repository;
        this.outputs = outputs;
    }

    Map<String, List<String>> machines() {
        return machines;
    }

    Map<String, Expression> open() {
        return open;
    }

    @Override
    public void undecided(String job, Expression condition) {
        open.put(job, condition);
    }

    List<TaggedImage> tagged() {
        return tagged;
    }

    @Override
    public boolean complete() {
        return false;
    }

    @Override
    public Row open(RowSetup setup) {
        machines.merge(
                setup.job().id(),
                setup.runner(),
                (some, more) ->
                        Stream.concat(some.stream(), more.stream()).distinct().toList());
        return new Asked(setup);
    }

    @Override
    public Optional<Workflow> workflow(String path) {
        return Optional.empty();
    }

    private final class Asked implements Row {
        private final RowSetup setup;

        Asked(RowSetup setup) {
            this.setup = setup;
        }

        @Override
        public StepOutcome run(StepSetup step) {
            if (step.step() instanceof Uses uses) {
                if (uses.action().name().equals("docker/metadata-action")) {
                    tagged.add(TaggedImage.of(setup.job().id(), step.inputs(), event, repository));
                }
                return StepOutcome.success();
            }
            return StepOutcome.success(outputs.apply(step.script()));
        }
    }
}
