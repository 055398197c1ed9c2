package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows how tools of Python are started by other tools: {@code uvx twine upload} runs {@code twine upload}. */
public final class PythonTool {
    private static final Set<String> RUNNERS = Set.of("uv", "pipx", "poetry", "pdm", "hatch", "rye", "pipenv");

    /** Options of the runners that have a value. */
    private static final Set<String> VALUED = Set.of(
            "--from", "--with", "--with-requirements", "--spec", "--python", "-p", "--group", "--extra", "--project");

    /** So often may one start another. */
    private static final int DEEP = 4;

    private PythonTool() {}

    /** What a command starts in the end; the command itself if it is no runner, or runs nothing. */
    public static Command of(Command command) {
        Command inner = command;
        for (int i = 0; i < DEEP; i++) {
            Optional<Command> next = started(inner);
            if (next.isEmpty()) {
                return inner;
            }
            inner = next.get();
        }
        return inner;
    }

    private static Optional<Command> started(Command command) {
        List<String> words = command.arguments();
        String program = command.program().replaceFirst("\\.exe$", "");
        if (program.equals("uvx")) {
            return behindOptions(command, words);
        }
        if (program.matches("python[0-9.]*+|py")) {
            int module = words.indexOf("-m");
            boolean first = module >= 0 && words.subList(0, module).stream().allMatch(word -> word.startsWith("-"));
            return first ? tool(command, words.subList(module + 1, words.size())) : Optional.empty();
        }
        if (!RUNNERS.contains(program) || words.isEmpty()) {
            return Optional.empty();
        }
        boolean tool = words.get(0).equals("tool");
        List<String> rest = tool ? words.subList(1, words.size()) : words;
        return !rest.isEmpty() && rest.get(0).equals("run")
                ? behindOptions(command, rest.subList(1, rest.size()))
                : Optional.empty();
    }

    private static Optional<Command> behindOptions(Command command, List<String> words) {
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            if (words.get(at).equals("-m") || words.get(at).equals("--module")) {
                return tool(command, words.subList(at + 1, words.size()));
            }
            at += VALUED.contains(words.get(at)) ? 2 : 1;
        }
        return tool(command, words.subList(Math.min(at, words.size()), words.size()));
    }

    /** A tool may be written with its version: {@code twine==6.1.0}, {@code twine@latest}. */
    private static Optional<Command> tool(Command command, List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<String> plain = new ArrayList<>(words);
        plain.set(0, words.get(0).replaceFirst("[=@<>~\\[].*+$", ""));
        return plain.get(0).isEmpty()
                ? Optional.empty()
                : Optional.of(new Command(plain, command.output(), command.line(), command.folder(), command.env()));
    }
}
