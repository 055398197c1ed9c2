package dev.slipway.files;

import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.disk.RegularFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    private static final String FORMAT = "slipway check 1";
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
     * @throws IOException where one of them is no plain file, or cannot be read
     */
    public static byte[] of(Path root, String program, long now, Collection<String> paths) throws IOException {
        return new Stamp(root).of(new Header(root.toString(), program, now, List.copyOf(paths)));
    }

    /** Whether a stamp holds; one that is missing, damaged, or of another program or time does not. */
    public static boolean holds(Path file, Path root, String program, long now) {
        try {
            if (!isOurs(file.getParent(), HOME)) {
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
     * that is ours. Where files have no such owners, as on Windows, that is not asked: there the cache folder is below the
     * user's own.
     */
    static boolean isOurs(Path folder, Path home) throws IOException {
        if (!knowsOwners(folder)) {
            return true;
        }
        Map<String, Object> is = Files.readAttributes(folder, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) is.get("mode");
        return (mode & TYPE) == DIRECTORY
                && (mode & WRITTEN_BY_OTHERS) == 0
                && Files.exists(home)
                && is.get("uid").equals(Files.getAttribute(home, "unix:uid"));
    }

    private static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** Keeps a stamp; where that fails there is none. */
    public static void keep(Path file, byte[] stamp) throws IOException {
        Path folder = file.getParent();
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
        DataOutputStream out = new DataOutputStream(bytes);
        header.write(out);
        out.writeInt(files.size());
        for (SortedMap.Entry<String, Optional<byte[]>> file : files.entrySet()) {
            out.writeUTF(file.getKey());
            byte[] content = file.getValue().orElse(new byte[0]);
            out.writeInt(file.getValue().isPresent() ? content.length : -1);
            out.write(content);
        }
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
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

    private static long checksum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }

    /** What a stamp begins with. */
    private record Header(String root, String program, long made, List<String> paths) {
        /** Nothing where a stamp is damaged. */
        static Optional<Header> of(byte[] stamp) throws IOException {
            int length = stamp.length - Long.BYTES;
            if (length < 0) {
                return Optional.empty();
            }
            DataInputStream end = new DataInputStream(new ByteArrayInputStream(stamp, length, Long.BYTES));
            if (end.readLong() != checksum(stamp, length)) {
                return Optional.empty();
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(stamp));
            if (!in.readUTF().equals(FORMAT)) {
                return Optional.empty();
            }
            String root = in.readUTF();
            String program = in.readUTF();
            long made = in.readLong();
            int count = in.readInt();
            if (count < 0 || count > MOST_FILES) {
                return Optional.empty();
            }
            String[] paths = new String[count];
            for (int i = 0; i < count; i++) {
                paths[i] = in.readUTF();
            }
            return Optional.of(new Header(root, program, made, List.of(paths)));
        }

        boolean isFor(Path here, String current, long now) {
            return root.equals(here.toString()) && program.equals(current) && made <= now && now - made < DAY;
        }

        void write(DataOutputStream out) throws IOException {
            out.writeUTF(FORMAT);
            out.writeUTF(root);
            out.writeUTF(program);
            out.writeLong(made);
            out.writeInt(paths.size());
            for (String path : paths) {
                out.writeUTF(path);
            }
        }
    }
}
