package dev.slipway.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * Follows a path name by name, and each symbolic link on the way, without ever touching what is outside of a repository:
 * even to ask what is there could wait for a dead server.
 *
 * @param root the repository, with no link in its path
 * @param from where paths begin: the same or a folder in it, with no link in its path
 * @param given the same as the caller wrote it, by which absolute links may lead to it
 */
record Way(Path root, Path from, Path given) {
    private static final int MOST_LINKS = 40;

    /** What is at a path; empty if nothing is. */
    Optional<Place> to(String path) throws Unreadable {
        try {
            return to(from.getFileSystem().getPath(path), path);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** @param name the path as messages name it */
    Optional<Place> to(Path path, String name) throws Unreadable {
        Deque<Path> ahead = new ArrayDeque<>();
        Path at = enter(path, from, ahead);
        int own = ahead.size(); // the names of the path itself; those of links come before them
        String link = "";
        int links = 0;
        while (!ahead.isEmpty()) {
            boolean ofLink = ahead.size() > own;
            own -= ofLink ? 0 : 1;
            Path next = at.resolve(ahead.pop()).normalize();
            if (root.startsWith(next)) {
                at = next;
                continue;
            }
            if (!next.startsWith(root)) {
                throw outside(name, link);
            }
            refuseGit(name, next);
            Optional<Place> found = Place.at(next, name);
            if (found.isEmpty()) {
                if (ofLink) {
                    throw new Unreadable(name, leads(name, link) + "to nothing", "fix or remove the link");
                }
                return Optional.empty();
            }
            if (!found.get().is().isSymbolicLink()) {
                at = next;
                continue;
            }
            link = from.relativize(next).toString().replace('\\', '/');
            if (++links > MOST_LINKS) {
                throw new Unreadable(name, leads(name, link) + "in a circle", "fix or remove the link");
            }
            at = enter(target(name, next), at, ahead);
        }
        if (!at.startsWith(root)) {
            throw outside(name, link);
        }
        return Place.at(at, name);
    }

    /** Where a path begins; its names are put ahead of those that are still to go. */
    private Path enter(Path path, Path at, Deque<Path> ahead) {
        Path begin = at;
        Path rest = path;
        if (path.isAbsolute() && path.startsWith(given)) {
            begin = from;
            rest = given.relativize(path);
        } else if (path.isAbsolute()) {
            begin = path.getRoot();
        }
        for (int i = rest.getNameCount() - 1; i >= 0; i--) {
            ahead.push(rest.getName(i));
        }
        return begin;
    }

    private static Path target(String name, Path link) throws Unreadable {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException failure) {
            throw Place.unreadable(name, failure);
        }
    }

    private static Unreadable outside(String name, String link) {
        return link.isEmpty()
                ? new Unreadable(name, "is outside of the repository", "")
                : new Unreadable(name, leads(name, link) + "out of the repository", "replace the link with a copy");
    }

    private static String leads(String name, String link) {
        return link.equals(name) ? "is a symbolic link that leads " : "leads through the symbolic link '" + link + "' ";
    }

    /** The settings of git may hold a token, as they do in a job on GitHub. */
    private static void refuseGit(String name, Path place) throws Unreadable {
        String last = String.valueOf(place.getFileName()).toLowerCase(Locale.ROOT);
        if (last.equals(".git") || last.startsWith("git~")) { // the second is its short name on Windows
            throw new Unreadable(name, "leads into the folder '.git'", "use a file of the repository");
        }
    }
}
