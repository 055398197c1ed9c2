package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.files.GeneratedFile;
import dev.slipway.files.TemplateFolder;
import dev.slipway.run.local.WorkTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of the work tree that differ from the last commit.
 *
 * @param changed files that git knows
 * @param unknown the config, templates and generated files that git does not know
 */
record UncommittedFiles(List<String> changed, List<String> unknown) {
    private static final int SHOWN = 3;

    static UncommittedFiles of(WorkTree tree, Project project, Generation generation) throws IOException {
        List<String> ours = new ArrayList<>(
                generation.files().files().stream().map(GeneratedFile::path).toList());
        ours.addAll(List.of(project.name(), TemplateFolder.PATH));
        return new UncommittedFiles(tree.changed(), tree.unknown(ours));
    }

    List<String> paths() {
        return Stream.concat(changed.stream(), unknown.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * A release cannot run without its generated files.
     *
     * @throws IOException if there are some that were never committed
     */
    void refuseGenerated(Generation generation) throws IOException {
        List<String> missing = generation.files().files().stream()
                .map(GeneratedFile::path)
                .filter(unknown::contains)
                .toList();
        if (!missing.isEmpty()) {
            throw new IOException(
                    "commit what 'slipway generate' wrote: the last commit does not have " + shown(missing));
        }
    }

    /** That they are not in what is rehearsed; nothing if there are none. */
    Optional<String> note() {
        List<String> paths = paths();
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of("not committed, so not rehearsed: changes to " + shown(paths));
    }

    private static String shown(List<String> paths) {
        String first = String.join(", ", paths.subList(0, Math.min(SHOWN, paths.size())));
        return paths.size() > SHOWN ? paths.size() + " files: " + first + " …" : first;
    }
}
