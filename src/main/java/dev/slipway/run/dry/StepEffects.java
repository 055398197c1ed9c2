package dev.slipway.run.dry;

import dev.slipway.shell.Command;
import java.util.List;
import java.util.Map;

/**
 * What is known of a step without running it.
 *
 * @param commands what it starts
 * @param outputs with symbols for what is open
 * @param env what later steps get, with symbols for what is open
 */
record StepEffects(List<Command> commands, Map<String, String> outputs, Map<String, String> env) {
    /** Nothing. */
    static final StepEffects NOTHING = new StepEffects(List.of(), Map.of(), Map.of());

    StepEffects {
        commands = List.copyOf(commands);
        outputs = Map.copyOf(outputs);
        env = Map.copyOf(env);
    }

    static StepEffects commands(List<Command> commands) {
        return new StepEffects(commands, Map.of(), Map.of());
    }

    static StepEffects outputs(Map<String, String> outputs) {
        return new StepEffects(List.of(), outputs, Map.of());
    }
}
