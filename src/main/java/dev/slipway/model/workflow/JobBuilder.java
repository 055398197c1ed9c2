package dev.slipway.model.workflow;

import dev.slipway.model.expression.Expression.Context;
import dev.slipway.model.expression.Expression.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Builds a {@link StepsJob}. A step gets an id only if something refers to its outputs. {@link #build} refuses references to
 * a job that is not needed, to a column that the matrix does not have, and to a later step.
 */
public final class JobBuilder {
    private final String id;
    private final RunsOn runsOn;
    private final Needs needs = new Needs();
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, Value> env = new LinkedHashMap<>();
    private final Map<String, Text> outputs = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private String comment = "";
    private Optional<Text> name = Optional.empty();
    private Optional<Expr<Boolean>> condition = Optional.empty();
    private Optional<Container> container = Optional.empty();
    private Optional<Permissions> permissions = Optional.empty();
    private Optional<String> cacheMode = Optional.empty();
    private Optional<Environment> environment = Optional.empty();
    private Optional<Concurrency> concurrency = Optional.empty();
    private Optional<Value> timeoutMinutes = Optional.empty();
    private Optional<Value> continueOnError = Optional.empty();
    private Optional<Strategy> strategy = Optional.empty();
    private Optional<Defaults> defaults = Optional.empty();

    JobBuilder(String id, RunsOn runsOn) {
        this.id = id;
        this.runsOn = runsOn;
    }

    public JobBuilder comment(String text) {
        this.comment = text;
        return this;
    }

    public JobBuilder name(Text text) {
        this.name = Optional.of(text);
        return this;
    }

    public JobBuilder name(String text) {
        return name(Text.of(text));
    }

    public JobBuilder needs(Job... jobs) {
        return needs(List.of(jobs));
    }

    public JobBuilder needs(List<? extends Job> jobs) {
        needs.add(jobs);
        return this;
    }

    /**
     * Waits for jobs, directly or through other jobs: a job that another needed job waits for is left out of {@code needs},
     * unless an expression of this job refers to it. So the graph of a workflow has no redundant edges.
     */
    public JobBuilder waitsFor(List<? extends Job> jobs) {
        needs.await(jobs);
        return this;
    }

    public JobBuilder when(Expr<Boolean> expression) {
        this.condition = Optional.of(expression);
        return this;
    }

    public JobBuilder container(Container image) {
        this.container = Optional.of(image);
        return this;
    }

    public JobBuilder service(String serviceName, Service service) {
        services.put(serviceName, service);
        return this;
    }

    public JobBuilder permissions(Permissions granted) {
        this.permissions = Optional.of(granted);
        return this;
    }

    /** {@code read}, {@code write}, {@code write-only} or {@code none}. */
    public JobBuilder cacheMode(String mode) {
        this.cacheMode = Optional.of(mode);
        return this;
    }

    public JobBuilder environment(Environment deployment) {
        this.environment = Optional.of(deployment);
        return this;
    }

    public JobBuilder concurrency(Concurrency group) {
        this.concurrency = Optional.of(group);
        return this;
    }

    public JobBuilder timeoutMinutes(int minutes) {
        this.timeoutMinutes = Optional.of(Value.of(minutes));
        return this;
    }

    public JobBuilder continueOnError(Expr<Boolean> expression) {
        this.continueOnError = Optional.of(Value.of(expression));
        return this;
    }

    public JobBuilder matrix(Matrix matrix) {
        this.strategy = Optional.of(Strategy.all(matrix));
        return this;
    }

    public JobBuilder strategy(Strategy variants) {
        this.strategy = Optional.of(variants);
        return this;
    }

    /** The shell of every {@code run} step. */
    public JobBuilder shell(String shell) {
        this.defaults = Optional.of(Defaults.shell(shell));
        return this;
    }

    public JobBuilder env(String key, Value value) {
        env.put(key, value);
        return this;
    }

    public JobBuilder env(String key, String value) {
        return env(key, Value.of(value));
    }

    public JobBuilder env(String key, Expr<String> value) {
        return env(key, Value.of(value));
    }

    /** Adds an output, for jobs that need this one. */
    public JobBuilder output(String outputName, Expr<String> value) {
        outputs.put(outputName, Text.of(value));
        return this;
    }

    /** Adds a step. If it has an id, later steps and the outputs of the job can refer to it. */
    public JobBuilder add(Step step) {
        step.common().id().ifPresent(this::take);
        steps.add(step);
        return this;
    }

    /** Adds a step that runs an action. */
    public JobBuilder add(ActionStep<?> action) {
        return add(action.step());
    }

    public JobBuilder addAll(List<? extends Step> more) {
        more.forEach(this::add);
        return this;
    }

    /**
     * Adds a step and returns its outputs, wrapped by a record that has a method for each. Unlike a step that sets its
     * {@code id} itself, this step gets the id only if something refers to it.
     */
    public <O> O add(String stepId, Step step, Function<Outputs, O> type) {
        take(stepId);
        steps.add(step);
        return type.apply(new Outputs(stepId));
    }

    private void take(String stepId) {
        if (!Job.isId(stepId) || ids.containsKey(stepId)) {
            throw new IllegalArgumentException("job " + id + " cannot have another step '" + stepId + "'");
        }
        ids.put(stepId, steps.size());
    }

    /**
     * The job.
     *
     * @throws IllegalArgumentException if it has no steps or an invalid reference; the message has one line for each
     */
    public StepsJob build() {
        Set<String> wrong = new LinkedHashSet<>();
        if (steps.isEmpty()) {
            wrong.add("job " + id + " has no steps: add one with add(…)");
        }
        Set<String> referred = new TreeSet<>();
        List<Expr<?>> expressions = new ArrayList<>(assemble(steps, needs.all()).ownExpressions());
        expressions.forEach(expression -> check(expression, steps.size(), referred, wrong));
        for (int i = 0; i < steps.size(); i++) {
            for (Expr<?> expression : steps.get(i).expressions()) {
                check(expression, i, referred, wrong);
                expressions.add(expression);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", wrong));
        }
        List<Step> finished = new ArrayList<>(steps);
        ids.forEach((step, index) -> {
            if (referred.contains(step)) {
                finished.set(
                        index, steps.get(index).with(steps.get(index).common().withId(step)));
            }
        });
        return assemble(finished, needs.reduced(expressions));
    }

    private StepsJob assemble(List<Step> finished, List<Job> needed) {
        return new StepsJob(
                id,
                comment,
                name,
                needed,
                condition,
                runsOn,
                container,
                services,
                permissions,
                cacheMode,
                environment,
                concurrency,
                timeoutMinutes,
                Optional.empty(),
                continueOnError,
                strategy,
                defaults,
                env,
                outputs,
                Optional.empty(),
                finished);
    }

    private void check(Expr<?> expression, int before, Set<String> referred, Set<String> wrong) {
        expression.tree().walk(node -> {
            if (node instanceof Property property && property.of() instanceof Context context) {
                check(context.name(), property.name(), before, referred, wrong);
            }
        });
    }

    private void check(String context, String property, int before, Set<String> referred, Set<String> wrong) {
        boolean known = switch (context) {
            case "needs" -> needs.has(property);
            case "matrix" ->
                strategy.flatMap(Strategy::matrix)
                        .filter(matrix -> matrix.has(property))
                        .isPresent();
            case "steps" -> ids.getOrDefault(property, before) < before;
            default -> true;
        };
        if (!known) {
            wrong.add("job " + id + " has no " + context + "." + property + " to refer to");
        }
        if (context.equals("steps")) {
            referred.add(property);
        }
    }
}
