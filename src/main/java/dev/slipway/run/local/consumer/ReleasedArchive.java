package dev.slipway.run.local.consumer;

import dev.slipway.archive.Entry;
import dev.slipway.archive.TarEntries;
import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What is in an archive of a release: its entries as they are recorded there, in their order. */
public record ReleasedArchive(List<Entry> entries) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Programs that make a plain tar of what Java does not read: {@code IN} is the archive, {@code OUT} the tar. */
    private static final List<Conversion> CONVERSIONS = List.of(
            new Conversion(List.of(".tar.zst", ".tzst"), List.of("zstd", "-d", "-q", "-f", "-o", "OUT", "IN")),
            new Conversion(
                    List.of(".tar.xz", ".txz"), List.of("sh", "-c", "xz -dc < \"$1\" > \"$2\"", "sh", "IN", "OUT")),
            new Conversion(
                    List.of(".tar.bz2", ".tbz"), List.of("sh", "-c", "bzip2 -dc < \"$1\" > \"$2\"", "sh", "IN", "OUT")),
            new Conversion(
                    List.of(".7z", ".tar.xz", ".txz", ".tar.zst", ".tzst", ".tar.bz2", ".tbz"),
                    List.of("bsdtar", "-cf", "OUT", "@IN")));

    public ReleasedArchive {
        entries = List.copyOf(entries);
    }

    /** @param words a program with its arguments */
    private record Conversion(List<String> endings, List<String> words) {
        boolean takes(String name) {
            return endings.stream().anyMatch(name::endsWith);
        }
    }

    /** Whether a file of this name is an archive. */
    public static boolean named(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        return low.endsWith(".zip")
                || isGzip(low)
                || low.endsWith(".tar")
                || CONVERSIONS.stream().anyMatch(it -> it.takes(low));
    }

    /**
     * Reads an archive: {@code .tar}, {@code .tar.gz} and {@code .zip} alone, {@code .tar.xz}, {@code .tar.zst},
     * {@code .tar.bz2} and {@code .7z} with a program of this machine.
     *
     * @param file its name says what it is
     * @param work an existing folder for what is made on the way
     * @param env all variables that such a program sees
     * @throws IOException if the archive is damaged; the message says how
     */
    public static ReleasedArchive read(Path file, Path work, Map<String, String> env) throws IOException {
        String low = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (low.endsWith(".zip")) {
            return new ReleasedArchive(ZipEntries.read(file));
        }
        if (isGzip(low)) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
                return new ReleasedArchive(new TarEntries(in).read());
            }
        }
        if (low.endsWith(".tar")) {
            return tar(file);
        }
        Path tar = Files.createTempFile(work, "archive-", ".tar");
        try {
            convert(low, file, tar, work, env);
            return tar(tar);
        } finally {
            Files.deleteIfExists(tar);
        }
    }

    /** The entry of a name. */
    public Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private static boolean isGzip(String name) {
        return name.endsWith(".tar.gz") || name.endsWith(".tgz");
    }

    private static ReleasedArchive tar(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new ReleasedArchive(new TarEntries(in).read());
        }
    }

    private static void convert(String name, Path file, Path tar, Path work, Map<String, String> env)
            throws IOException {
        List<String> problems = new ArrayList<>();
        for (Conversion conversion : CONVERSIONS) {
            if (conversion.takes(name)) {
                List<String> words = conversion.words().stream()
                        .map(word -> word.replace("IN", file.toString()).replace("OUT", tar.toString()))
                        .toList();
                List<String> said = new ArrayList<>();
                End end = LocalProcess.start(words, env, work, said::add, LONGEST);
                if (end.succeeded()) {
                    return;
                }
                problems.add(said.isEmpty() ? end.problem() : said.get(said.size() - 1));
            }
        }
        throw new IOException("cannot be read: " + String.join("; ", problems));
    }
}
