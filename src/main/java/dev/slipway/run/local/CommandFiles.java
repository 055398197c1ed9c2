package dev.slipway.run.local;

import dev.slipway.disk.Limit;
import dev.slipway.disk.RegularFile;
import dev.slipway.disk.Unreadable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The files through which a step sends commands to the runner: {@code GITHUB_ENV}, {@code GITHUB_OUTPUT}, {@code GITHUB_PATH},
 * {@code GITHUB_STEP_SUMMARY} and {@code GITHUB_STATE}.
 *
 * @param folder where they are; one for each step
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files">Environment
 *     files</a>
 */
record CommandFiles(Path folder) {
    private static final int LONGEST_SUMMARY = 1 << 20;

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

    /** Variables that later steps get; the runner refuses one by which Node.js would run other code. */
    Map<String, String> env() {
        Map<String, String> values = values("GITHUB_ENV");
        values.keySet().removeIf("NODE_OPTIONS"::equalsIgnoreCase);
        return values;
    }

    Map<String, String> outputs() {
        return values("GITHUB_OUTPUT");
    }

    /** What the end of an action gets of its beginning. */
    Map<String, String> state() {
        return values("GITHUB_STATE");
    }

    /** Folders that come before others in the path of later steps, the last one first. */
    List<String> path() {
        List<String> folders = new ArrayList<>();
        text("GITHUB_PATH").lines().filter(line -> !line.isEmpty()).forEach(line -> {
            folders.remove(line);
            folders.add(0, line);
        });
        return folders;
    }

    /**
     * What the page of the run shows of the step; Markdown.
     *
     * @param log where GitHub says that it is too long
     */
    String summary(Consumer<String> log) throws IOException {
        Path file = folder.resolve("GITHUB_STEP_SUMMARY");
        long size = Files.isRegularFile(file) ? Files.size(file) : 0;
        if (size > LONGEST_SUMMARY) {
            log.accept("Error: $GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of "
                    + (LONGEST_SUMMARY >> 10) + "k, got " + (size >> 10) + "k");
            return "";
        }
        return text("GITHUB_STEP_SUMMARY");
    }

    /** A step may have put anything in the place of a file: a pipe would keep its reader waiting. */
    private byte[] bytes(String name) {
        try {
            return RegularFile.bytes(folder.resolve(name).toRealPath(), "$" + name, Limit.COMMAND_FILE)
                    .orElseGet(() -> new byte[0]);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (Unreadable file) {
            throw new Malformed(String.valueOf(file.getMessage()));
        } catch (IOException failure) {
            throw new Malformed("$" + name + ": the file cannot be read: " + failure.getMessage());
        }
    }

    /** The text of a file; one that begins with a byte order mark, as Windows PowerShell writes it, is what that says. */
    private String text(String name) {
        byte[] bytes = bytes(name);
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        Charset charset = mark == 0xfeff || mark == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = new String(bytes, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /**
     * Lines of {@code name=value}, or {@code name<<end}, lines of the value, and {@code end}. Only Windows counts the
     * carriage return before the end of a line to that.
     */
    private Map<String, String> values(String file) {
        Map<String, String> values = new LinkedHashMap<>();
        String text = text(file);
        List<String> lines = new ArrayList<>(
                List.of((File.separatorChar == '\\' ? text.replace("\r\n", "\n") : text).split("\n", -1)));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int equals = line.indexOf('=');
            int heredoc = line.indexOf("<<");
            if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
                String name = line.substring(0, heredoc);
                String end = line.substring(heredoc + 2);
                if (name.isEmpty() || end.isEmpty()) {
                    throw new Malformed(
                            "$" + file + ": the line '" + line + "' has no name before '<<' or no delimiter after it");
                }
                List<String> body = lines.subList(i + 1, lines.size());
                int length = body.indexOf(end);
                if (length < 0) {
                    throw new Malformed(
                            "$" + file + ": the value of '" + name + "' has no line '" + end + "' at its end");
                }
                values.put(name, String.join("\n", body.subList(0, length)));
                i += length + 1;
            } else if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            } else if (!line.isEmpty()) {
                throw new Malformed("$" + file + ": the line '" + line + "' has "
                        + (equals < 0 ? "neither '=' nor '<<'" : "no name before '='"));
            }
        }
        return values;
    }
}
