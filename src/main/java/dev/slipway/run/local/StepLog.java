package dev.slipway.run.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a step prints: kept as far as it tells why the step failed, and handed on line by line. Commands to the runner in
 * it, such as {@code ::error::}, are understood.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a>
 */
final class StepLog {
    private static final int KEPT = 20;

    private final Consumer<String> sink;
    private final Deque<String> last = new ArrayDeque<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private String stopped = "";

    StepLog(Consumer<String> sink) {
        this.sink = sink;
    }

    synchronized void line(String line) {
        sink.accept(line);
        if (!stopped.isEmpty()) {
            stopped = line.equals("::" + stopped + "::") ? "" : stopped;
            return;
        }
        if (line.startsWith("::stop-commands::")) {
            stopped = line.substring("::stop-commands::".length());
        } else if (line.startsWith("::error")) {
            errors.add(message(line));
        } else if (line.startsWith("::warning")) {
            warnings.add(message(line));
        } else if (!line.startsWith("::") && !line.isBlank()) {
            last.addLast(line);
            if (last.size() > KEPT) {
                last.removeFirst();
            }
        }
    }

    /** What stands behind the second pair of colons; escapes are undone. */
    private static String message(String line) {
        int colons = line.indexOf("::", 2);
        String text = colons < 0 ? line : line.substring(colons + 2);
        return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Why the step failed, in its own words: its errors, else the last line that it printed. */
    synchronized String reason(String otherwise) {
        if (!errors.isEmpty()) {
            return String.join("\n", errors);
        }
        return last.isEmpty() ? otherwise : last.getLast();
    }

    /** The last lines that it printed. */
    synchronized List<String> tail() {
        return List.copyOf(last);
    }
}
