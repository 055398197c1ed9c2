package dev.slipway.run.local.consumer;

import dev.slipway.archive.Entry;
import dev.slipway.archive.Entry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the entries of a zip with their modes, which Java's own class does not tell.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3.12 and 4.3.16</a>
 */
final class ZipEntries {
    private static final int END = 0x06054b50;
    private static final int HEADER = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int HEADER_SIZE = 46;
    private static final int UNIX = 3;
    private static final int MACOS = 19;

    private ZipEntries() {}

    /** @throws IOException if it is no zip, or the content of a file does not have its checksum */
    static List<Entry> read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile());
                FileChannel channel = FileChannel.open(file)) {
            ByteBuffer directory = directory(channel);
            while (directory.remaining() >= HEADER_SIZE && directory.getInt(directory.position()) == HEADER) {
                entries.add(entry(directory, zip));
            }
            if (entries.size() != zip.size()) {
                throw new IOException("the zip claims to have " + zip.size() + " entries, but has " + entries.size());
            }
        }
        return entries;
    }

    private static ByteBuffer directory(FileChannel channel) throws IOException {
        long length = channel.size();
        ByteBuffer tail = part(channel, Math.max(0, length - 0xffff - END_SIZE), length);
        int at = tail.limit() - END_SIZE;
        while (at >= 0 && tail.getInt(at) != END) {
            at--;
        }
        if (at < 0) {
            throw new IOException("not a zip file: it has no directory");
        }
        long size = tail.getInt(at + 12) & 0xffffffffL;
        long start = tail.getInt(at + 16) & 0xffffffffL;
        if (size == 0xffffffffL || start == 0xffffffffL || start + size > length) {
            throw new IOException("the zip has over 4 GB, which some unpackers do not read");
        }
        return part(channel, start, start + size);
    }

    private static ByteBuffer part(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // a channel may give less than is asked for
        }
        return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Entry entry(ByteBuffer directory, ZipFile zip) throws IOException {
        int start = directory.position();
        int system = directory.get(start + 5) & 0xff;
        int nameLength = directory.getShort(start + 28) & 0xffff;
        int more = (directory.getShort(start + 30) & 0xffff) + (directory.getShort(start + 32) & 0xffff);
        int mode = system == UNIX || system == MACOS ? directory.getInt(start + 38) >>> 16 : 0;
        byte[] bytes = new byte[nameLength];
        directory.position(start + HEADER_SIZE).get(bytes).position(start + HEADER_SIZE + nameLength + more);
        String name = new String(bytes, StandardCharsets.UTF_8);
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("the zip has an entry '" + name + "' whose header has another name");
        }
        boolean link = (mode & 0170000) == 0120000;
        Kind kind = link ? Kind.SYMBOLIC_LINK : name.endsWith("/") ? Kind.FOLDER : Kind.FILE;
        String target = "";
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            if (link) {
                target = new String(in.readNBytes(1 << 12), StandardCharsets.UTF_8);
            } else {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new IOException("the content of '" + name + "' does not have its checksum");
        }
        return new Entry(Entry.plain(name), kind, mode & 07777, kind == Kind.FILE ? entry.getSize() : 0, target);
    }
}
