package dev.slipway.run.local.consumer;

import dev.slipway.run.local.process.End;
import java.util.List;

/**
 * What a program printed, and how it ended.
 *
 * @param lines of both of its streams
 */
record Said(End end, List<String> lines) {
    Said {
        lines = List.copyOf(lines);
    }

    boolean succeeded() {
        return end.succeeded();
    }

    /** The first line that has something on it. */
    String first() {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }

    /** Why it failed: how it ended, and its last words. */
    String problem() {
        List<String> words = lines.stream().filter(line -> !line.isBlank()).toList();
        String last = String.join("; ", words.subList(Math.max(0, words.size() - 3), words.size()));
        return last.isEmpty() ? end.problem() : end.problem() + ": " + last.strip();
    }

    boolean mentions(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }
}
