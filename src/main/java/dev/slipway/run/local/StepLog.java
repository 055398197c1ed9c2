package dev.slipway.run.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a step prints: kept as far as it tells why the step failed, and handed on line by line without what is secret.
 * Commands to the runner in it, such as {@code ::error::}, are understood.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a>
 */
final class StepLog {
    /** How a shell names the file with the step's script, before {@code line 3: …}. */
    private static final Pattern OWN_SCRIPT = Pattern.compile("^.*/_temp/step-\\d+\\.\\w+: (?=line \\d)");

    private static final int KEPT = 20;

    /** How much of a line is kept, in characters; the log has all of it. */
    private static final int LONGEST = 1000;

    private final Consumer<String> sink;
    private final Deque<String> last = new ArrayDeque<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private final List<String> refused = new ArrayList<>();
    private String stopped = "";

    StepLog(Consumer<String> sink) {
        this.sink = sink;
    }

    synchronized void line(String line) {
        Optional<WorkflowCommand> command = WorkflowCommand.of(line, stopped);
        if (command.filter(it -> stopped.isEmpty() && it.name().equals("add-mask"))
                .isPresent()) {
            mask(command.get().data());
            return;
        }
        String shown = masked(line);
        sink.accept(shown);
        if (command.isPresent() && stopped.isEmpty()) {
            obey(command.get());
        } else if (command.isPresent() && command.get().name().equalsIgnoreCase(stopped)) {
            stopped = "";
        } else if (!shown.isBlank()) {
            last.addLast(cut(shown));
            if (last.size() > KEPT) {
                last.removeFirst();
            }
        }
    }

    private void obey(WorkflowCommand command) {
        String text = masked(command.data());
        switch (command.name()) {
            case "error" -> add(text, errors);
            case "warning" -> add(text, warnings);
            case "set-output" -> output(command);
            case "set-env" -> refused.add("GitHub refuses '::set-env::': write NAME=VALUE to $GITHUB_ENV");
            case "add-path" -> refused.add("GitHub refuses '::add-path::': write the folder to $GITHUB_PATH");
            case WorkflowCommand.STOP -> stop(command.data());
            default -> {
                // Groups, notices and the like tell the runner nothing that counts here.
            }
        }
    }

    /** GitHub shows ten errors and ten warnings of a step. */
    private static void add(String text, List<String> kept) {
        if (kept.size() < KEPT) {
            kept.add(cut(text));
        }
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }

    private void output(WorkflowCommand command) {
        String name = command.properties().getOrDefault("name", "");
        if (name.isEmpty()) {
            refused.add("'::set-output::' has no name: write NAME=VALUE to $GITHUB_OUTPUT");
        } else {
            outputs.put(name, command.data());
        }
    }

    private void stop(String token) {
        if (token.isEmpty() || WorkflowCommand.isName(token) || token.equalsIgnoreCase("pause-logging")) {
            refused.add("GitHub refuses '::stop-commands::" + token + "': write a random word after it");
        } else {
            stopped = token;
        }
    }

    private void mask(String secret) {
        if (!secret.isBlank()) {
            secrets.add(secret);
            secret.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(secrets::add);
        }
    }

    private String masked(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, "***");
        }
        return shown;
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** What the step gave by {@code ::set-output::}, which GitHub advises against and still understands. */
    synchronized Map<String, String> outputs() {
        return new LinkedHashMap<>(outputs);
    }

    /** Why the runner fails the step, however its script ended; nothing if it does not. */
    synchronized Optional<String> problem() {
        return refused.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", refused));
    }

    /** Why the step failed, in its own words: its errors, else the last line that it printed. */
    synchronized String reason(String otherwise) {
        String said = String.join("\n", errors);
        if (!said.isBlank()) {
            return said;
        }
        return last.isEmpty() ? otherwise : OWN_SCRIPT.matcher(last.getLast()).replaceFirst("");
    }

    /** The last lines that it printed. */
    synchronized List<String> tail() {
        return List.copyOf(last);
    }
}
