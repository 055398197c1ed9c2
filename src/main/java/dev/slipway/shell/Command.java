package dev.slipway.shell;

import java.util.List;
import java.util.Map;

/**
 * A command that a script would start, with the values filled in that are known.
 *
 * @param words the program and its arguments
 * @param output the file that its output goes to; empty if it goes nowhere
 * @param line the line of the script it stands on, counted from 1
 * @param folder where it is started, from the workspace; empty for the workspace itself
 * @param env the variables that it alone gets, and those of all that change what a compiler builds, such as {@code GOOS}
 */
public record Command(List<String> words, String output, int line, String folder, Map<String, String> env) {
    public Command {
        words = List.copyOf(words);
        env = Map.copyOf(env);
    }

    /** A command in the workspace, of whose variables nothing is known. */
    public Command(List<String> words, String output, int line) {
        this(words, output, line, "", Map.of());
    }

    /** The same without its variables: two steps may set other ones and run the same. */
    public Command bare() {
        return new Command(words, output, line, folder, Map.of());
    }

    /** The program without its folder; empty if there is none. */
    public String program() {
        return words.isEmpty() ? "" : words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
    }

    /** The command that it starts in the end, if it is one such as {@code uv run}, which only chooses where a program is from. */
    public Command inner() {
        return Wrapped.command(this);
    }

    /** What the program is called with. */
    public List<String> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    /** Whether an option such as {@code -r} or {@code -a} lets {@code cp} copy folders. */
    public boolean copiesFolders() {
        return program().equals("cp")
                && arguments().stream()
                        .anyMatch(word -> word.startsWith("-") && !word.startsWith("--")
                                ? word.chars().anyMatch(letter -> "rRa".indexOf(letter) >= 0)
                                : word.equals("--recursive") || word.equals("--archive"));
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
