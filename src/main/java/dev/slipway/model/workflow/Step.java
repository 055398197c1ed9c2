package dev.slipway.model.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a job.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsteps">steps</a>
 */
public sealed interface Step permits Run, Uses, Wait, WaitAll, Cancel, Parallel {
    Common common();

    /** The same step with other common settings. */
    Step with(Common common);

    /** All expressions in it. */
    List<Expr<?>> expressions();

    /**
     * An output, for the steps after this one and for the outputs of the job.
     *
     * @throws IllegalArgumentException if the step has no id
     */
    default Expr<String> output(String name) {
        String id = common().id()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a step needs an id for its output '" + name + "': give it one with id(…)"));
        return new Outputs(id).named(name);
    }

    /**
     * The keys that every kind of step can have.
     *
     * @param comment printed above the step; may be empty
     * @param id what expressions refer to; absent if nothing refers to the step
     * @param background whether the job continues while the step runs
     */
    record Common(
            String comment,
            Optional<Text> name,
            Optional<String> id,
            Optional<Expr<Boolean>> condition,
            Map<String, Value> env,
            Optional<Value> continueOnError,
            Optional<Value> timeoutMinutes,
            boolean background) {

        public Common {
            env = Ordered.copy(env);
        }

        static Common named(Optional<Text> name) {
            return new Common(
                    "", name, Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), false);
        }

        Common withComment(String comment) {
            return new Common(comment, name, id, condition, env, continueOnError, timeoutMinutes, background);
        }

        Common withId(String id) {
            return new Common(
                    comment, name, Optional.of(id), condition, env, continueOnError, timeoutMinutes, background);
        }

        Common when(Expr<Boolean> condition) {
            return new Common(
                    comment, name, id, Optional.of(condition), env, continueOnError, timeoutMinutes, background);
        }

        Common withTimeout(int minutes) {
            Optional<Value> timeout = Optional.of(Value.of(minutes));
            return new Common(comment, name, id, condition, env, continueOnError, timeout, background);
        }

        Common mayFail() {
            return new Common(
                    comment, name, id, condition, env, Optional.of(Value.of(true)), timeoutMinutes, background);
        }

        Common withEnv(String key, Value value) {
            Map<String, Value> longer = Ordered.with(env, key, value);
            return new Common(comment, name, id, condition, longer, continueOnError, timeoutMinutes, background);
        }

        List<Expr<?>> expressions() {
            Expressions found = new Expressions();
            found.addAll(name);
            condition.ifPresent(found::add);
            found.addAll(env.values());
            found.addAll(continueOnError);
            found.addAll(timeoutMinutes);
            return found.list();
        }
    }
}
