package dev.slipway.run.local.engine;

import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An engine's program as it is started: with the options that every command gets, and variables that show it neither
 * the home of the person nor a login.
 */
record Program(List<String> start, Map<String, String> env, Path folder) {
    /** For what takes no long work, such as removing a container. */
    private static final Duration SHORT = Duration.ofMinutes(2);

    Program {
        start = List.copyOf(start);
        env = Map.copyOf(env);
    }

    Program with(List<String> options) {
        return new Program(words(options), env, folder);
    }

    List<String> words(List<String> arguments) {
        List<String> all = new ArrayList<>(start);
        all.addAll(arguments);
        return List.copyOf(all);
    }

    End run(List<String> arguments, Consumer<String> line, Duration timeout) {
        return new LocalProcess(words(arguments), env, folder, timeout).run(line);
    }

    /** Runs a short command and keeps its output. */
    CommandResult ask(List<String> arguments) {
        return ask(arguments, SHORT);
    }

    CommandResult ask(List<String> arguments, Duration timeout) {
        List<String> out = new ArrayList<>();
        List<String> err = new ArrayList<>();
        End end = new LocalProcess(words(arguments), env, folder, timeout).run(out::add, err::add);
        if (!(end instanceof End.Exited)) {
            err.add(end.problem());
        }
        return new CommandResult(end.status(), String.join("\n", out), String.join("\n", err));
    }

    /** Removes something even when the thread is being interrupted, which is a reason to remove it. */
    void remove(List<String> arguments) {
        boolean interrupted = Thread.interrupted();
        ask(arguments);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why a command failed, in one line. */
    static String reason(CommandResult answer) {
        String said = reason(
                (answer.err().isBlank() ? answer.out() : answer.err()).lines().toList());
        return said.isEmpty() ? "exit status " + answer.exit() : said;
    }

    /** The last line marked as an error, otherwise the last one; without the words that all errors begin with. */
    static String reason(List<String> lines) {
        List<String> said = lines.stream().filter(line -> !line.isBlank()).toList();
        List<String> errors = said.stream()
                .filter(line -> line.matches("(?i)(\\w+: )?error.*"))
                .toList();
        List<String> best = errors.isEmpty() ? said : errors;
        return best.isEmpty()
                ? ""
                : best.get(best.size() - 1).strip().replaceFirst("(?i)^(docker: )?error( response from daemon)?: ", "");
    }
}
