package dev.slipway.run.local.artifact;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds files as GitHub's own actions do: several lines of patterns, of which later ones add to or, with {@code !},
 * take away from what earlier ones found. Empty lines and those that start with {@code #} mean nothing.
 *
 * @see <a href="https://github.com/actions/toolkit/tree/main/packages/glob">@actions/glob</a>
 */
public final class FileSearch {
    /** Names in the order in which Node.js lists a folder: byte by byte. */
    private static final Comparator<Path> BY_NAME = (one, other) -> Arrays.compareUnsigned(
            one.getFileName().toString().getBytes(StandardCharsets.UTF_8),
            other.getFileName().toString().getBytes(StandardCharsets.UTF_8));

    private final List<FilePattern> patterns;

    private FileSearch(List<FilePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * What counts as found.
     *
     * @param followSymbolicLinks whether links stand for what they point to; those that point to nothing are left out
     * @param implicitDescendants whether a folder stands for everything below it
     * @param matchDirectories whether folders are found as well
     * @param excludeHiddenFiles whether names that start with a dot are left out, with all below them
     */
    public record Options(
            boolean followSymbolicLinks,
            boolean implicitDescendants,
            boolean matchDirectories,
            boolean excludeHiddenFiles) {
        /** The default of the library. */
        public static final Options DEFAULT = new Options(true, true, true, false);

        public Options withFollowSymbolicLinks(boolean follow) {
            return new Options(follow, implicitDescendants, matchDirectories, excludeHiddenFiles);
        }

        public Options withExcludeHiddenFiles(boolean exclude) {
            return new Options(followSymbolicLinks, implicitDescendants, matchDirectories, exclude);
        }
    }

    /**
     * Reads patterns, one a line.
     *
     * @param folder what relative patterns are relative to
     * @param home what a leading {@code ~} stands for
     * @throws ActionFailed if a pattern has {@code .} or {@code ..} inside, or is nothing but {@code !}
     */
    public static FileSearch of(String patterns, Path folder, Path home) {
        return new FileSearch(patterns.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> FilePattern.read(line, folder, home))
                .toList());
    }

    /** Where it searches: the part before the first wildcard of each pattern, none of them below another. */
    public List<Path> roots() {
        List<Path> starts = patterns.stream()
                .filter(pattern -> !pattern.excludes())
                .map(FilePattern::start)
                .distinct()
                .toList();
        return starts.stream()
                .filter(start -> starts.stream().noneMatch(other -> !other.equals(start) && start.startsWith(other)))
                .toList();
    }

    /**
     * What is found: folder by folder, a folder before what is in it, names byte by byte.
     *
     * @throws IOException if a file or folder on the way cannot be read, such as a link that leads to itself
     */
    public List<Path> find(Options options) throws IOException {
        List<FilePattern> all = new ArrayList<>();
        for (FilePattern pattern : patterns) {
            all.add(pattern);
            if (options.implicitDescendants() && (pattern.foldersOnly() || !pattern.endsDeep())) {
                all.add(pattern.below());
            }
        }
        Walk walk = new Walk(all, options, new ArrayList<>());
        for (Path root : roots()) {
            if (attributes(root, false).isPresent()) {
                walk.visit(root, FilePattern.names(root), List.of());
            }
        }
        return List.copyOf(walk.found);
    }

    private static Optional<BasicFileAttributes> attributes(Path path, boolean follow) throws IOException {
        try {
            LinkOption[] links = follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, links));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private record Walk(List<FilePattern> patterns, Options options, List<Path> found) {
        /**
         * Looks at a file or folder and at all below it.
         *
         * @param above the folders it is in, without links: a folder that is inside of itself is left out
         */
        void visit(Path path, List<String> names, List<Path> above) throws IOException {
            boolean file = false;
            boolean folder = false;
            boolean further = false;
            for (FilePattern pattern : patterns) {
                if (pattern.path().matches(names)) {
                    folder = !pattern.excludes();
                    file = pattern.foldersOnly() ? file : folder;
                }
                further = further || !pattern.excludes() && pattern.path().mayStartWith(names);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("the search for files was interrupted");
            }
            if (!file && !folder && !further) {
                return;
            }
            Optional<BasicFileAttributes> attributes = attributes(path, options.followSymbolicLinks());
            if (attributes.isEmpty()) {
                return;
            }
            List<Path> chain = above;
            if (attributes.get().isDirectory() && options.followSymbolicLinks()) {
                Path real = path.toRealPath();
                if (above.contains(real)) {
                    return;
                }
                chain = Stream.concat(above.stream(), Stream.of(real)).toList();
            }
            if (options.excludeHiddenFiles() && names.get(names.size() - 1).startsWith(".")) {
                return;
            }
            if (!attributes.get().isDirectory()) {
                if (file) {
                    found.add(path);
                }
                return;
            }
            if (folder && options.matchDirectories()) {
                found.add(path);
            }
            for (Path child : children(path)) {
                visit(child, FilePattern.names(child), chain);
            }
        }

        private static List<Path> children(Path folder) throws IOException {
            try (Stream<Path> children = Files.list(folder)) {
                return children.sorted(BY_NAME).toList();
            }
        }
    }
}
