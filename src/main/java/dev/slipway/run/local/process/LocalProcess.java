package dev.slipway.run.local.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A program that this machine is asked to run: the one place where the rehearsal starts any. It reads an empty standard
 * input, and gets the variables that are named here and no others. Neither a timeout nor an interrupt leaves a process
 * behind that it started.
 *
 * @param words the program and its arguments; a name without a slash is looked for in the {@code PATH} of {@code env}
 * @param env all variables that the program sees
 * @param folder where it starts
 * @param timeout how long it may take
 */
public record LocalProcess(List<String> words, Map<String, String> env, Path folder, Duration timeout) {
    /** As long as GitHub's runner waits for output that a program left in the background may still write. */
    private static final Duration STRAGGLERS = Duration.ofSeconds(5);

    /** How long a process may take to end when it is asked to, before it is killed. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    public LocalProcess {
        words = List.copyOf(words);
        env = Map.copyOf(env);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a process needs the name of a program");
        }
    }

    /**
     * Runs the program and waits for its end. Both of its streams go to {@code line}, in the order in which they were
     * written, a line each, decoded as UTF-8.
     */
    public static End start(
            List<String> words, Map<String, String> env, Path folder, Consumer<String> line, Duration timeout) {
        return new LocalProcess(words, env, folder, timeout).run(line);
    }

    /** Runs the program and waits for its end; standard output and standard error go to {@code line}. */
    public End run(Consumer<String> line) {
        return run(line, Optional.empty());
    }

    /** Runs the program and waits for its end; the two consumers are called by one thread each. */
    public End run(Consumer<String> out, Consumer<String> err) {
        return run(out, Optional.of(err));
    }

    private End run(Consumer<String> out, Optional<Consumer<String>> err) {
        Process process;
        try {
            process = launched(err.isEmpty());
        } catch (IOException e) {
            return new End.NotStarted(reason(e));
        } catch (IllegalArgumentException impossible) {
            return new End.NotStarted(words.get(0) + " cannot be started: "
                    + String.valueOf(impossible.getMessage()).replace("\0", "\\0"));
        }
        Taken taken = new Taken();
        List<Thread> pumps = new ArrayList<>();
        pumps.add(pump(process.getInputStream(), out, taken));
        err.ifPresent(sink -> pumps.add(pump(process.getErrorStream(), sink, taken)));
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // A program that has ended reads no input.
        }
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process.toHandle());
                join(pumps, GRACE);
                return new End.TimedOut(timeout);
            }
            join(pumps, STRAGGLERS);
            return new End.Exited(process.exitValue());
        } catch (InterruptedException e) {
            end(process.toHandle());
            Thread.currentThread().interrupt();
            return new End.Interrupted();
        } finally {
            taken.end();
        }
    }

    private Process launched(boolean together) throws IOException {
        List<String> found = new ArrayList<>(words);
        found.set(0, executable(words.get(0), env.getOrDefault("PATH", "")).orElse(words.get(0)));
        ProcessBuilder builder =
                new ProcessBuilder(found).directory(folder.toFile()).redirectErrorStream(together);
        builder.environment().clear();
        builder.environment().putAll(env);
        return builder.start();
    }

    /**
     * Where a program is, by a list of folders. Java would look into its own {@code PATH}, not into that of the program
     * it starts, so that what a step adds to the path would not be found.
     */
    public static Optional<String> executable(String name, String path) {
        if (name.contains("/") || name.contains(File.separator)) {
            return Optional.of(name);
        }
        for (String folder : path.split(File.pathSeparator, -1)) {
            for (String ending : File.separatorChar == '\\' ? List.of(".exe", ".cmd", ".bat", "") : List.of("")) {
                Path file = Path.of(folder.isEmpty() ? "." : folder, name + ending);
                if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return Optional.of(file.toString());
                }
            }
        }
        return Optional.empty();
    }

    /** Java's message begins with the whole command; the system's own word is at its end, and in parentheses since Java 25. */
    private String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        String said =
                message.replaceFirst("(?s)^.*error=\\d+, ", "").replaceFirst("(?s)^.*error: \\d+ \\((.*)\\) *$", "$1");
        return words.get(0) + " cannot be started: " + said;
    }

    private static Thread pump(InputStream stream, Consumer<String> sink, Taken taken) {
        Thread thread = new Thread(
                () -> {
                    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                        Lines lines = new Lines(reader);
                        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                            taken.give(line.get(), sink);
                        }
                    } catch (IOException | UncheckedIOException closed) {
                        // The process was killed: there is nothing more to read.
                    }
                },
                "output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Nothing of what a process left behind still writes is passed on once the process counts as ended. */
    private static final class Taken {
        private boolean ended;

        synchronized void give(String line, Consumer<String> sink) {
            if (!ended) {
                sink.accept(line);
            }
        }

        synchronized void end() {
            ended = true;
        }
    }

    private static void join(List<Thread> pumps, Duration wait) throws InterruptedException {
        long until = System.nanoTime() + wait.toNanos();
        for (Thread pump : pumps) {
            pump.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        }
    }

    /** Asks a process and all that it started to end, then kills those that did not. */
    private static void end(ProcessHandle root) {
        List<ProcessHandle> family = family(List.of(root));
        family.forEach(ProcessHandle::destroy);
        long until = System.nanoTime() + GRACE.toNanos();
        while (family.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < until) {
            family = family(family);
            pause();
        }
        for (ProcessHandle left : family(family)) {
            left.destroyForcibly();
        }
    }

    /** With those that they started since. */
    private static List<ProcessHandle> family(List<ProcessHandle> known) {
        List<ProcessHandle> all = new ArrayList<>(known);
        for (ProcessHandle each : known) {
            each.descendants().filter(child -> !all.contains(child)).forEach(all::add);
        }
        return all;
    }

    /** Waits a moment without minding an interrupt, which may be the reason for the end. */
    private static void pause() {
        boolean interrupted = Thread.interrupted();
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
