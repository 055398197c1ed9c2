package dev.slipway.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets one run at a time write to a tree. The lock is a byte of an empty file in the folder for temporary files: the
 * system frees it with the process, however that ends, and nothing is ever left in a repository. Each tree has its own
 * byte, because a process that closes a file loses all that it has locked in it.
 */
final class WriteLock implements AutoCloseable {
    /** Stays open as long as the program runs. */
    private static @Nullable FileChannel channel;

    private final Optional<FileLock> lock;

    private WriteLock(Optional<FileLock> lock) {
        this.lock = lock;
    }

    /**
     * Waits for nobody.
     *
     * @throws IOException if another run is writing to the tree
     */
    static WriteLock take(Path root) throws IOException {
        try {
            FileLock lock = channel().tryLock(byteOf(root.toRealPath()), 1, false);
            if (lock != null) {
                return new WriteLock(Optional.of(lock));
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // the same as null, which is the answer if it is another process
        } catch (IOException noLocks) {
            return new WriteLock(Optional.empty());
        }
        throw new IOException("another run of slipway is writing to '" + root
                + "'; nothing was written. Run slipway again when it has finished");
    }

    /** Whether nobody else is writing; false if the system has no locks. */
    boolean held() {
        return lock.isPresent();
    }

    private static synchronized FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null || !open.isOpen()) { // an interrupted thread closes it
            String user = System.getProperty("user.name", "").replaceAll("[^0-9A-Za-z_-]", "");
            // a pipe that somebody put there would block who only writes to it
            open = FileChannel.open(
                    Path.of(System.getProperty("java.io.tmpdir", "")).resolve("slipway-" + user + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            channel = open;
        }
        return open;
    }

    private static long byteOf(Path root) {
        return Long.parseLong(
                Fingerprint.of(root.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 15), 16);
    }

    @Override
    public void close() throws IOException {
        if (lock.isPresent() && lock.get().isValid()) {
            lock.get().release();
        }
    }
}
