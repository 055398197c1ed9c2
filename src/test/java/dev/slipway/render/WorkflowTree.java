package dev.slipway.render;

import dev.slipway.model.workflow.ActionRef;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Cancel;
import dev.slipway.model.workflow.Concurrency;
import dev.slipway.model.workflow.Container;
import dev.slipway.model.workflow.Defaults;
import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Parallel;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Schedule;
import dev.slipway.model.workflow.Service;
import dev.slipway.model.workflow.Snapshot;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Strategy;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Trigger;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Wait;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import dev.slipway.model.workflow.WorkflowDispatch;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a workflow must say when it is read again, short forms written out; made from the model without templates. */
final class WorkflowTree {
    /** A key without a value. */
    static final String NOTHING = "<nothing>";

    private WorkflowTree() {}

    static Map<String, Object> of(Workflow workflow) {
        Fields fields = new Fields()
                .put("name", workflow.name())
                .put("description", workflow.description())
                .put("run-name", workflow.runName());
        Fields on = new Fields();
        workflow.on().forEach(trigger -> trigger(on, trigger));
        Fields jobs = new Fields();
        workflow.jobs()
                .forEach(job -> jobs.put(job.id(), job instanceof CallJob call ? call(call) : steps((StepsJob) job)));
        return fields.put("on", on.map)
                .put("permissions", workflow.permissions().map(WorkflowTree::permissions))
                .put("cache-mode", workflow.cacheMode())
                .put("env", workflow.env())
                .put("defaults", workflow.defaults().map(WorkflowTree::defaults))
                .put("concurrency", workflow.concurrency().map(WorkflowTree::concurrency))
                .put("jobs", jobs.map)
                .map;
    }

    private static void trigger(Fields on, Trigger trigger) {
        if (trigger instanceof Event event) {
            on.orNothing(event.name(), new Fields().all(event.filters()).map);
        } else if (trigger instanceof Schedule schedule) {
            on.put(
                    "schedule",
                    schedule.times().stream()
                            .map(it -> new Fields().put("cron", it.cron()).put("timezone", it.timezone()).map)
                            .toList());
        } else if (trigger instanceof WorkflowDispatch dispatch) {
            on.orNothing(
                    "workflow_dispatch", new Fields().put("inputs", each(dispatch.inputs(), WorkflowTree::input)).map);
        } else if (trigger instanceof WorkflowCall call) {
            on.orNothing(
                    "workflow_call",
                    new Fields()
                            .put("inputs", each(call.inputs(), WorkflowTree::input))
                            .put(
                                    "secrets",
                                    each(
                                            call.secrets(),
                                            it -> new Fields()
                                                    .put("description", it.description())
                                                    .when("required", it.required())
                                                    .map))
                            .put(
                                    "outputs",
                                    each(
                                            call.outputs(),
                                            it -> new Fields()
                                                    .put("description", it.description())
                                                    .put("value", it.value())
                                                    .map))
                            .map);
        }
    }

    private static Map<String, Object> input(Input input) {
        return new Fields()
                .put("description", input.description())
                .put("type", input.type())
                .when("required", input.required())
                .put("default", input.fallback())
                .put("options", input.options())
                .map;
    }

    private static Fields job(Job job) {
        List<String> needs = job.needs().stream().map(Job::id).toList();
        return new Fields()
                .put("name", job.name())
                .put("needs", needs.size() == 1 ? needs.get(0) : needs)
                .put("if", job.condition().map(Expr::source))
                .put("permissions", job.permissions().map(WorkflowTree::permissions))
                .put("cache-mode", job.cacheMode())
                .put("concurrency", job.concurrency().map(WorkflowTree::concurrency))
                .put("strategy", job.strategy().map(WorkflowTree::strategy));
    }

    private static Map<String, Object> call(CallJob job) {
        return job(job).put("uses", uses(job.workflow()))
                .put("with", job.inputs())
                .put("secrets", job.inheritSecrets() ? "inherit" : job.secrets())
                .map;
    }

    private static Map<String, Object> steps(StepsJob job) {
        return job(job).put("runs-on", runsOn(job.runsOn()))
                .put("container", job.container().map(it -> container(it)))
                .put("services", each(job.services(), WorkflowTree::service))
                .put("environment", job.environment().map(WorkflowTree::environment))
                .put("timeout-minutes", job.timeoutMinutes())
                .put("cancel-timeout-minutes", job.cancelTimeoutMinutes())
                .put("continue-on-error", job.continueOnError())
                .put("defaults", job.defaults().map(WorkflowTree::defaults))
                .put("env", job.env())
                .put("outputs", job.outputs())
                .put("snapshot", job.snapshot().map(WorkflowTree::snapshot))
                .put("steps", job.steps().stream().map(WorkflowTree::step).toList())
                .map;
    }

    private static Object runsOn(RunsOn runsOn) {
        Object labels = runsOn.labels().size() == 1 ? runsOn.labels().get(0) : runsOn.labels();
        Fields fields = new Fields().put("group", runsOn.group()).put("labels", labels);
        return fields.map;
    }

    private static Map<String, Object> container(Container container) {
        return new Fields()
                .put("image", container.image())
                .put(
                        "credentials",
                        container
                                .credentials()
                                .map(it -> new Fields()
                                        .put("username", it.username())
                                        .put("password", it.password())
                                        .map))
                .put("env", container.env())
                .put("ports", container.ports())
                .put("volumes", container.volumes())
                .put("options", container.options())
                .map;
    }

    private static Map<String, Object> service(Service service) {
        Map<String, Object> fields = container(service.container());
        fields.putAll(new Fields().put("entrypoint", service.entrypoint()).put("command", service.command()).map);
        return fields;
    }

    private static Object permissions(Permissions permissions) {
        Fields fields = new Fields();
        permissions.grants().forEach(it -> fields.put(it.scope().name(), it.level()));
        return permissions.shorthand().<Object>map(it -> it).orElse(fields.map);
    }

    private static Object environment(Environment environment) {
        return new Fields()
                .put("name", environment.name())
                .put("url", environment.url())
                .put("deployment", environment.deployment())
                .map;
    }

    private static Object concurrency(Concurrency concurrency) {
        return new Fields()
                .put("group", concurrency.group())
                .put("cancel-in-progress", concurrency.cancelInProgress())
                .put("queue", concurrency.queue())
                .map;
    }

    private static Object snapshot(Snapshot snapshot) {
        return new Fields()
                .put("image-name", snapshot.imageName())
                .put("version", snapshot.version())
                .put("if", snapshot.condition().map(Expr::source))
                .map;
    }

    private static Map<String, Object> defaults(Defaults defaults) {
        Fields run = new Fields().put("shell", defaults.shell()).put("working-directory", defaults.workingDirectory());
        return new Fields().put("run", run.map).map;
    }

    private static Map<String, Object> strategy(Strategy strategy) {
        return new Fields()
                .put("fail-fast", strategy.failFast())
                .put("max-parallel", strategy.maxParallel())
                .put("matrix", strategy.matrix().map(WorkflowTree::matrix))
                .map;
    }

    private static Object matrix(Matrix matrix) {
        Fields fields =
                new Fields().all(matrix.axes()).put("include", matrix.include()).put("exclude", matrix.exclude());
        return matrix.dynamic().<Object>map(Text::of).map(WorkflowTree::plain).orElse(fields.map);
    }

    private static Map<String, Object> step(Step step) {
        Step.Common common = step.common();
        Fields fields = new Fields()
                .put("name", common.name())
                .put("id", common.id())
                .put("if", common.condition().map(Expr::source))
                .put("continue-on-error", common.continueOnError())
                .put("timeout-minutes", common.timeoutMinutes())
                .when("background", common.background());
        if (step instanceof Uses uses) {
            return fields.put("uses", uses(uses.action()))
                    .put("with", uses.inputs())
                    .put("env", common.env())
                    .map;
        }
        if (step instanceof Run run) {
            return fields.put("shell", run.shell())
                    .put("working-directory", run.workingDirectory())
                    .put("env", common.env())
                    .put("run", run.script())
                    .map;
        }
        if (step instanceof Wait wait) {
            return fields.put("wait", wait.steps().size() == 1 ? wait.steps().get(0) : wait.steps()).map;
        }
        if (step instanceof Cancel cancel) {
            return fields.put("cancel", cancel.step()).map;
        }
        if (step instanceof Parallel parallel) {
            return fields.put(
                            "parallel",
                            parallel.steps().stream().map(WorkflowTree::step).toList())
                    .map;
        }
        return fields.when("wait-all", true).map;
    }

    private static String uses(ActionRef action) {
        return action.ref().isEmpty() ? action.name() : action.name() + "@" + action.ref();
    }

    private static <V> Map<String, Object> each(Map<String, V> map, Function<V, Object> value) {
        Fields fields = new Fields();
        map.forEach((key, it) -> fields.map.put(key, value.apply(it)));
        return fields.map;
    }

    private static Object plain(Object value) {
        if (value instanceof Text text) {
            return text.source();
        }
        if (value instanceof Value.Flag flag) {
            return flag.value();
        }
        if (value instanceof Value.Count count) {
            return count.value();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(WorkflowTree::plain).toList();
        }
        return value instanceof Map<?, ?> map ? new Fields().all(map).map : value;
    }

    /** Keys with the values that are there. */
    private static final class Fields {
        private final Map<String, Object> map = new LinkedHashMap<>();

        Fields put(String key, Object value) {
            Object present = value instanceof Optional<?> optional
                    ? optional.<Object>map(it -> it).orElse(List.of())
                    : value;
            boolean permissions = key.equals("permissions") && present instanceof Map;
            boolean nothing = present instanceof Map<?, ?> fields && fields.isEmpty()
                    || present instanceof Collection<?> list && list.isEmpty();
            if (!nothing || permissions) {
                map.put(key, plain(present));
            }
            return this;
        }

        Fields when(String key, boolean on) {
            return on ? put(key, true) : this;
        }

        Fields all(Map<?, ?> more) {
            more.forEach((key, value) -> map.put((String) key, plain(value)));
            return this;
        }

        void orNothing(String key, Map<String, Object> value) {
            map.put(key, value.isEmpty() ? NOTHING : value);
        }
    }
}
