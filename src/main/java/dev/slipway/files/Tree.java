package dev.slipway.files;

import dev.slipway.disk.Limit;
import dev.slipway.disk.RegularFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Finds and reads the files of a repository, and never leaves it: a symbolic link on the way is refused. */
record Tree(Path root) {
    /**
     * A file that is not yet in its place has such a name, which no other run uses; what a killed run leaves is found by
     * it.
     */
    static String stagedName() {
        return ".slipway-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp";
    }

    /** Where a path leads: to a regular file, or to nothing yet. */
    Path resolve(String path) throws IOException {
        Path target = child(path);
        for (int depth = root.getNameCount() + 1; depth <= target.getNameCount(); depth++) {
            Path place = target.getRoot().resolve(target.subpath(0, depth));
            Optional<BasicFileAttributes> found = attributes(place, path);
            if (found.isEmpty()) {
                return target;
            }
            refuseUnlessPlain(found.get(), place.equals(target), path, root.relativize(place));
        }
        return target;
    }

    /** What a file holds; empty if there is none. */
    Optional<Existing> read(String path) throws IOException {
        return bytes(path).map(Existing::of);
    }

    Optional<byte[]> bytes(String path) throws IOException {
        return bytes(path, Manifest.isPath(path) ? Limit.RECORD : Limit.GENERATED);
    }

    Optional<byte[]> bytes(String path, Limit limit) throws IOException {
        return RegularFile.bytes(resolve(path), path, limit);
    }

    boolean isFree(String path) throws IOException {
        return attributes(child(path), path).isEmpty();
    }

    /**
     * Removes what a killed run left in a folder; such files were never in their place, so nobody misses them. Only who
     * holds the {@link WriteLock} may: the files of a run that goes on look the same.
     */
    void sweep(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && !folder.equals(root)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, ".slipway-[0-9a-f]*.tmp")) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        } catch (IOException e) {
            throw failure("clean up", root.relativize(folder).toString(), e);
        }
    }

    /** One line that says what could not be done, to which file, and why. */
    static IOException failure(String doing, String path, IOException cause) {
        return new IOException("cannot " + doing + " '" + path + "': " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        Optional<String> reason = cause instanceof FileSystemException failure
                ? Optional.ofNullable(failure.getReason())
                : Optional.ofNullable(cause.getMessage());
        return reason.orElse(cause.getClass().getSimpleName());
    }

    private Path child(String path) throws IOException {
        try {
            return root.resolve(path);
        } catch (InvalidPathException e) {
            throw new IOException("cannot name a file '" + path + "' on this system: " + e.getReason(), e);
        }
    }

    private static Optional<BasicFileAttributes> attributes(Path place, String path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure("read", path, e);
        }
    }

    private static void refuseUnlessPlain(BasicFileAttributes found, boolean last, String path, Path at)
            throws IOException {
        String shown = at.toString().replace('\\', '/');
        if (found.isSymbolicLink()) {
            throw new IOException("'" + path + "' leads through the symbolic link '" + shown
                    + "', which slipway does not follow; put a plain " + (last ? "file" : "folder") + " there");
        }
        if (last && found.isDirectory()) {
            throw new IOException("'" + path + "' is a folder, but slipway needs a file there");
        }
        if (last && !found.isRegularFile()) {
            throw new IOException("'" + path + "' is not a regular file");
        }
        if (!last && !found.isDirectory()) {
            throw new IOException("'" + shown + "' is a file, but '" + path + "' needs a folder there");
        }
    }
}
