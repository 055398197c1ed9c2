package dev.slipway.run.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processes that outlive the step that started them, such as a server in the background: GitHub's runner ends them with
 * the job. Like the runner, this knows them by a variable that every process of the job inherits. It sees them on Linux
 * only, where {@code /proc} shows the variables of a process.
 *
 * @param variable such as {@code RUNNER_TRACKING_ID}
 * @param value one that no other job has
 */
public record Orphans(String variable, String value) {
    private static final Path PROCESSES = Path.of("/proc");

    /** Those that run now; none where this machine does not tell. */
    public List<ProcessHandle> find() {
        if (!Files.isDirectory(PROCESSES)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(PROCESSES)) {
            return all.map(process -> String.valueOf(process.getFileName()))
                    .filter(name -> name.matches("[1-9][0-9]*"))
                    .filter(this::marked)
                    .flatMap(name -> ProcessHandle.of(Long.parseLong(name)).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** Kills those that run now, and gives their numbers. */
    public List<Long> end() {
        List<ProcessHandle> found = find();
        found.forEach(ProcessHandle::destroyForcibly);
        return found.stream().map(ProcessHandle::pid).toList();
    }

    private boolean marked(String process) {
        try {
            String variables =
                    Files.readString(PROCESSES.resolve(process).resolve("environ"), StandardCharsets.ISO_8859_1);
            return Arrays.asList(variables.split("\0")).contains(variable + "=" + value);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
