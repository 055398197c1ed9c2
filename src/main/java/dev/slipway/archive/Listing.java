package dev.slipway.archive;

import dev.slipway.archive.Entry.Kind;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * What is in an archive that somebody has downloaded, read without writing anything: {@code .tar.gz} and {@code .zip}, or
 * the list that {@code tar -tf} prints of any other.
 *
 * @param entries in their order
 */
public record Listing(List<Entry> entries) {
    /** As much as a large archive unpacks to; a bomb ends here. */
    private static final long MOST_BYTES = 2L << 30;

    private static final int MOST_ENTRIES = 50_000;
    private static final int LONGEST_NAME = 4096;

    public Listing {
        entries = List.copyOf(entries);
    }

    /**
     * Reads an archive by what its bytes begin with.
     *
     * @param name the file as messages name it
     * @throws IOException if it is neither such an archive nor a list, or is damaged; the message says how
     */
    public static Listing read(String name, byte[] bytes) throws IOException {
        try {
            List<Entry> entries = entries(bytes);
            if (entries.isEmpty()) {
                throw new IOException("it is empty");
            }
            return new Listing(entries);
        } catch (IOException damaged) {
            throw new IOException("'" + name + "' cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    private static List<Entry> entries(byte[] bytes) throws IOException {
        if (starts(bytes, 0x1f, 0x8b)) {
            return tar(new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16));
        }
        if (starts(bytes, 'P', 'K')) {
            return zip(bytes);
        }
        if (bytes.length > 262 && new String(bytes, 257, 5, StandardCharsets.US_ASCII).equals("ustar")) {
            return tar(new ByteArrayInputStream(bytes));
        }
        boolean packed = starts(bytes, 0xfd, '7', 'z', 'X', 'Z')
                || starts(bytes, 0x28, 0xb5, 0x2f, 0xfd)
                || starts(bytes, 'B', 'Z', 'h')
                || starts(bytes, '7', 'z', 0xbc, 0xaf);
        if (packed) {
            throw new IOException(
                    "Java unpacks gzip and zip only\n  pass the list of its files instead: tar -tf ARCHIVE > files.txt");
        }
        return list(new String(bytes, StandardCharsets.UTF_8));
    }

    private static boolean starts(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<Entry> tar(InputStream in) throws IOException {
        List<Entry> entries = new TarEntries(new Bounded(in)).read();
        if (entries.size() > MOST_ENTRIES) {
            throw new IOException("it has more than " + MOST_ENTRIES + " entries");
        }
        return entries;
    }

    private static List<Entry> zip(byte[] bytes) throws IOException {
        List<Entry> entries = new ArrayList<>();
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                long size = 0;
                for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
                    size += count;
                    all += count;
                    if (all > MOST_BYTES) {
                        throw tooLarge();
                    }
                }
                add(entries, entry.getName(), size);
            }
        } catch (IllegalArgumentException name) {
            throw new ZipException("it contains a name that is not text");
        }
        return entries;
    }

    private static List<Entry> list(String text) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.chars().anyMatch(c -> c < ' ' || c == '\uFFFD')) {
                throw new IOException("it is neither an archive nor a list of files");
            }
            if (!line.isBlank()) {
                add(entries, line, 0);
            }
        }
        return entries;
    }

    private static void add(List<Entry> entries, String path, long size) throws IOException {
        if (entries.size() == MOST_ENTRIES) {
            throw new IOException("it has more than " + MOST_ENTRIES + " entries");
        }
        if (path.length() > LONGEST_NAME) {
            throw new IOException("it has a name of more than " + LONGEST_NAME + " characters");
        }
        String name = path.replace('\\', '/');
        entries.add(new Entry(Entry.plain(name), name.endsWith("/") ? Kind.FOLDER : Kind.FILE, 0, size, ""));
    }

    /** The files, but not those that systems add by themselves. */
    public List<Entry> files() {
        return entries.stream()
                .filter(entry -> entry.kind() != Kind.FOLDER)
                .filter(entry -> !entry.name().startsWith("__MACOSX/")
                        && !entry.name().toLowerCase(Locale.ROOT).endsWith(".ds_store"))
                .toList();
    }

    private static IOException tooLarge() {
        return new IOException("it unpacks to more than " + (MOST_BYTES >> 30) + " GiB");
    }

    /** Stops if more comes out than any release contains. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        private int count(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                throw tooLarge();
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return count(in.read(buffer, from, length));
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = in.skip(wanted);
            count((int) Math.min(Integer.MAX_VALUE, skipped));
            return skipped;
        }
    }
}
