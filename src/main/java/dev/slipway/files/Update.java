package dev.slipway.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what is to be done to each file of a tree, and what the manifest will say; then does it. */
final class Update {
    private final Tree tree;
    private final Manifest last;
    private final Resolution how;
    private final SourceConfig config;
    private final Locked locked;
    private final Map<String, byte[]> writes = new LinkedHashMap<>();
    private final Map<String, Existing> rescues = new LinkedHashMap<>();
    private final Map<String, String> saved = new LinkedHashMap<>();
    private final List<String> deletes = new ArrayList<>();
    private final List<String> adopted = new ArrayList<>();
    private final List<String> leftAlone = new ArrayList<>();
    private final Map<String, Set<String>> hashes = new TreeMap<>();
    private final Map<String, String> alone = new LinkedHashMap<>();

    Update(Tree tree, Manifest last, Resolution how, SourceConfig config, Locked locked) {
        this.tree = tree;
        this.last = last;
        this.how = how;
        this.config = config;
        this.locked = locked;
    }

    void plan(FileDrift file) throws IOException {
        String path = file.path();
        Optional<Existing> there = tree.read(path);
        if (!there.map(Existing::text).equals(file.before())) {
            throw new IOException("'" + path + "' has changed since it was compared; run slipway again");
        }
        if (file.touched() && how == Resolution.ADOPT) {
            adopted.add(path);
            hashes.put(path, Set.of(there.orElseThrow().fingerprint(path, locked) + Manifest.ADOPTED));
        } else if (file.after().isPresent()) {
            planText(file, file.after().get(), there);
        } else if (file.touched() && how != Resolution.FORCE) {
            leftAlone.add(path);
            hashes.put(path, last.hashesOf(path));
        } else {
            rescue(file, there);
            deletes.add(path);
        }
    }

    /** Adds a new file that no manifest records. */
    void add(String path, String text) throws IOException {
        if (!tree.isFree(path)) {
            throw new IOException("'" + path + "' already exists; nothing was written");
        }
        alone.put(path, text);
    }

    private void planText(FileDrift file, String text, Optional<Existing> there) {
        hashes.put(file.path(), Set.of(Fingerprint.of(file.path(), locked.undo(text))));
        if (file.verdict() != Verdict.CURRENT) {
            rescue(file, there);
            writes.put(file.path(), encode(text, there));
        }
    }

    private void rescue(FileDrift file, Optional<Existing> there) {
        if (file.touched()) {
            there.ifPresent(existing -> rescues.put(file.path(), existing));
        }
    }

    /**
     * Does it all or nothing. Until everything is in place the manifest holds the old hashes and the new ones, so that
     * after a kill half-way each file is still known as slipway's own.
     */
    Applied run(String version) throws IOException {
        Optional<Existing> manifest = tree.read(config.manifest());
        String recorded = manifest(version, hashes);
        try (Transaction transaction = new Transaction(tree)) {
            for (Map.Entry<String, String> file : alone.entrySet()) {
                transaction.write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            if (!writes.isEmpty() || !deletes.isEmpty()) {
                String meanwhile = manifest(version, oldAndNewHashes());
                prepareCopies(transaction);
                transaction.write(config.manifest(), encode(meanwhile, manifest));
                prepareFiles(transaction);
                if (hashes.isEmpty()) {
                    transaction.delete(config.manifest());
                } else {
                    transaction.write(config.manifest(), encode(recorded, manifest));
                }
            } else if (!manifest.map(there -> there.holds(recorded)).orElse(false)) {
                transaction.write(config.manifest(), encode(recorded, manifest));
            }
            transaction.commit();
        }
        return new Applied(List.copyOf(writes.keySet()), deletes, saved, adopted, leftAlone);
    }

    private void prepareCopies(Transaction transaction) throws IOException {
        for (Map.Entry<String, Existing> rescue : rescues.entrySet()) {
            String copy = copyOf(rescue.getKey(), rescue.getValue());
            if (tree.isFree(copy)) {
                transaction.write(copy, rescue.getValue().bytes(), rescue.getKey());
            }
            saved.put(rescue.getKey(), copy);
        }
    }

    private void prepareFiles(Transaction transaction) throws IOException {
        for (String path : deletes) {
            transaction.delete(path);
        }
        for (Map.Entry<String, byte[]> write : writes.entrySet()) {
            transaction.write(write.getKey(), write.getValue());
        }
    }

    private String manifest(String version, Map<String, Set<String>> known) {
        return Manifest.of(version, config.recorded(), known).text();
    }

    private Map<String, Set<String>> oldAndNewHashes() {
        Map<String, Set<String>> both = new TreeMap<>();
        last.files().forEach((path, known) -> both.put(path, new TreeSet<>(known)));
        hashes.forEach((path, known) ->
                both.computeIfAbsent(path, name -> new TreeSet<>()).addAll(known));
        return both;
    }

    /** The first free name for a copy; a copy that is there already is good enough. */
    private String copyOf(String path, Existing existing) throws IOException {
        String copy = path + ".orig";
        for (int n = 1; !tree.isFree(copy); n++) {
            if (holds(copy, existing.bytes())) {
                return copy;
            }
            copy = path + ".orig." + n;
        }
        return copy;
    }

    private boolean holds(String copy, byte[] bytes) {
        try {
            return Arrays.equals(tree.bytes(copy).orElse(null), bytes);
        } catch (IOException noFile) {
            return false;
        }
    }

    private static byte[] encode(String text, Optional<Existing> there) {
        return there.map(existing -> existing.encode(text)).orElseGet(() -> text.getBytes(StandardCharsets.UTF_8));
    }
}
