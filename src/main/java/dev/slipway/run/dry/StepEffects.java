package dev.slipway.run.dry;

import dev.slipway.shell.Command;
import dev.slipway.shell.Made;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a step without running it.
 *
 * @param commands what it starts
 * @param outputs with symbols for what is open
 * @param env what later steps get, with symbols for what is open
 * @param files those that are there afterward, by their paths
 * @param unread what of it could not be followed, and why
 */
record StepEffects(
        List<Command> commands,
        Map<String, String> outputs,
        Map<String, String> env,
        Map<String, Made> files,
        String unread) {
    /** Nothing. */
    static final StepEffects NOTHING = new StepEffects(List.of(), Map.of(), Map.of(), Map.of());

    /** All of it is known. */
    StepEffects(List<Command> commands, Map<String, String> outputs, Map<String, String> env, Map<String, Made> files) {
        this(commands, outputs, env, files, "");
    }

    StepEffects {
        commands = List.copyOf(commands);
        outputs = Map.copyOf(outputs);
        env = Map.copyOf(env);
        files = Map.copyOf(files);
    }

    /** The same with variables that its commands get unless they have these already. */
    StepEffects with(Map<String, String> variables) {
        return new StepEffects(
                commands.stream().map(one -> with(one, variables)).toList(), outputs, env, files, unread);
    }

    private static Command with(Command command, Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.putAll(command.env());
        return new Command(command.words(), command.output(), command.line(), command.folder(), all);
    }

    /** The same with further variables of later steps. */
    StepEffects leaving(Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(env);
        all.putAll(variables);
        return new StepEffects(commands, outputs, all, files, unread);
    }

    static StepEffects commands(List<Command> commands) {
        return new StepEffects(commands, Map.of(), Map.of(), Map.of());
    }

    static StepEffects outputs(Map<String, String> outputs) {
        return new StepEffects(List.of(), outputs, Map.of(), Map.of());
    }
}
