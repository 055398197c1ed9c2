package dev.slipway.run.local.consumer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs that Linux starts for others, such as an emulator of another processor. It has to be known before: where Linux
 * refuses a program, what starts it may hand it to the shell instead.
 *
 * @param folder where the kernel lists them
 * @see <a href="https://docs.kernel.org/admin-guide/binfmt-misc.html">binfmt_misc</a>
 */
record Emulators(Path folder) {
    private static final int HEAD = 256;

    static Emulators here() {
        return new Emulators(Path.of("/proc/sys/fs/binfmt_misc"));
    }

    /** Whether one of them takes a program, by its first bytes. */
    boolean take(Path program) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(program)) {
            head = in.readNBytes(HEAD);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                // the superuser may read this one too, and gets an error
                if (!entry.endsWith("register") && Files.isReadable(entry) && takes(Files.readAllLines(entry), head)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean takes(List<String> lines, byte[] head) {
        byte[] magic = HexFormat.of().parseHex(value(lines, "magic"));
        byte[] mask = HexFormat.of().parseHex(value(lines, "mask"));
        int offset = value(lines, "offset").isEmpty() ? 0 : Integer.parseInt(value(lines, "offset"));
        if (!lines.contains("enabled") || magic.length == 0 || head.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            int counts = mask.length > i ? mask[i] : 0xff;
            if (((head[offset + i] ^ magic[i]) & counts) != 0) {
                return false;
            }
        }
        return true;
    }

    private static String value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
