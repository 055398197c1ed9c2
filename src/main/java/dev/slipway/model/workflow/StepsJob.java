package dev.slipway.model.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job that runs steps.
 *
 * @param permissions what its token may do; if absent, what the workflow grants
 * @param cacheMode {@code read}, {@code write}, {@code write-only} or {@code none}; if absent, the workflow's
 * @param timeoutMinutes if absent, GitHub's default of 360
 */
public record StepsJob(
        String id,
        String comment,
        Optional<Text> name,
        List<Job> needs,
        Optional<Expr<Boolean>> condition,
        RunsOn runsOn,
        Optional<Container> container,
        Map<String, Service> services,
        Optional<Permissions> permissions,
        Optional<String> cacheMode,
        Optional<Environment> environment,
        Optional<Concurrency> concurrency,
        Optional<Value> timeoutMinutes,
        Optional<Value> cancelTimeoutMinutes,
        Optional<Value> continueOnError,
        Optional<Strategy> strategy,
        Optional<Defaults> defaults,
        Map<String, Value> env,
        Map<String, Text> outputs,
        Optional<Snapshot> snapshot,
        List<Step> steps)
        implements Job {

    public StepsJob {
        if (!Job.isId(id)) {
            throw new IllegalArgumentException("not a job id: " + id);
        }
        needs = List.copyOf(needs);
        services = Ordered.copy(services);
        env = Ordered.copy(env);
        outputs = Ordered.copy(outputs);
        steps = List.copyOf(steps);
    }

    /** The same job with other permissions. */
    public StepsJob with(Permissions granted) {
        return with(Optional.of(granted), steps);
    }

    /** The same job with other steps. */
    public StepsJob with(List<Step> instead) {
        return with(permissions, instead);
    }

    private StepsJob with(Optional<Permissions> granted, List<Step> instead) {
        return new StepsJob(
                id,
                comment,
                name,
                needs,
                condition,
                runsOn,
                container,
                services,
                granted,
                cacheMode,
                environment,
                concurrency,
                timeoutMinutes,
                cancelTimeoutMinutes,
                continueOnError,
                strategy,
                defaults,
                env,
                outputs,
                snapshot,
                instead);
    }

    @Override
    public Expr<String> output(String name) {
        if (!outputs.containsKey(name)) {
            throw new IllegalArgumentException("job " + id + " has no output '" + name + "'");
        }
        return Expr.of("needs", id, "outputs", name);
    }

    @Override
    public List<Expr<?>> expressions() {
        Expressions found = new Expressions();
        ownExpressions().forEach(found::add);
        steps.forEach(step -> step.expressions().forEach(found::add));
        return found.list();
    }

    /** The expressions of everything but the steps. */
    List<Expr<?>> ownExpressions() {
        Expressions found = new Expressions();
        found.addAll(name);
        condition.ifPresent(found::add);
        runsOn.labels().forEach(label -> found.addAll(Optional.of(label)));
        container.ifPresent(it -> found.addAll(Optional.of(it.image())));
        container.ifPresent(it -> found.addAll(it.env().values()));
        environment.ifPresent(it -> found.addAll(Optional.of(it.name())));
        environment.ifPresent(it -> found.addAll(it.url()));
        concurrency.ifPresent(it -> found.addAll(Optional.of(it.group())));
        found.addAll(timeoutMinutes);
        found.addAll(continueOnError);
        found.addAll(env.values());
        found.addAll(outputs.values());
        return found.list();
    }
}
