package dev.slipway.cli;

import dev.slipway.files.Configs;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds the repositories below a directory, sorted by name. Links are not followed, and what is inside a repository
 * belongs to it: examples and test data there are not repositories of their own.
 *
 * @param workflows whether workflows alone make a directory a repository to work on
 */
record RepositoryWalk(boolean workflows) {
    private static final Set<String> PASSED = Set.of("node_modules", "target");

    /** The repositories, and the directories that could not be read: the command says why. */
    List<Path> below(Path start) {
        List<Path> found = new ArrayList<>();
        Deque<Path> next = new ArrayDeque<>();
        next.push(start);
        while (!next.isEmpty()) {
            Path directory = next.pop();
            try {
                if (counts(directory)) {
                    found.add(directory);
                } else if (directory.equals(start) || !Files.exists(directory.resolve(".git"))) {
                    children(directory).forEach(next::push);
                }
            } catch (IOException unreadable) {
                found.add(directory);
            }
        }
        return found;
    }

    private boolean counts(Path directory) throws IOException {
        return !new Configs(directory).named().isEmpty()
                || workflows && Files.isDirectory(directory.resolve(".github/workflows"));
    }

    /** The directories in a directory, the last one first. */
    private static List<Path> children(Path directory) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!name.startsWith(".")
                        && !PASSED.contains(name)
                        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    children.add(entry);
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        children.sort(Collections.reverseOrder());
        return children;
    }
}
