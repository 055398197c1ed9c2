package dev.slipway.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The forms in which a Dockerfile holds programs to run. */
final class DockerForms {
    private DockerForms() {}

    /**
     * The exec form, a list in JSON: no shell looks at it.
     *
     * @see <a href="https://docs.docker.com/reference/dockerfile/#exec-form">Exec form</a>
     */
    static String exec(List<String> words) {
        return words.stream().map(DockerForms::json).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A value of a variable: in quotes unless it is a plain word. */
    static String quoted(String value) {
        if (value.matches("(?s).*[\"\\\\$].*") || !Characters.fitOnLine(value)) {
            throw new IllegalArgumentException("a Dockerfile cannot hold the value '" + value + "'");
        }
        return value.matches("[A-Za-z0-9_./:@%+,=-]+") ? value : '"' + value + '"';
    }

    private static String json(String text) {
        return text.codePoints()
                .mapToObj(c -> c == '"' || c == '\\'
                        ? "\\" + Character.toString(c)
                        : c != '\t' && Characters.fitsOnLine(c) ? Character.toString(c) : escape(c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String escape(int c) {
        return new String(Character.toChars(c))
                .chars()
                .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
                .collect(Collectors.joining());
    }

    /**
     * The shell form, a line for each command.
     *
     * @see <a href="https://docs.docker.com/reference/dockerfile/#shell-form">Shell form</a>
     */
    static List<String> shell(List<String> commands) {
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("a Dockerfile cannot run no command");
        }
        return List.of(commands.stream()
                .map(DockerForms::command)
                .collect(Collectors.joining(" && \\\n"))
                .split("\n"));
    }

    /** What the builder would not hand to the shell as it is, is refused. */
    private static String command(String command) {
        boolean builder = command.startsWith("--") || command.startsWith("[\"") || command.contains("<<");
        boolean hollow = command.isEmpty() || command.startsWith("#") || command.endsWith("\\");
        if (builder || hollow || !command.equals(command.strip()) || !Characters.fitOnLine(command)) {
            throw new IllegalArgumentException("a Dockerfile cannot run '" + command + "'");
        }
        return command;
    }
}
