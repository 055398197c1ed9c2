package dev.slipway.run.local.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells which processor a program of Linux or FreeBSD is for.
 *
 * @see <a href="https://gabi.xinuos.com/elf/02-eheader.html">ELF header</a>
 */
public final class Elf {
    private static final int HEADER = 20;

    private Elf() {}

    /** The processor of a program as {@code uname -m} prints it, such as {@code aarch64}; empty for other files. */
    public static String processor(Path file) throws IOException {
        byte[] header;
        try (InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(HEADER);
        }
        if (header.length < HEADER || header[0] != 0x7f || header[1] != 'E' || header[2] != 'L' || header[3] != 'F') {
            return "";
        }
        boolean little = header[5] == 1;
        int machine =
                little ? header[18] & 0xff | (header[19] & 0xff) << 8 : (header[18] & 0xff) << 8 | header[19] & 0xff;
        return switch (machine) {
            case 3 -> "i686";
            case 21 -> "powerpc64le";
            case 22 -> "s390x";
            case 40 -> "armv7";
            case 62 -> "x86_64";
            case 183 -> "aarch64";
            case 243 -> "riscv64";
            default -> "";
        };
    }

    /** The same word for what images call it; empty if it is not known. */
    static String processor(String architecture) {
        return switch (architecture) {
            case "386" -> "i686";
            case "amd64" -> "x86_64";
            case "arm" -> "armv7";
            case "arm64" -> "aarch64";
            case "ppc64le" -> "powerpc64le";
            case "riscv64", "s390x" -> architecture;
            default -> "";
        };
    }
}
