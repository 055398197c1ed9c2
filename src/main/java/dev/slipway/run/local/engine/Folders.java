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
    /** How often it is tried, and how long is waited between: what cleans up behind an engine may still be at work. */
    private static final int TRIES = 50;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Folders() {}

    /** Deletes a folder with all that is in it, if it is there. Links are not followed. */
    static void delete(Path folder) throws IOException {
        for (int i = 1; i < TRIES && Files.exists(folder); i++) {
            try {
                deleteNow(folder);
            } catch (IOException | UncheckedIOException stillUsed) {
                pause();
            }
        }
        if (Files.exists(folder)) {
            deleteNow(folder);
        }
    }

    /** Waits until no process has a folder in its command line, for that one would make it again. */
    static void settle(Path folder) {
        for (int i = 1; i < TRIES && inUse(folder); i++) {
            pause();
        }
    }

    private static boolean inUse(Path folder) {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").contains(folder.toString()));
    }

    /** Does not mind an interrupt, which is a reason to delete. */
    private static void pause() {
        boolean interrupted = Thread.interrupted();
        LockSupport.parkNanos(PAUSE.toNanos());
        if (interrupted) {
            Thread.currentThread().interrupt();
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
