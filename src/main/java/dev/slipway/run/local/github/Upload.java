package dev.slipway.run.local.github;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that is to be uploaded to a release.
 *
 * @param label what people see instead of its name, or nothing
 */
record Upload(Path file, String label) {
    /** The name that it gets. */
    String name() {
        return Asset.nameOf(file.getFileName().toString());
    }

    /**
     * Finds files by their names, or by patterns, with a label behind a {@code #}.
     *
     * @throws Failure if there is no such file
     */
    static List<Upload> all(GhContext context, List<String> words) {
        List<Upload> uploads = new ArrayList<>();
        for (String word : words) {
            int mark = word.indexOf('#');
            String name = mark > 0 ? word.substring(0, mark) : word;
            String label = mark > 0 ? word.substring(mark + 1) : "";
            Path path = context.path(name);
            List<Path> found = Files.exists(path) ? List.of(path) : matching(path);
            if (found.isEmpty()) {
                throw new Failure("no matches found for `" + name + "`");
            }
            for (Path file : found) {
                if (!Files.isRegularFile(file)) {
                    throw new Failure("read " + name + ": is a directory");
                }
                uploads.add(new Upload(file, label));
            }
        }
        return uploads;
    }

    private static List<Path> matching(Path pattern) {
        Path folder = pattern.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, pattern.getFileName().toString())) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }
}
