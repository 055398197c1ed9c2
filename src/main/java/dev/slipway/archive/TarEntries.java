package dev.slipway.archive;

import dev.slipway.archive.Entry.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the entries of a tar: POSIX's {@code ustar} and {@code pax}, and GNU's long names.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">pax</a>
 */
public final class TarEntries {
    private static final int BLOCK = 512;
    private static final int MOST = 1_000_000;

    private final InputStream in;

    /** What a header before the entry says instead of the entry's own. */
    private final Map<String, String> instead = new HashMap<>();

    public TarEntries(InputStream in) {
        this.in = in;
    }

    /** @throws IOException if it is damaged, or has more than a million entries */
    public List<Entry> read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        byte[] header = in.readNBytes(BLOCK);
        while (header.length > 0 && !isEmpty(header)) {
            if (header.length < BLOCK) {
                throw new EOFException("the archive ends in the middle of a header");
            }
            check(header);
            long size = number(header, 124, 12);
            char type = (char) (header[156] & 0xff);
            switch (type) {
                case 'L' -> instead.put("path", untilNul(content(size)));
                case 'K' -> instead.put("linkpath", untilNul(content(size)));
                case 'x' -> records(content(size));
                case 'g' -> content(size);
                default -> {
                    if (entries.size() == MOST) {
                        throw new IOException("the archive has more than " + MOST + " entries");
                    }
                    entries.add(entry(header, type));
                    skip(
                            kind(type) == Kind.FILE
                                    ? entries.get(entries.size() - 1).size()
                                    : size);
                    instead.clear();
                }
            }
            header = in.readNBytes(BLOCK);
        }
        if (header.length == 0) {
            throw new EOFException("the end of the archive is missing");
        }
        in.transferTo(java.io.OutputStream.nullOutputStream()); // what packs it has a checksum at its end
        return entries;
    }

    private Entry entry(byte[] header, char type) throws IOException {
        String prefix = text(header, 257, 5).equals("ustar") && header[262] == 0 ? text(header, 345, 155) : "";
        String name = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
        Kind kind = kind(type);
        String said = instead.get("size");
        if (said != null && !said.matches("[0-9]{1,18}")) {
            throw new IOException("invalid tar file: an extended header has '" + said + "' for a size");
        }
        long size = said == null ? number(header, 124, 12) : Long.parseLong(said);
        String link = instead.getOrDefault("linkpath", text(header, 157, 100));
        return new Entry(
                Entry.plain(instead.getOrDefault("path", name)),
                name.endsWith("/") && kind == Kind.FILE ? Kind.FOLDER : kind,
                (int) number(header, 100, 8) & 07777,
                kind == Kind.FILE ? size : 0,
                kind == Kind.SYMBOLIC_LINK || kind == Kind.HARD_LINK ? link : "");
    }

    private static Kind kind(char type) {
        return switch (type) {
            case '0', '\0', '7' -> Kind.FILE;
            case '1' -> Kind.HARD_LINK;
            case '2' -> Kind.SYMBOLIC_LINK;
            case '5' -> Kind.FOLDER;
            default -> Kind.OTHER;
        };
    }

    private static boolean isEmpty(byte[] block) {
        for (byte one : block) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    /** The sum of all bytes, those of the sum itself taken for spaces. */
    private static void check(byte[] header) throws IOException {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        if (sum != number(header, 148, 8)) {
            throw new IOException("invalid tar file: the checksum of a header is wrong");
        }
    }

    /** Octal digits, or a large number as bytes, the first with its highest bit set. */
    private static long number(byte[] header, int at, int length) throws IOException {
        if ((header[at] & 0x80) != 0) {
            long value = header[at] & 0x7f;
            for (int i = at + 1; i < at + length; i++) {
                value = value << 8 | header[i] & 0xff;
            }
            if (value < 0) {
                throw new IOException("invalid tar file: a header has a number below 0");
            }
            return value;
        }
        String digits = text(header, at, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits, 8) & Long.MAX_VALUE;
        } catch (NumberFormatException e) {
            throw new IOException("invalid tar file: a header has '" + digits + "' for a number", e);
        }
    }

    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.UTF_8);
    }

    private static String untilNul(byte[] content) {
        return text(content, 0, content.length);
    }

    /** Reads lines such as {@code 30 path=some/name}, which begin with their own length. */
    private void records(byte[] content) throws IOException {
        int at = 0;
        while (at < content.length) {
            int space = at;
            while (space < content.length && content[space] != ' ') {
                space++;
            }
            String digits = new String(content, at, space - at, StandardCharsets.UTF_8);
            int end = digits.matches("[0-9]{1,9}") ? at + Integer.parseInt(digits) : -1;
            if (end <= space + 1 || end > content.length) {
                throw new IOException("invalid tar file: an extended header has no length");
            }
            String line = new String(content, space + 1, end - space - 2, StandardCharsets.UTF_8);
            int equals = line.indexOf('=');
            if (equals > 0) {
                instead.put(line.substring(0, equals), line.substring(equals + 1));
            }
            at = end;
        }
    }

    private byte[] content(long size) throws IOException {
        if (size > 1 << 20) {
            throw new IOException("an extended header of " + size + " bytes");
        }
        byte[] content = in.readNBytes((int) size);
        if (content.length < size) {
            throw new EOFException("the archive ends in the middle of a header");
        }
        padding(size);
        return content;
    }

    private void skip(long size) throws IOException {
        try {
            in.skipNBytes(size);
        } catch (EOFException e) {
            throw new EOFException("the archive ends in the middle of a file");
        }
        padding(size);
    }

    private void padding(long size) throws IOException {
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    }
}
