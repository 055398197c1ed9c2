package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Evaluator;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow that a job calls: what it gets from its caller, and gives back.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations">Reusing
 *     workflows</a>
 */
record CalledWorkflow(Workflow workflow) {
    /**
     * What is known in it.
     *
     * @param base what is known in every workflow of the run
     * @param caller what is known where it is called
     * @throws EvaluationFailure if it is called with other values than it takes
     */
    Contexts contexts(CallJob job, Contexts base, Values caller) {
        Contexts inner = base.with("inputs", Data.of(inputs(job, new Values(base), caller)));
        if (job.inheritSecrets()) {
            return inner;
        }
        checkSecrets(job);
        Map<String, Data> passed = new LinkedHashMap<>(caller.each(job.secrets()));
        if (base.values().get("secrets") instanceof Data.Dict all) {
            all.get("GITHUB_TOKEN").ifPresent(token -> passed.put("GITHUB_TOKEN", token));
        } else {
            passed.put("GITHUB_TOKEN", new Evaluator(Contexts.NOTHING).evaluate("secrets.GITHUB_TOKEN"));
        }
        return inner.with("secrets", Data.of(passed));
    }

    private void checkSecrets(CallJob job) {
        Map<String, WorkflowCall.Secret> defined = new LinkedHashMap<>();
        calls().forEach(call -> defined.putAll(call.secrets()));
        job.secrets().keySet().stream()
                .filter(given -> defined.keySet().stream().noneMatch(given::equalsIgnoreCase))
                .forEach(unknown -> {
                    throw new EvaluationFailure("'" + job.workflow().source() + "' has no secret '" + unknown + "'");
                });
        defined.forEach((name, secret) -> {
            if (secret.required() && job.secrets().keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                throw new EvaluationFailure("'" + job.workflow().source() + "' needs the secret '" + name + "'");
            }
        });
    }

    private Map<String, Data> inputs(CallJob job, Values base, Values caller) {
        Map<String, Input> defined = new LinkedHashMap<>();
        calls().forEach(call -> defined.putAll(call.inputs()));
        job.inputs().keySet().stream()
                .filter(given -> defined.keySet().stream().noneMatch(given::equalsIgnoreCase))
                .forEach(unknown -> {
                    throw new EvaluationFailure("'" + job.workflow().source() + "' has no input '" + unknown + "'");
                });
        Map<String, Data> values = new LinkedHashMap<>();
        defined.forEach((name, input) -> {
            Optional<Data> given = job.inputs().entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> caller.of(entry.getValue()))
                    .findFirst();
            if (given.isEmpty() && input.required()) {
                throw new EvaluationFailure("'" + job.workflow().source() + "' needs the input '" + name + "'");
            }
            Data value = given.or(() -> input.fallback().map(base::of)).orElse(nothing(input));
            values.put(name, typed(name, input, value));
        });
        return values;
    }

    private static Data nothing(Input input) {
        return switch (input.type()) {
            case "boolean" -> Data.FALSE;
            case "number" -> Data.of(0);
            default -> Data.EMPTY;
        };
    }

    /** A number or a flag is no other thing; anything single is a text. */
    private static Data typed(String name, Input input, Data value) {
        if (!value.known()) {
            return value;
        }
        boolean fits = switch (input.type()) {
            case "boolean" -> value instanceof Data.Bool;
            case "number" -> value instanceof Data.Num;
            default -> value.primitive();
        };
        if (!fits) {
            throw new EvaluationFailure(
                    "the input '" + name + "' is a " + input.type() + ", not '" + value.text() + "'");
        }
        return input.type().equals("string") ? Data.of(value.text()) : value;
    }

    private List<WorkflowCall> calls() {
        return workflow.on().stream()
                .filter(WorkflowCall.class::isInstance)
                .map(WorkflowCall.class::cast)
                .toList();
    }

    /** Whether a job can call it. */
    boolean callable() {
        return !calls().isEmpty();
    }

    /**
     * What its caller gets; an output without a value is none.
     *
     * @param complete whether a job has no other outputs than those that it is known to give
     */
    Map<String, Data> outputs(Contexts inner, List<JobRun> runs, boolean complete) {
        Map<String, Data> jobs = new LinkedHashMap<>();
        runs.forEach(run -> jobs.put(
                run.id(),
                Data.of(Map.of("result", Data.of(run.result().toString()), "outputs", run.outputs(complete)))));
        Values values = new Values(inner.with("jobs", Data.of(jobs)));
        Map<String, Data> outputs = new LinkedHashMap<>();
        calls().forEach(call -> call.outputs()
                .forEach((name, output) -> values.output(output.value()).ifPresent(it -> outputs.put(name, it))));
        return outputs;
    }
}
