package dev.slipway.disk;

import java.nio.file.Path;
import java.util.Optional;

/** Reads a file whose path the caller has made sure of; it must be a regular file, and no link. */
public final class RegularFile {
    private RegularFile() {}

    /**
     * The bytes of a file; nothing if nothing is there.
     *
     * @param name the file as messages name it
     */
    public static Optional<byte[]> bytes(Path path, String name, Limit limit) throws Unreadable {
        Optional<Place> found = Place.at(path, name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get().bytes(name, limit));
    }
}
