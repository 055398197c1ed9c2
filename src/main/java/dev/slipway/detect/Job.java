package dev.slipway.detect;

import dev.slipway.shell.Command;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One run of a job of an existing workflow: the job itself, or one row of its matrix, with the row's values filled in.
 *
 * @param id the job's key
 * @param place the file and line it stands at
 * @param row the values of the matrix, nested ones by their path: {@code os}, {@code job.target}
 * @param runner the label it runs on; empty where it cannot be known
 * @param container the image it runs in
 * @param env the variables of its workflow and its own
 * @param steps what it does for a tag
 */
record Job(
        String id,
        String place,
        Map<String, String> row,
        Optional<String> runner,
        Optional<String> container,
        Map<String, String> env,
        List<Step> steps) {
    Job {
        row = Map.copyOf(row);
        env = Map.copyOf(env);
        steps = List.copyOf(steps);
    }

    /** What its steps start, in order. */
    Stream<Command> commands() {
        return steps.stream().flatMap(step -> step.commands().stream());
    }

    /**
     * A step with the values of the row filled in.
     *
     * @param name what it is called, or what it does
     * @param place the file and line it stands at
     * @param uses an action with its ref, or empty
     * @param run a script, or empty
     * @param commands what the script starts, and what actions are known to start
     */
    record Step(String name, String place, String uses, String run, Map<String, String> with, List<Command> commands) {
        Step {
            with = Map.copyOf(with);
            commands = List.copyOf(commands);
        }

        /** The action without its ref. */
        String action() {
            return uses.replaceFirst("@.*", "");
        }
    }
}
