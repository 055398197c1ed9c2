package dev.slipway.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Something on the disk, with no link left in its path.
 *
 * @param path where it is
 * @param is what it was when it was looked at
 */
record Place(Path path, BasicFileAttributes is) {
    /** The file at a path, a link itself and not its target; empty if there is none. */
    static Optional<Place> at(Path path, String name) throws Unreadable {
        try {
            return Optional.of(
                    new Place(path, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            if (belowFile(path)) {
                return Optional.empty();
            }
            throw unreadable(name, failure);
        }
    }

    /** The JDK has no exception of its own for a path that leads through a file. */
    private static boolean belowFile(Path path) {
        Path parent = path.getParent();
        return parent != null && Files.isRegularFile(parent, LinkOption.NOFOLLOW_LINKS);
    }

    boolean isFile() {
        return is.isRegularFile();
    }

    boolean isFolder() {
        return is.isDirectory() && !is.isOther();
    }

    /**
     * The bytes of a file. What it was asked before it is opened: opening a named pipe waits for a writer, and a device
     * may never end. Its size is a hint only, which a growing file and those in {@code /proc} belie.
     *
     * @param name the file as it was asked for
     */
    byte[] bytes(String name, Limit limit) throws Unreadable {
        needFile(name);
        if (is.size() > limit.bytes()) {
            throw tooLarge(name, limit);
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return bytes(in, name, limit);
        } catch (Unreadable known) {
            throw known;
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    /** @throws Unreadable if it is no regular file */
    void needFile(String name) throws Unreadable {
        if (is.isDirectory()) {
            throw Unreadable.directory(name);
        }
        if (!isFile()) {
            throw new Unreadable(
                    name, "is a pipe, a socket or a device, not a regular file", "put a regular file there");
        }
    }

    static byte[] bytes(InputStream in, String name, Limit limit) throws IOException {
        byte[] bytes = in.readNBytes(limit.bytes() + 1);
        if (bytes.length > limit.bytes()) {
            throw tooLarge(name, limit);
        }
        return bytes;
    }

    private static Unreadable tooLarge(String name, Limit limit) {
        return new Unreadable(name, "is larger than " + limit.words(), limit.help());
    }

    static Unreadable unreadable(String name, IOException failure) {
        String why = failure instanceof AccessDeniedException
                ? "permission denied"
                : failure instanceof FileSystemException file && file.getReason() != null
                        ? file.getReason()
                        : String.valueOf(failure.getMessage());
        return new Unreadable(name, "cannot be read: " + why, "", failure);
    }
}
