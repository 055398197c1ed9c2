package dev.slipway.model.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job that calls a reusable workflow.
 *
 * @param inheritSecrets whether the called workflow gets all secrets; {@code secrets} is then empty
 * @see <a href="https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows">Reusing workflows</a>
 */
public record CallJob(
        String id,
        String comment,
        Optional<Text> name,
        List<Job> needs,
        Optional<Expr<Boolean>> condition,
        Optional<Permissions> permissions,
        Optional<String> cacheMode,
        Optional<Concurrency> concurrency,
        Optional<Strategy> strategy,
        ActionRef workflow,
        Map<String, Value> inputs,
        Map<String, Text> secrets,
        boolean inheritSecrets)
        implements Job {

    public CallJob {
        if (!Job.isId(id)) {
            throw new IllegalArgumentException("not a job id: " + id);
        }
        needs = List.copyOf(needs);
        inputs = Ordered.copy(inputs);
        secrets = Ordered.copy(secrets);
    }

    @Override
    public List<Expr<?>> expressions() {
        Expressions found = new Expressions();
        found.addAll(name);
        condition.ifPresent(found::add);
        concurrency.ifPresent(it -> found.addAll(Optional.of(it.group())));
        found.addAll(inputs.values());
        found.addAll(secrets.values());
        return found.list();
    }

    @Override
    public Expr<String> output(String name) {
        return Expr.of("needs", id, "outputs", name);
    }
}
