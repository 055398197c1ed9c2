package dev.slipway.files;

import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.disk.RegularFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Everything that a check has found to be in order: the bytes of each file that its answer depends on. A stamp holds as
 * long as one that is made again is the same. It keeps the bytes themselves, because the JVM takes longer to load a hash
 * function than to compare them.
 */
public final class Stamp {
    private static final String FORMAT = "slipway check 2";
    private static final int END = 0;
    private static final int CHECKSUM = 10; // nine digits and their end
    private static final int MOST_FILES = 1000;
    private static final int DEEPEST = 5;
    private static final long DAY = 24L * 60 * 60 * 1000;

    /** As {@code st_mode} of POSIX has it. */
    private static final int TYPE = 0170000;

    private static final int DIRECTORY = 0040000;
    private static final int WRITTEN_BY_OTHERS = 0022;

    /** The home folder of the user whose process this is, whatever the environment says. */
    private static final Path HOME = Path.of(System.getProperty("user.home", ""));

    private final Tree tree;
    private final Checkout checkout;

    private Stamp(Path root) throws IOException {
        this.tree = new Tree(root);
        this.checkout = Checkout.in(root);
    }

    /**
     * The stamp of a repository as it is.
     *
     * @param root the root of the repository, an absolute path
     * @param program what tells this program from every other
     * @param now the time in milliseconds; the stamp holds for a day
     * @param paths the files that count besides the configs at the root and everything in {@code .slipway}
     * @throws IOException if one of them is no plain file, or cannot be read
     */
    public static byte[] of(Path root, String program, long now, Collection<String> paths) throws IOException {
        return new Stamp(root).of(new Header(root.toString(), program, now, List.copyOf(paths)));
    }

    /** Whether a stamp holds; one that is missing, damaged, or of another program or time does not. */
    public static boolean holds(Path file, Path root, String program, long now) {
        try {
            if (!isOurs(folderOf(file), HOME)) {
                return false;
            }
            Optional<byte[]> stored = RegularFile.bytes(file, file.toString(), Limit.SOURCE);
            if (stored.isEmpty()) {
                return false;
            }
            byte[] bytes = stored.get();
            Optional<Header> header = Header.of(bytes).filter(it -> it.isFor(root, program, now));
            return header.isPresent() && Arrays.equals(bytes, new Stamp(root).of(header.get()));
        } catch (IOException | RuntimeException unknown) {
            return false;
        }
    }

    /**
     * Whether only we can put something into a folder: nobody else may write it, and it has the owner of another folder
     * that is ours. If files have no such owners, as on Windows, this is not checked: there the cache folder is below the
     * user's own.
     */
    static boolean isOurs(Path folder, Path home) throws IOException {
        if (!knowsOwners(folder)) {
            return true;
        }
        int mode = (Integer) Files.getAttribute(folder, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        return (mode & TYPE) == DIRECTORY
                && (mode & WRITTEN_BY_OTHERS) == 0
                && Files.exists(home)
                && Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                        .equals(Files.getAttribute(home, "unix:uid"));
    }

    private static Path folderOf(Path stamp) {
        return Objects.requireNonNull(stamp.getParent());
    }

    private static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** Stores a stamp; if that fails, there is none. */
    public static void keep(Path file, byte[] stamp) throws IOException {
        Path folder = folderOf(file);
        Files.createDirectories(folder);
        if (knowsOwners(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Path staged = file.resolveSibling(Tree.stagedName());
        try {
            Files.write(staged, stamp);
            Files.move(staged, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private byte[] of(Header header) throws IOException {
        SortedMap<String, Optional<byte[]>> files = new TreeMap<>();
        for (String path : header.paths()) {
            add(files, path);
        }
        for (String name : checkout.list(".")) {
            if (name.contains("slipway.") && name.endsWith(".yml")) { // every name that Configs knows
                add(files, name);
            }
        }
        addFolder(files, ".slipway", 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        header.write(bytes);
        for (SortedMap.Entry<String, Optional<byte[]>> file : files.entrySet()) {
            byte[] content = file.getValue().orElse(new byte[0]);
            write(bytes, file.getKey());
            write(bytes, file.getValue().isPresent() ? Integer.toString(content.length) : "absent");
            bytes.writeBytes(content);
        }
        write(bytes, checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    /** A text and an end that no path has. The JDK's own streams for data load fifty classes. */
    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write(END);
    }

    private void add(SortedMap<String, Optional<byte[]>> files, String path) throws IOException {
        if (files.size() == MOST_FILES) {
            throw new IOException("too many files for a stamp");
        }
        files.put(path, tree.bytes(path, Limit.GENERATED));
    }

    private void addFolder(SortedMap<String, Optional<byte[]>> files, String folder, int depth) throws IOException {
        for (String name : checkout.list(folder)) {
            String path = folder + "/" + name;
            if (!checkout.hasFolder(path)) {
                add(files, path);
            } else if (depth == DEEPEST) {
                throw new IOException("too deep for a stamp");
            } else {
                addFolder(files, path, depth + 1);
            }
        }
    }

    private static String checksum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return Long.toHexString(sum.getValue() | 1L << 32); // always as long
    }

    /** What a stamp begins with. */
    private record Header(String root, String program, long made, List<String> paths) {
        /** Nothing if a stamp is damaged. */
        static Optional<Header> of(byte[] stamp) {
            int length = stamp.length - CHECKSUM;
            if (length < 0 || !new Fields(stamp, length).next().equals(checksum(stamp, length))) {
                return Optional.empty();
            }
            Fields fields = new Fields(stamp, 0);
            if (!fields.next().equals(FORMAT)) {
                return Optional.empty();
            }
            String root = fields.next();
            String program = fields.next();
            long made = Long.parseLong(fields.next());
            int count = Integer.parseInt(fields.next());
            if (count < 0 || count > MOST_FILES) {
                return Optional.empty();
            }
            String[] paths = new String[count];
            for (int i = 0; i < count; i++) {
                paths[i] = fields.next();
            }
            return Optional.of(new Header(root, program, made, List.of(paths)));
        }

        boolean isFor(Path here, String current, long now) {
            return root.equals(here.toString()) && program.equals(current) && made <= now && now - made < DAY;
        }

        void write(ByteArrayOutputStream out) {
            Stamp.write(out, FORMAT);
            Stamp.write(out, root);
            Stamp.write(out, program);
            Stamp.write(out, Long.toString(made));
            Stamp.write(out, Integer.toString(paths.size()));
            for (String path : paths) {
                Stamp.write(out, path);
            }
        }
    }

    /** The texts of a stamp, one after the other. */
    private static final class Fields {
        private final byte[] bytes;
        private int at;

        Fields(byte[] bytes, int start) {
            this.bytes = bytes;
            this.at = start;
        }

        /** The next one; what is left if it has no end, which nobody wrote. */
        String next() {
            int start = at;
            while (at < bytes.length && bytes[at] != END) {
                at++;
            }
            return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
        }
    }
}
