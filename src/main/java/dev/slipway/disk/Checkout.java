package dev.slipway.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A repository as it is checked out. A stranger may have made it, so only regular files inside it are read, and no
 * more of them than a {@link Limit}. Symbolic links are followed as long as they stay inside; nothing is read of the
 * folder {@code .git}, which may hold a token.
 *
 * <p>The repository begins at the nearest folder, from a directory upward, that git knows; if there is none, it is
 * the directory itself.
 */
public final class Checkout {
    private static final int MOST_NAMES = 100_000;

    private final Way way;

    private Checkout(Way way) {
        this.way = way;
    }

    /** @param directory what paths are relative to */
    public static Checkout in(Path directory) throws IOException {
        Path given = directory.toAbsolutePath().normalize();
        Path from = real(given);
        return new Checkout(new Way(begin(from).orElse(from), from, given));
    }

    /**
     * The bytes of a file that a person named. It may be anywhere, but is not followed out of the repository that it is
     * in, or the folder if it is in none: the name may come of a pattern, and the link of a stranger. A pipe that the
     * person's own shell has opened is read, too.
     *
     * @param directory what it is relative to
     * @param name the file as messages name it
     * @return nothing if nothing is there
     */
    public static Optional<byte[]> named(Path directory, Path file, String name, Limit limit) throws IOException {
        return in(directory).named(file, name, limit);
    }

    /** The same for one of many files, relative to the directory of this checkout. */
    public Optional<byte[]> named(Path file, String name, Limit limit) throws IOException {
        Path place = way.from().resolve(file);
        if (isPipeOfShell(place)) {
            try (InputStream in = Files.newInputStream(place)) {
                return Optional.of(Place.bytes(in, name, limit));
            } catch (NoSuchFileException closed) {
                return Optional.empty();
            }
        }
        Path plain = place.normalize();
        if (plain.startsWith(way.root()) || plain.startsWith(way.given())) {
            return bytes(plain, name, limit);
        }
        Path folder = plain.getParent();
        if (folder == null) {
            throw Unreadable.directory(name);
        }
        Path begin = begin(folder).orElse(folder);
        Path root = real(begin);
        return new Checkout(new Way(root, root, begin)).bytes(begin.relativize(plain), name, limit);
    }

    private Optional<byte[]> bytes(Path path, String name, Limit limit) throws Unreadable {
        Optional<Place> found = way.to(path, name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get().bytes(name, limit));
    }

    private static boolean isPipeOfShell(Path place) {
        return place.startsWith("/dev/fd") || place.startsWith("/proc/self/fd") || place.equals(Path.of("/dev/stdin"));
    }

    private static Path real(Path folder) throws IOException {
        try {
            return folder.toRealPath();
        } catch (NoSuchFileException missing) {
            return folder;
        }
    }

    private static Optional<Path> begin(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** The bytes of a file; nothing if nothing is there. */
    public Optional<byte[]> bytes(String path, Limit limit) throws Unreadable {
        Optional<Place> found = way.to(path);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get().bytes(path, limit));
    }

    /** Whether there is a regular file inside the repository. */
    public boolean has(String path) {
        try {
            return way.to(path).filter(Place::isFile).isPresent();
        } catch (Unreadable none) {
            return false;
        }
    }

    /** Whether there is a folder inside the repository. */
    public boolean hasFolder(String path) {
        try {
            return way.to(path).filter(Place::isFolder).isPresent();
        } catch (Unreadable none) {
            return false;
        }
    }

    /** Whether something has the name that is no folder: a file, or what only reading it will refuse. */
    public boolean isTaken(String path) {
        try {
            return way.to(path).filter(place -> !place.isFolder()).isPresent();
        } catch (Unreadable something) {
            return true;
        }
    }

    /** The names in a folder, sorted; none if there is no such folder. */
    public List<String> list(String path) throws Unreadable {
        Optional<Place> folder = way.to(path).filter(Place::isFolder);
        if (folder.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder.get().path())) {
            for (Path entry : entries) {
                if (names.size() == MOST_NAMES) {
                    throw new Unreadable(path, "has more than " + MOST_NAMES + " files", "spread them over folders");
                }
                names.add(entry.getFileName().toString());
            }
        } catch (Unreadable known) {
            throw known;
        } catch (DirectoryIteratorException failure) {
            throw Place.unreadable(path, Objects.requireNonNull(failure.getCause()));
        } catch (IOException failure) {
            throw Place.unreadable(path, failure);
        }
        Collections.sort(names);
        return names;
    }
}
