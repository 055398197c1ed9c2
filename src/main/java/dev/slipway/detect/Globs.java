package dev.slipway.detect;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Expands the globs of a Cargo workspace's {@code members} into directories. */
final class Globs {
    private Globs() {}

    static List<String> directories(RepositoryFiles files, String glob) {
        List<String> found = List.of("");
        for (String segment : glob.replace('\\', '/').split("/")) {
            if (!segment.isEmpty() && !segment.equals(".")) {
                found = step(files, found, segment);
            }
        }
        return found;
    }

    private static List<String> step(RepositoryFiles files, List<String> parents, String segment) {
        List<String> next = new ArrayList<>();
        for (String parent : parents) {
            String base = parent.isEmpty() ? "" : parent + "/";
            if (segment.matches(".*[*?\\[{].*")) {
                files.list(parent.isEmpty() ? "." : parent).stream()
                        .filter(name -> matches(segment, name))
                        .map(name -> base + name)
                        .filter(files::hasDirectory)
                        .forEach(next::add);
            } else if (files.hasDirectory(base + segment)) {
                next.add(base + segment);
            }
        }
        return next;
    }

    private static boolean matches(String glob, String name) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name));
        } catch (PatternSyntaxException | InvalidPathException noGlob) {
            return false;
        }
    }
}
