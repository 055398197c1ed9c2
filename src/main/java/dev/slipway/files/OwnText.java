package dev.slipway.files;

import dev.slipway.disk.Limit;
import java.io.IOException;
import java.nio.file.Path;

/** A text that somebody wrote and that a generated file takes over. */
public final class OwnText {
    private OwnText() {}

    /**
     * The bytes of a file.
     *
     * @throws IOException if it is no regular file of the repository, or larger than any text for people
     */
    public static byte[] read(Path repository, String path) throws IOException {
        return new Tree(repository.toAbsolutePath().normalize())
                .bytes(path, Limit.PAGE)
                .orElseThrow(() -> new IOException("no such file: '" + path + "'"));
    }
}
