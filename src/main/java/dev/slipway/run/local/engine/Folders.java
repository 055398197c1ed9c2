package dev.slipway.run.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Folders that are needed for a while. */
final class Folders {
    private Folders() {}

    /** How often it is tried: what cleans up behind an engine may still be at work. */
    private static final int TRIES = 20;

    /** Deletes a folder with all that is in it, if it is there. Links are not followed. */
    static void delete(Path folder) throws IOException {
        for (int i = 1; i < TRIES && Files.exists(folder); i++) {
            try {
                deleteNow(folder);
            } catch (IOException | UncheckedIOException stillUsed) {
                boolean interrupted = Thread.interrupted();
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        if (Files.exists(folder)) {
            deleteNow(folder);
        }
    }

    private static void deleteNow(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
