package dev.slipway.run.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command that a script started and that the rehearsal answers instead of the program of that name.
 *
 * @param words the command and its arguments, such as {@code gh release view v1.2.3}
 * @param folder where it was started, on this machine
 * @param env the variables it was started with
 * @param input what it would read from standard input; empty if it reads none
 */
public record Call(List<String> words, Path folder, Map<String, String> env, String input) {
    public Call {
        words = List.copyOf(words);
        env = Map.copyOf(env);
    }

    /** The command, such as {@code gh}. */
    public String program() {
        return words.get(0);
    }

    /** What follows the command. */
    public List<String> arguments() {
        return words.subList(1, words.size());
    }
}
