package dev.slipway.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What GitHub's lockfile does to a workflow: its program {@code gh actions-lock} puts a line at the top, and a tag in
 * place of a commit, which the lockfile keeps instead.
 *
 * @param commits the commit of each locked tag: {@code actions/checkout@v7.0.1}, the action in lower case
 */
public record Locked(Map<String, String> commits) {
    /** No lockfile. */
    public static final Locked NONE = new Locked(Map.of());

    /** The first line of a workflow that the program has seen. */
    private static final String MARK = "# This workflow is managed by gh actions-lock.\n";

    public Locked {
        commits = Map.copyOf(commits);
    }

    /** The line that the program put at the top; empty if it did not. */
    static String mark(String text) {
        return text.startsWith(MARK) ? MARK : "";
    }

    /** Whether the lockfile has a commit for the tag of a line. */
    boolean holds(UsesLine line) {
        return commit(line).isPresent();
    }

    /** A text as it would be without the lockfile. */
    String undo(String text) {
        return Arrays.stream(text.substring(mark(text).length()).split("\n", -1))
                .map(this::undoLine)
                .collect(Collectors.joining("\n"));
    }

    private String undoLine(String line) {
        return UsesLine.parse(line)
                .flatMap(uses -> commit(uses).map(commit -> uses.head() + "@" + commit + " # " + uses.ref()))
                .orElse(line);
    }

    private Optional<String> commit(UsesLine line) {
        String[] parts = line.action().toLowerCase(Locale.ROOT).split("/");
        return Optional.ofNullable(commits.get(parts[0] + "/" + parts[1] + "@" + line.ref()));
    }
}
