package dev.slipway.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A file that a command writes on its own: no config asks for it, and no manifest records it. */
public final class LoneFile {
    private LoneFile() {}

    /**
     * What the file holds; nothing if there is none.
     *
     * @throws IOException if something other than a regular file has the name, or a link leads to it
     */
    public static Optional<String> read(Path repository, String path) throws IOException {
        return tree(repository).read(path).map(Existing::text);
    }

    /**
     * Writes the whole file or none of it, if there is none yet.
     *
     * @return false if the name is already taken; the existing file stays
     */
    public static boolean create(Path repository, String path, String text) throws IOException {
        if (!tree(repository).isFree(path)) {
            return false;
        }
        write(repository, path, text);
        return true;
    }

    /** Writes the whole file or none of it. */
    public static void write(Path repository, String path, String text) throws IOException {
        Tree tree = tree(repository);
        try (WriteLock lock = WriteLock.take(tree.root())) {
            if (lock.held()) {
                tree.sweep(tree.resolve(path).resolveSibling(""));
            }
            try (Transaction transaction = new Transaction(tree)) {
                transaction.write(path, text.getBytes(StandardCharsets.UTF_8));
                transaction.commit();
            }
        }
    }

    /**
     * Replaces the contents of files, all of them or none.
     *
     * @param before the content of each file; if one has changed since, nothing is written
     * @param after what each is to hold
     */
    public static void replace(Path repository, Map<String, byte[]> before, Map<String, byte[]> after)
            throws IOException {
        Tree tree = tree(repository);
        try (WriteLock lock = WriteLock.take(tree.root())) {
            try (Transaction transaction = new Transaction(tree)) {
                for (Map.Entry<String, byte[]> file : after.entrySet()) {
                    String path = file.getKey();
                    if (lock.held()) {
                        tree.sweep(tree.resolve(path).resolveSibling(""));
                    }
                    transaction.write(path, file.getValue());
                    if (!Arrays.equals(tree.bytes(path).orElse(null), before.get(path))) {
                        throw new IOException("'" + path + "' has changed in the meantime; run slipway again");
                    }
                }
                transaction.commit();
            }
        }
    }

    private static Tree tree(Path repository) {
        return new Tree(repository.toAbsolutePath().normalize());
    }
}
