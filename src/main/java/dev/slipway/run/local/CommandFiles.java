package dev.slipway.run.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files by which a step tells the runner something: {@code GITHUB_ENV}, {@code GITHUB_OUTPUT}, {@code GITHUB_PATH},
 * {@code GITHUB_STEP_SUMMARY} and {@code GITHUB_STATE}.
 *
 * @param folder where they are; one for each step
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files">Environment
 *     files</a>
 */
record CommandFiles(Path folder) {
    private static final List<String> NAMES =
            List.of("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_STATE");

    /** What cannot be read of a file. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    static CommandFiles make(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String name : NAMES) {
                Files.createFile(folder.resolve(name));
            }
            return new CommandFiles(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The variables that name the files.
     *
     * @param seen where the step sees the folder
     */
    Map<String, String> variables(String seen) {
        Map<String, String> variables = new LinkedHashMap<>();
        NAMES.forEach(name -> variables.put(name, seen + "/" + name));
        return variables;
    }

    /** Variables that later steps get. */
    Map<String, String> env() {
        return values("GITHUB_ENV");
    }

    Map<String, String> outputs() {
        return values("GITHUB_OUTPUT");
    }

    /** Folders that come before others in the path of later steps, the last one first. */
    List<String> path() {
        List<String> folders = new ArrayList<>();
        text("GITHUB_PATH").lines().filter(line -> !line.isBlank()).forEach(line -> folders.add(0, line));
        return folders;
    }

    /** What the page of the run shows of the step; Markdown. */
    String summary() {
        return text("GITHUB_STEP_SUMMARY");
    }

    private String text(String name) {
        try {
            return new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    /** Lines of {@code name=value}, or {@code name<<end}, lines of the value, and {@code end}. */
    private Map<String, String> values(String file) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> lines = text(file).replace("\r\n", "\n").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int equals = line.indexOf('=');
            int heredoc = line.indexOf("<<");
            if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
                String end = line.substring(heredoc + 2);
                List<String> body = lines.subList(i + 1, lines.size());
                int length = body.indexOf(end);
                if (length < 0) {
                    throw new Malformed("$" + file + ": the value of '" + line.substring(0, heredoc) + "' has no line '"
                            + end + "' at its end");
                }
                values.put(line.substring(0, heredoc), String.join("\n", body.subList(0, length)));
                i += length + 1;
            } else if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            } else if (!line.isEmpty()) {
                throw new Malformed("$" + file + ": the line '" + line + "' has no '='");
            }
        }
        return values;
    }
}
