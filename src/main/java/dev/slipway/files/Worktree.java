package dev.slipway.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A repository on disk, in which generated files are compared with what is wanted, or brought up to it. */
public final class Worktree {
    private final Tree tree;
    private final String version;
    private final SourceConfig config;

    /**
     * @param root the root of the repository
     * @param version this version of slipway, for the manifest
     */
    public Worktree(Path root, String version) {
        this(root, version, SourceConfig.USUAL);
    }

    /**
     * @param root the root of the repository
     * @param version this version of slipway, for the manifest
     * @param config the config that the files are made from
     */
    public Worktree(Path root, String version, SourceConfig config) {
        if (!version.matches("[0-9A-Za-z.+-]+")) {
            throw new IllegalArgumentException("not a version: '" + version + "'");
        }
        this.tree = new Tree(root.toAbsolutePath().normalize());
        this.version = version;
        this.config = config;
    }

    /** Says how far the tree is from what is wanted, and changes nothing. */
    public Drift compare(FileSet wanted, Pins pins) throws IOException {
        if (!Files.isDirectory(tree.root())) {
            throw new IOException("'" + tree.root() + "' is not a folder");
        }
        Manifest manifest = manifest();
        Comparison comparison = new Comparison(manifest, pins, new Configs(tree.root()), config);
        List<FileDrift> files = new ArrayList<>();
        for (GeneratedFile file : wanted.files()) {
            files.add(comparison.judge(file, tree.read(file.path())));
        }
        for (String path : manifest.files().keySet()) {
            if (wanted.file(path).isEmpty()) {
                tree.read(path)
                        .filter(there -> !comparison.isOthers(path, there))
                        .ifPresent(there -> files.add(comparison.judgeOrphan(path, there)));
            }
        }
        return new Drift(files, manifest.state(), manifest.version(), config.manifest(), pins.locked());
    }

    /**
     * Brings the tree up to what is wanted: all of it, or on any failure nothing.
     *
     * @throws Undecided if files would be destroyed that slipway did not write as they are
     * @throws IOException if the tree cannot be written, is not what was compared any more, or is being written to
     */
    public Applied apply(Drift drift, Resolution how) throws IOException {
        return apply(drift, how, Map.of());
    }

    /**
     * The same, together with new files that the manifest does not record.
     *
     * @param added their texts by their paths
     */
    public Applied apply(Drift drift, Resolution how, Map<String, String> added) throws IOException {
        List<FileDrift> undecided = drift.undecided(how);
        if (!undecided.isEmpty()) {
            throw new Undecided(undecided);
        }
        try (WriteLock lock = WriteLock.take(tree.root())) {
            Manifest last = manifest();
            if (lock.held()) {
                sweep(drift, last);
            }
            Update update = new Update(tree, last, how, config, drift.locked());
            for (FileDrift file : drift.files()) {
                update.plan(file);
            }
            for (Map.Entry<String, String> file : added.entrySet()) {
                update.add(file.getKey(), file.getValue());
            }
            return update.run(version);
        }
    }

    private Manifest manifest() throws IOException {
        return tree.read(config.manifest())
                .map(there -> Manifest.parse(there.text()))
                .orElseGet(Manifest::none);
    }

    private void sweep(Drift drift, Manifest last) throws IOException {
        Set<Path> folders = new TreeSet<>();
        List<String> paths = Stream.of(
                        drift.files().stream().map(FileDrift::path),
                        last.files().keySet().stream(),
                        Stream.of(config.manifest()))
                .flatMap(names -> names)
                .toList();
        for (String path : paths) {
            folders.add(tree.resolve(path).getParent());
        }
        for (Path folder : folders) {
            tree.sweep(folder);
        }
    }
}
