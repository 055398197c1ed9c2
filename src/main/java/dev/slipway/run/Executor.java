package dev.slipway.run;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.CompositeAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Says what the steps of a workflow give: by running them, or by knowing them. */
public interface Executor {
    /**
     * Makes ready what a job runs on.
     *
     * @throws Unavailable if it cannot be had
     */
    Row open(RowSetup setup);

    /** Why a row is not to be run here; empty if it is. */
    default Optional<String> leavesOut(RowSetup setup) {
        return Optional.empty();
    }

    /**
     * A workflow that a job calls; nothing if it is not there.
     *
     * @param path in the repository; for a workflow of another one, {@code owner/name/} and the path there
     * @throws Unavailable if it cannot be had, and that is to be said
     */
    Optional<Workflow> workflow(String path);

    /**
     * What a workflow that is not there gives all the same, because its inputs tell it.
     *
     * @param workflow its name, without a version
     */
    default Map<String, Data> outputs(String workflow, Map<String, Data> inputs) {
        return Map.of();
    }

    /** Whether the call of a workflow is passed over: its job succeeds, and gives nothing. */
    default boolean passesOver(String path) {
        return false;
    }

    /**
     * Whether it tells all that jobs and steps give. If it does not, an output that it does not tell is open, and so
     * is what comes of a workflow that it does not have.
     */
    default boolean complete() {
        return true;
    }

    /**
     * Hears that it is open whether a job runs.
     *
     * @param job its id, behind those of the jobs that call its workflow
     * @param condition what is left of its condition once all that is known is put in
     */
    default void undecided(String job, Expression condition) {}

    /** What one job, or one row of its matrix, runs on. */
    interface Row extends AutoCloseable {
        /** Contexts that only the place knows, such as {@code runner}; {@code github} adds to what is known of it. */
        default Map<String, Data> contexts() {
            return Map.of();
        }

        /** Functions that only the place can answer, such as {@code hashfiles}. */
        default Map<String, Function<List<Data>, Data>> functions() {
            return Map.of();
        }

        StepOutcome run(StepSetup step);

        /** An action of the repository that is made of steps; nothing if there is none at that path. */
        default Optional<CompositeAction> composite(String path) {
            return Optional.empty();
        }

        /** Why what its steps did does not count: it is not what GitHub would make. Empty if it does. */
        default Optional<String> leftOut() {
            return Optional.empty();
        }

        /** Ends the job: what its actions do afterward is done. */
        @Override
        default void close() {}
    }

    /** Says why a job cannot start here, such as that its image cannot be had. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message);
        }
    }
}
