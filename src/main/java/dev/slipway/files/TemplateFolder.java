package dev.slipway.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project's own templates, which stand in for ours of the same name. */
public final class TemplateFolder {
    /** Where they lie, from the top of the repository. */
    public static final String PATH = ".slipway/templates";

    private static final long LARGEST = 1 << 20;

    private TemplateFolder() {}

    /**
     * The texts by their names, such as {@code scripts/package.sh}.
     *
     * @throws IOException where one is no regular file of the repository, or larger than any template
     */
    public static Map<String, String> read(Path repository) throws IOException {
        Path folder = repository;
        for (String part : PATH.split("/")) {
            folder = folder.resolve(part);
            if (Files.isSymbolicLink(folder)) {
                throw new IOException(
                        "'" + repository.relativize(folder) + "' is a symbolic link; templates are files");
            }
        }
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        List<Path> found;
        try (Stream<Path> all = Files.walk(folder, 3)) {
            found = all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .toList();
        }
        Map<String, String> texts = new TreeMap<>();
        for (Path file : found) {
            texts.put(folder.relativize(file).toString().replace('\\', '/'), text(file));
        }
        return texts;
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("'" + file + "' is no regular file; templates are");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("'" + file + "' is larger than any template");
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException otherEncoding) {
            throw new IOException("'" + file + "' is not UTF-8; save it as UTF-8", otherEncoding);
        }
    }
}
