package dev.slipway.run.local;

import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.run.RowSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Artifacts that were built elsewhere, such as on the runners of a workflow: a folder for each, as actions/download-artifact
 * lays them out if it merges nothing.
 *
 * @param folders of the artifacts, by their names
 * @see <a href="https://github.com/actions/download-artifact#download-all-artifacts">Download all artifacts</a>
 */
public record BuiltElsewhere(Map<String, Path> folders) {
    /** Nothing was. */
    public static final BuiltElsewhere NOTHING = new BuiltElsewhere(Map.of());

    private static final String UPLOAD = "actions/upload-artifact";

    public BuiltElsewhere {
        folders = Collections.unmodifiableMap(new TreeMap<>(folders));
    }

    /**
     * The contents of a folder.
     *
     * @throws IOException if there is no such folder, or none in it
     */
    public static BuiltElsewhere in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("no such directory: '" + folder + "'");
        }
        Map<String, Path> folders = new TreeMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(Files::isDirectory)
                    .forEach(artifact -> folders.put(artifact.getFileName().toString(), artifact.toAbsolutePath()));
        }
        if (folders.isEmpty()) {
            throw new IOException(
                    "'" + folder + "' has no folder for an artifact: download artifacts without merging them");
        }
        return new BuiltElsewhere(folders);
    }

    /** Whether a row need not run anymore: something that it uploads exists. */
    boolean has(RowSetup row) {
        return uploads(row).anyMatch(folders::containsKey);
    }

    /** The names of the artifacts that no job uploads. */
    Set<String> unknown(Set<String> uploaded) {
        Set<String> names = new TreeSet<>(folders.keySet());
        names.removeAll(uploaded);
        return names;
    }

    private static Stream<String> uploads(RowSetup row) {
        return row.job().steps().stream()
                .filter(BuiltElsewhere::uploads)
                .filter(step -> !row.excludes(step))
                .map(step ->
                        Optional.ofNullable(((Uses) step).inputs().get("name")).orElse(Value.of("artifact")))
                .map(name -> row.value(name).text());
    }

    /** Whether a step uploads an artifact. */
    static boolean uploads(Step step) {
        return step instanceof Uses uses && uses.action().name().equals(UPLOAD);
    }
}
