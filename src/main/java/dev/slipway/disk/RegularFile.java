package dev.slipway.disk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file whose path the caller has made sure of; it must be a regular file. */
public final class RegularFile {
    private RegularFile() {}

    /**
     * The bytes of a file, which is no link; nothing if nothing is there.
     *
     * @param name the file as messages name it
     */
    public static Optional<byte[]> bytes(Path path, String name, Limit limit) throws Unreadable {
        Optional<Place> found = Place.at(path, name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get().bytes(name, limit));
    }

    /**
     * The text of a file in UTF-8; links are followed.
     *
     * @param name the file as messages name it
     * @throws NoSuchFileException if nothing is there
     */
    public static String text(Path path, String name, Limit limit) throws IOException {
        return new String(linked(path, name).bytes(name, limit), StandardCharsets.UTF_8);
    }

    /**
     * Makes sure that reading a file comes to an end: a pipe would keep its reader waiting. Links are followed.
     *
     * @param name the file as messages name it
     * @throws NoSuchFileException if nothing is there
     * @throws Unreadable if it is no regular file
     */
    public static void check(Path path, String name) throws IOException {
        linked(path, name).needFile(name);
    }

    /**
     * The bytes of a file of any size; links are followed. Reading ends with an exception if the thread is interrupted, which
     * the JDK's own streams do not notice.
     *
     * @param name the file as messages name it
     * @throws NoSuchFileException if nothing is there
     * @throws Unreadable if it is no regular file
     */
    public static InputStream open(Path path, String name) throws IOException {
        check(path, name);
        return new FilterInputStream(Files.newInputStream(path)) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("reading '" + name + "' was interrupted");
                }
                return super.read(buffer, from, length);
            }
        };
    }

    private static Place linked(Path path, String name) throws IOException {
        return Place.at(path.toRealPath(), name).orElseThrow(() -> new NoSuchFileException(name));
    }
}
