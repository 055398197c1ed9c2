package dev.slipway.run.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processes that outlive the step that started them, such as a server in the background: GitHub's runner ends them with
 * the job. Like the runner, this knows them by a variable that every process of the job inherits; one that was started
 * without it is known by the folder that it works in. It sees them on Linux only, where {@code /proc} shows both.
 *
 * @param variable such as {@code RUNNER_TRACKING_ID}
 * @param value one that no other job has
 * @param folder of the job, in which nothing else works; an absolute path without links
 * @param mounts folders of the job by the paths that they have in its container
 */
public record Orphans(String variable, String value, Path folder, Map<Path, Path> mounts) {
    public Orphans {
        mounts = Map.copyOf(mounts);
    }

    private static final Path PROCESSES = Path.of("/proc");

    /** Those that run now; none if this machine does not tell. */
    public List<ProcessHandle> find() {
        if (!Files.isDirectory(PROCESSES)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(PROCESSES)) {
            return all.map(process -> String.valueOf(process.getFileName()))
                    .filter(name -> name.matches("[1-9][0-9]*"))
                    .filter(name -> marked(name) || worksInside(name))
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

    private boolean worksInside(String process) {
        try {
            Path link = PROCESSES.resolve(process).resolve("cwd");
            Path seen = Files.readSymbolicLink(link);
            return seen.startsWith(folder)
                    || mounts.entrySet().stream()
                            .filter(mount -> seen.startsWith(mount.getKey()))
                            .map(mount ->
                                    mount.getValue().resolve(mount.getKey().relativize(seen)))
                            .anyMatch(real -> same(link, real));
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    /** Other containers have folders of the same names. */
    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException gone) {
            return false;
        }
    }
}
