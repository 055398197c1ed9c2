package dev.slipway.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A text that somebody wrote and that a generated file takes over. */
public final class OwnText {
    private static final int LARGEST = 64 * 1024;

    private OwnText() {}

    /**
     * The bytes of a file.
     *
     * @throws IOException where it is no regular file of the repository, or larger than any text for people
     */
    public static byte[] read(Path repository, String path) throws IOException {
        Path file = new Tree(repository.toAbsolutePath().normalize()).resolve(path);
        byte[] bytes = bytes(file, path);
        if (bytes.length > LARGEST) {
            throw new IOException("'" + path + "' is larger than 64 KiB");
        }
        return bytes;
    }

    private static byte[] bytes(Path file, String path) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no file '" + path + "'", missing);
        } catch (IOException unreadable) {
            throw Tree.failure("read", path, unreadable);
        }
    }
}
