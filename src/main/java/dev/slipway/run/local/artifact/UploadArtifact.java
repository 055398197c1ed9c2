package dev.slipway.run.local.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What actions/upload-artifact v7 does, its files kept on this machine. How long GitHub keeps them
 * ({@code retention-days}) is read and has no effect.
 *
 * @see <a href="https://github.com/actions/upload-artifact">actions/upload-artifact</a>
 */
public final class UploadArtifact {
    private static final String NOT_IN_FILES = "\":<>|*?\r\n";
    private static final String NOT_IN_NAMES = NOT_IN_FILES + "\\/";

    private final Artifacts artifacts;

    public UploadArtifact(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    /**
     * What came of it.
     *
     * @param artifact empty if nothing was found and that is no error
     * @param outputs of the step: {@code artifact-id}, {@code artifact-url}, {@code artifact-digest}
     * @param warnings that the step shows
     */
    public record Result(Optional<Artifact> artifact, Map<String, String> outputs, List<String> warnings) {
        public Result {
            outputs = Map.copyOf(outputs);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Uploads what the step's {@code path} finds.
     *
     * @param given the step's {@code with}
     * @param workspace what relative paths are relative to
     * @param home what a leading {@code ~} stands for
     * @param jobId the job of the step
     * @throws ActionFailed if an input is wrong, nothing is found and that is an error, the name is taken, or a name has
     *     a character that some disk cannot hold
     */
    public Result run(Map<String, String> given, Path workspace, Path home, String jobId) throws IOException {
        StepInputs inputs = new StepInputs(given);
        String path = inputs.required("path");
        boolean overwrite = inputs.flag("overwrite", false);
        boolean hidden = inputs.flag("include-hidden-files", false);
        boolean archive = inputs.flag("archive", true);
        String none = inputs.text("if-no-files-found", "warn");
        if (!Set.of("warn", "error", "ignore").contains(none)) {
            throw new ActionFailed("'if-no-files-found' is '" + none + "': write warn, error or ignore");
        }
        inputs.number("retention-days", 0);
        int level = inputs.number("compression-level", 6);
        if (level < 0 || level > 9) {
            throw new ActionFailed("'compression-level' is " + level + ": write a number from 0 to 9");
        }
        FileSearch search = FileSearch.of(path, workspace.toRealPath(), home);
        List<Path> files = new ArrayList<>();
        for (Path found : search.find(FileSearch.Options.DEFAULT.withExcludeHiddenFiles(!hidden))) {
            if (!Files.isDirectory(found)) {
                files.add(found);
            }
        }
        if (files.isEmpty()) {
            return nothing(none, path, hidden);
        }
        if (!archive && files.size() > 1) {
            throw new ActionFailed("'archive: false' uploads a single file, and 'path' finds " + files.size()
                    + ": name one file, or leave 'archive' out");
        }
        String name = inputs.text("name", "artifact");
        if (overwrite) {
            artifacts.delete(name);
        }
        Artifact artifact =
                archive ? zipped(name, jobId, files, root(search.roots(), files), level) : plain(jobId, files.get(0));
        return new Result(
                Optional.of(artifact),
                Map.of(
                        "artifact-id", String.valueOf(artifact.id()),
                        "artifact-digest", artifact.digest(),
                        "artifact-url", artifacts.run().address(artifact)),
                twins(files));
    }

    private static Result nothing(String none, String path, boolean hidden) {
        String message = "'path' matches no file, so nothing is uploaded: " + path
                + (hidden ? "" : " (names that start with a dot need 'include-hidden-files: true')");
        if (none.equals("error")) {
            throw new ActionFailed(message);
        }
        return new Result(Optional.empty(), Map.of(), none.equals("warn") ? List.of(message) : List.of());
    }

    /** The folder that names in the artifact are relative to. */
    private static Path root(List<Path> roots, List<Path> files) {
        if (roots.size() == 1) {
            Path only = roots.get(0);
            return files.equals(List.of(only)) ? parent(only) : only;
        }
        Optional<Path> common = Optional.of(roots.get(0));
        while (common.isPresent() && !within(common.get(), roots)) {
            common = common.map(Path::getParent);
        }
        return common.orElseThrow(() ->
                new ActionFailed("'path' names files on several disks: upload the files of each disk separately"));
    }

    private static boolean within(Path folder, List<Path> paths) {
        return paths.stream().allMatch(path -> path.startsWith(folder));
    }

    private static Path parent(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(path);
    }

    private Artifact zipped(String name, String jobId, List<Path> files, Path root, int level) throws IOException {
        checkName(name);
        List<Artifacts.Item> items = new ArrayList<>();
        for (Path file : files) {
            String inside = root.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
            checkCharacters("the file", inside, NOT_IN_FILES);
            items.add(new Artifacts.Item(file, inside));
        }
        return artifacts.add(name, jobId, items, level);
    }

    private Artifact plain(String jobId, Path file) throws IOException {
        String name = file.getFileName().toString();
        checkName(name);
        return artifacts.add(jobId, new Artifacts.Item(file, name));
    }

    private static void checkName(String name) {
        if (name.isEmpty()) {
            throw new ActionFailed("the name of the artifact is empty: write one, or leave 'name' out");
        }
        checkCharacters("the artifact", name, NOT_IN_NAMES);
    }

    private static void checkCharacters(String what, String name, String refused) {
        name.chars().filter(c -> refused.indexOf(c) >= 0).findFirst().ifPresent(c -> {
            throw new ActionFailed(what + " '" + name + "' has " + said((char) c)
                    + " in its name, which not every system supports: give it another name");
        });
    }

    private static String said(char c) {
        return switch (c) {
            case '\r' -> "a carriage return";
            case '\n' -> "a line feed";
            default -> "a " + c;
        };
    }

    /** Files that differ in case only overwrite each other on macOS and Windows. */
    private static List<String> twins(List<Path> files) {
        Set<String> seen = new HashSet<>();
        return files.stream()
                .map(Path::toString)
                .filter(file -> !seen.add(file.toLowerCase(Locale.ROOT)))
                .map(file -> "another file has the name '" + file
                        + "' except for case: macOS and Windows keep only one of them")
                .toList();
    }
}
