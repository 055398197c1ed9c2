package dev.slipway.run.local.artifact;

import dev.slipway.disk.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The artifacts of one run, kept in a folder as GitHub keeps them: a zip of names and contents, without modes, links and
 * empty folders. Jobs may use it at the same time.
 *
 * @see UploadArtifact
 * @see DownloadArtifact
 */
public final class Artifacts {
    /** Equal files give an equal zip, whenever they are uploaded. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path folder;
    private final Run run;
    private final Set<String> names = new HashSet<>();
    private final Map<Long, Artifact> kept = new TreeMap<>();
    private long last;

    /**
     * A store without artifacts.
     *
     * @param folder where they are kept; made if it does not exist
     */
    public Artifacts(Path folder, Run run) {
        this.folder = folder;
        this.run = run;
    }

    /**
     * The run that the artifacts are of.
     *
     * @param server such as {@code https://github.com}
     * @param repository such as {@code owner/name}
     * @param id such as {@code 1234}
     */
    public record Run(String server, String repository, String id) {
        String address(Artifact artifact) {
            return server + "/" + repository + "/actions/runs/" + id + "/artifacts/" + artifact.id();
        }
    }

    /**
     * A file to keep.
     *
     * @param source where it is; links are followed
     * @param name what it is called in the artifact, with slashes
     */
    record Item(Path source, String name) {}

    /** All that were uploaded, oldest first. */
    public synchronized List<Artifact> all() {
        return List.copyOf(kept.values());
    }

    /** The one of a name, if it was uploaded. */
    public Optional<Artifact> named(String name) {
        return all().stream().filter(artifact -> artifact.name().equals(name)).findFirst();
    }

    /**
     * The files of an artifact that begin in a certain way.
     *
     * @param length how many bytes of each are looked at
     */
    public List<String> files(Artifact artifact, int length, Predicate<byte[]> beginning) throws IOException {
        if (!artifact.archived()) {
            try (InputStream in = Files.newInputStream(content(artifact))) {
                return beginning.test(in.readNBytes(length)) ? artifact.files() : List.of();
            }
        }
        List<String> found = new ArrayList<>();
        try (ZipFile zip = new ZipFile(content(artifact).toFile())) {
            for (String file : artifact.files()) {
                try (InputStream in = zip.getInputStream(zip.getEntry(file))) {
                    if (beginning.test(in.readNBytes(length))) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    Run run() {
        return run;
    }

    /** As GitHub lists them: the newest first. */
    List<Artifact> newestFirst() {
        return all().stream()
                .sorted(Comparator.comparingLong(Artifact::id).reversed())
                .toList();
    }

    Path content(Artifact artifact) {
        return file(artifact.id(), artifact.archived());
    }

    private Path file(long id, boolean archived) {
        return folder.resolve(id + (archived ? ".zip" : ".file"));
    }

    /** Forgets the artifact of a name, if there is one. */
    synchronized void delete(String name) throws IOException {
        Optional<Artifact> old = named(name);
        if (old.isPresent()) {
            kept.remove(old.get().id());
            names.remove(name);
            Files.deleteIfExists(content(old.get()));
        }
    }

    /** Keeps files as a zip. */
    Artifact add(String name, String jobId, List<Item> items, int level) throws IOException {
        return add(name, jobId, true, items, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(level);
            for (Item item : items) {
                ZipEntry entry = new ZipEntry(item.name());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                copy(item, zip);
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    /** Keeps one file as it is, under its own name. */
    Artifact add(String jobId, Item item) throws IOException {
        return add(item.name(), jobId, false, List.of(item), out -> copy(item, out));
    }

    /**
     * Keeps every file of a folder, as if a job had uploaded it.
     *
     * @throws ActionFailed if the folder has no file, or the name is taken
     */
    public Artifact take(String name, String jobId, Path built) throws IOException {
        List<Item> items = new ArrayList<>();
        try (Stream<Path> files = Files.walk(built)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> items.add(new Item(
                            file,
                            built.relativize(file)
                                    .toString()
                                    .replace(file.getFileSystem().getSeparator(), "/"))));
        }
        if (items.isEmpty()) {
            throw new ActionFailed("the folder of the artifact '" + name + "' has no file");
        }
        return add(name, jobId, items, 1);
    }

    private Artifact add(String name, String jobId, boolean archived, List<Item> items, Content content)
            throws IOException {
        long id = reserve(name);
        Files.createDirectories(folder);
        Path file = file(id, archived);
        MessageDigest digest = HashFiles.sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            content.write(out);
        }
        Artifact artifact = new Artifact(
                id,
                name,
                jobId,
                archived,
                items.stream().map(Item::name).toList(),
                Files.size(file),
                HexFormat.of().formatHex(digest.digest()));
        synchronized (this) {
            kept.put(id, artifact);
        }
        return artifact;
    }

    private synchronized long reserve(String name) {
        if (!names.add(name)) {
            String by = named(name)
                    .map(artifact -> " by the job " + artifact.jobId())
                    .orElse("");
            throw new ActionFailed("an artifact '" + name + "' was uploaded before in this run" + by
                    + ": give each its own name, or write 'overwrite: true'");
        }
        return ++last;
    }

    private static void copy(Item item, OutputStream out) throws IOException {
        try (InputStream in = RegularFile.open(item.source(), item.name())) {
            in.transferTo(out);
        }
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }
}
