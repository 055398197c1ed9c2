package dev.slipway.detect.files;

import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.disk.Unreadable;
import dev.slipway.source.Finding;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import dev.slipway.source.Wildcard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a repository, read forgivingly: what is missing or outside is not there, and what is there but cannot be
 * read is noted and counts as missing.
 */
public final class RepositoryFiles {
    /** No file system has longer names. */
    private static final int LONGEST = 255;

    private final Path root;
    private final Path base;
    private final Checkout checkout;
    private final Set<String> hidden;
    private final Map<String, Finding> refused;
    private final boolean none;

    /**
     * @param root the absolute path of the directory
     * @param hidden the paths of files that count as missing
     */
    public RepositoryFiles(Path root, Set<String> hidden) {
        this.root = root;
        this.base = root;
        this.hidden = Set.copyOf(hidden);
        this.refused = new TreeMap<>();
        this.none = false;
        try {
            this.checkout = Checkout.in(root);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private RepositoryFiles(RepositoryFiles all, String folder, boolean none) {
        this.root = all.root;
        this.base = all.base.resolve(folder);
        this.checkout = all.checkout;
        this.hidden = all.hidden;
        this.refused = all.refused;
        this.none = none;
    }

    /** The same files, with paths from a folder: a file {@code main.c} of {@code below("src")} is {@code src/main.c} here. */
    public RepositoryFiles below(String folder) {
        return new RepositoryFiles(this, folder, none);
    }

    /** None of them, as on a machine that checks nothing out. */
    public RepositoryFiles none() {
        return new RepositoryFiles(this, "", true);
    }

    /** What was asked for and is there, but cannot be read. */
    public List<Finding> refused() {
        return List.copyOf(refused.values());
    }

    /** The text of a file; bytes that are no UTF-8 become replacement characters. */
    public Optional<SourceText> read(String path) {
        try {
            Optional<String> place = place(path).filter(name -> !checkout.hasFolder(name));
            return place.isEmpty()
                    ? Optional.empty()
                    : checkout.bytes(place.get(), limit(path)).map(bytes -> text(path, bytes));
        } catch (Unreadable file) {
            note(file);
            return Optional.empty();
        }
    }

    public boolean has(String path) {
        Optional<String> place = place(path);
        boolean there = place.filter(checkout::has).isPresent();
        if (!there && place.filter(checkout::isTaken).isPresent()) {
            read(path); // which notes why it is none
        }
        return there;
    }

    public boolean hasDirectory(String path) {
        return place(path).filter(checkout::hasFolder).isPresent();
    }

    /** The names in a directory, sorted; none if there is no such directory. */
    public List<String> list(String directory) {
        try {
            Optional<String> place = place(directory);
            return place.isEmpty()
                    ? List.of()
                    : checkout.list(place.get()).stream()
                            .filter(entry ->
                                    !hidden.contains(place.get().isEmpty() ? entry : place.get() + "/" + entry))
                            .toList();
        } catch (Unreadable folder) {
            note(folder);
            return List.of();
        }
    }

    /** Whether a pattern without {@code **} fits a file. */
    public boolean matches(String pattern) {
        int slash = pattern.lastIndexOf('/');
        String folder = slash < 0 ? "." : pattern.substring(0, slash);
        Wildcard names = Wildcard.of(pattern.substring(slash + 1), Wildcard.Dialect.PATH);
        return list(folder).stream().anyMatch(names::matches);
    }

    /** A path without {@code .} and {@code ..}, which names one file in one way. */
    public static String plain(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("[/\\\\]+")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static Limit limit(String path) {
        return path.endsWith(".toml") || path.endsWith(".xml") || path.endsWith("rust-toolchain")
                ? Limit.MANIFEST
                : Limit.SOURCE;
    }

    private void note(Unreadable file) {
        refused.put(
                file.path(),
                new Finding(
                        "detect",
                        Severity.ERROR,
                        file.path(),
                        Span.START,
                        "the file " + file.reason() + ", so it is treated as missing",
                        file.help()));
    }

    /** A path from the root, if it is below the root, not hidden and not in {@code .git}: scripts ask whether there is a {@code .git}. */
    private Optional<String> place(String path) {
        try {
            Path place = base.resolve(path).normalize();
            String name = root.relativize(place).toString().replace('\\', '/');
            boolean tooLong = Stream.of(name.split("/")).anyMatch(part -> part.length() > LONGEST);
            boolean own = name.equals(".git") || name.startsWith(".git/");
            return !none && place.startsWith(root) && !own && !tooLong && !hidden.contains(name)
                    ? Optional.of(name)
                    : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static SourceText text(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new SourceText(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
