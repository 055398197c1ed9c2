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
record Told(List<Command> commands, Map<String, String> outputs, Map<String, String> env) {
    /** Nothing. */
    static final Told NOTHING = new Told(List.of(), Map.of(), Map.of());

    Told {
        commands = List.copyOf(commands);
        outputs = Map.copyOf(outputs);
        env = Map.copyOf(env);
    }

    static Told commands(List<Command> commands) {
        return new Told(commands, Map.of(), Map.of());
    }

    static Told outputs(Map<String, String> outputs) {
        return new Told(List.of(), outputs, Map.of());
    }
}
