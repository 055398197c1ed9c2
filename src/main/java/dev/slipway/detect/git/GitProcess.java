package dev.slipway.detect.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Asks git one local question at a time, with nothing of the caller's git environment and for a bounded time. */
public record GitProcess(Path directory, String program) {
    private static final long SECONDS = 20;

    /** The paths of half a million files; an answer that is longer counts as none. */
    private static final int LARGEST = 32 << 20;

    /** What git said. */
    record Output(boolean ok, String out, String error) {
        List<String> lines() {
            return out.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    Output ask(String... words) {
        List<String> command = new ArrayList<>(List.of(program, "--no-optional-locks", "--no-pager"));
        // a repository's own configuration may name programs to run; reading must not start them
        command.addAll(List.of("-c", "core.fsmonitor=false", "-c", "core.quotePath=false"));
        // in a partial clone git would fetch what it lacks
        command.addAll(List.of("-c", "protocol.allow=never"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        clean(builder.environment());
        try {
            return finish(builder.start());
        } catch (IOException missing) {
            return new Output(false, "", "cannot run git");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Output(false, "", "interrupted");
        }
    }

    private static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("GIT_"));
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("LC_ALL", "C");
    }

    private static Output finish(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        Drain out = Drain.of(process.getInputStream());
        Drain error = Drain.of(process.getErrorStream());
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Output(false, "", "git did not answer within " + SECONDS + " seconds");
        }
        return new Output(process.exitValue() == 0 && !out.full(), out.text(), error.text());
    }

    /** Reads a pipe while it waits, so that a long answer cannot block git. */
    private record Drain(Thread thread, ByteArrayOutputStream bytes) {
        static Drain of(InputStream stream) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Thread thread = new Thread(() -> copy(stream, bytes), "git-output");
            thread.setDaemon(true);
            thread.start();
            return new Drain(thread, bytes);
        }

        private static void copy(InputStream stream, ByteArrayOutputStream bytes) {
            try (stream) {
                bytes.writeBytes(stream.readNBytes(LARGEST));
                // the rest is read and dropped: nobody could show it, and a full pipe would keep git waiting
                stream.transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                // the process was ended; what it said until then counts
            }
        }

        /** Whether there was more than is kept, so that the last line may be half of one. */
        boolean full() throws InterruptedException {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
            return bytes.size() >= LARGEST;
        }

        String text() throws InterruptedException {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
