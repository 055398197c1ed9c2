package dev.slipway.detect;

import dev.slipway.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a repository, read forgivingly: what is missing, outside, or no regular file is simply not there.
 *
 * @param hidden the paths of files that count as missing
 */
record RepositoryFiles(Path root, Set<String> hidden) {
    /** Far above any manifest or lock file that a person would commit. */
    private static final long LARGEST = 32L << 20;

    /** The text of a file; bytes that are no UTF-8 become replacement characters. */
    Optional<SourceText> read(String path) {
        return place(path).filter(RepositoryFiles::readable).flatMap(file -> text(path, file));
    }

    boolean has(String path) {
        return place(path).filter(Files::isRegularFile).isPresent();
    }

    boolean hasDirectory(String path) {
        return place(path).filter(Files::isDirectory).isPresent();
    }

    /** The names in a directory, sorted; none where there is no such directory. */
    List<String> list(String directory) {
        Optional<Path> place = place(directory).filter(Files::isDirectory);
        if (place.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(place.get())) {
            return entries.filter(entry -> !hidden.contains(name(entry)))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /** Whether a pattern without {@code **} fits a file. */
    boolean matches(String pattern) {
        int slash = pattern.lastIndexOf('/');
        String folder = slash < 0 ? "." : pattern.substring(0, slash);
        String regex =
                "\\Q" + pattern.substring(slash + 1).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
        return list(folder).stream().anyMatch(name -> name.matches(regex));
    }

    private String name(Path place) {
        return root.relativize(place).toString().replace('\\', '/');
    }

    private Optional<Path> place(String path) {
        try {
            Path place = root.resolve(path).normalize();
            return place.startsWith(root) && !hidden.contains(name(place)) ? Optional.of(place) : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static boolean readable(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Optional<SourceText> text(String name, Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Optional.of(new SourceText(name, text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
