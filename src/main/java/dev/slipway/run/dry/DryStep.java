package dev.slipway.run.dry;

import dev.slipway.shell.Command;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A step as a dry run comes to it: its values are filled in, with symbols for what is open.
 *
 * @param name what it is called, or what it does
 * @param place the file and the line it stands at
 * @param uses an action with its ref, or empty
 * @param version what a comment gives as the version of an action that is pinned to a commit, or empty
 * @param run a script, or empty
 * @param with what an action gets
 * @param env the variables that it sees
 * @param commands what the script starts, and what actions are known to start
 * @param secrets the names of the secrets that it gets, except for the token of each job
 * @param token what it may do with that token
 */
public record DryStep(
        String name,
        String place,
        String uses,
        String version,
        String run,
        Map<String, String> with,
        Map<String, String> env,
        List<Command> commands,
        List<String> secrets,
        Token token) {
    /** What the token of a job opens to a step. */
    public enum Token {
        /** It is not given to the step, or may not write to the repository. */
        NONE,
        /** It writes to the repository if the settings there let it, for the workflow does not say. */
        UNKNOWN,
        /** It writes to the repository. */
        WRITES
    }

    public DryStep {
        with = Map.copyOf(with);
        env = Map.copyOf(env);
        commands = List.copyOf(commands);
        secrets = List.copyOf(secrets);
    }

    /** The same with one more input. */
    public DryStep with(String input, String value) {
        Map<String, String> all = new HashMap<>(with);
        all.put(input, value);
        return new DryStep(name, place, uses, version, run, all, env, commands, secrets, token);
    }

    /** The same with other commands. */
    public DryStep starting(List<Command> others) {
        return new DryStep(name, place, uses, version, run, with, env, others, secrets, token);
    }

    /** The action without its ref. */
    public String action() {
        int at = uses.indexOf('@');
        return at < 0 ? uses : uses.substring(0, at);
    }

    /** The tag or the branch of the action, also if it is pinned to a commit of that. */
    public String ref() {
        return version.isEmpty() ? uses.substring(uses.indexOf('@') + 1) : version;
    }
}
