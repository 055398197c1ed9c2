package dev.slipway.run.local;

import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Asks git.
 *
 * @param folder where it runs
 * @param env what it sees
 */
record Git(Path folder, Map<String, String> env) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** The paths of a million files. */
    private static final long LARGEST = 64 << 20;

    Git {
        env = Map.copyOf(env);
    }

    /**
     * The lines that it prints.
     *
     * @throws IOException if it fails; the message is the last line of what it says
     */
    List<String> lines(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("git"));
        all.addAll(List.of(words));
        List<String> out = new ArrayList<>();
        List<String> err = new ArrayList<>();
        AtomicLong left = new AtomicLong(LARGEST);
        End end = new LocalProcess(all, env, folder, LONGEST).run(keep(out, left), keep(err, left));
        if (left.get() < 0) {
            throw new IOException("git: the answer to '" + String.join(" ", words) + "' is larger than 64 MiB");
        }
        if (!end.succeeded()) {
            throw new IOException("git: " + (err.isEmpty() ? end.problem() : err.get(err.size() - 1)));
        }
        return out;
    }

    private static Consumer<String> keep(List<String> lines, AtomicLong left) {
        return line -> {
            if (left.addAndGet(-line.length() - 1) >= 0) {
                lines.add(line);
            }
        };
    }

    /** The first line; nothing if it fails, or prints none. */
    Optional<String> line(String... words) {
        try {
            return lines(words).stream().findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
