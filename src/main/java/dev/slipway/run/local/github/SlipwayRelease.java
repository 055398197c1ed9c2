package dev.slipway.run.local.github;

import dev.slipway.run.Effect;
import dev.slipway.run.local.artifact.HashFiles;
import dev.slipway.run.local.process.CommandResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A stand-in for the release of Slipway that a generated workflow downloads. Its archive contains no program, because
 * {@link SlipwayStandIn} answers instead.
 */
record SlipwayRelease(GhContext context) {
    static final String REPOSITORY = "slipway-dev/slipway";

    private static final String CHECKSUM = ".sha256";
    private static final int BLOCK = 512;

    CommandResult download() {
        List<String> names = context.given().all("pattern");
        Path folder = context.path(context.given().text("dir").orElse("."));
        byte[] archive = archive();
        for (String name : names) {
            byte[] content = name.endsWith(CHECKSUM)
                    ? (digest(archive) + "  " + name.substring(0, name.length() - CHECKSUM.length()) + "\n")
                            .getBytes(StandardCharsets.UTF_8)
                    : archive;
            write(folder.resolve(name), content);
        }
        context.record(new Effect.Other(
                "downloaded " + String.join(", ", names) + " of " + REPOSITORY + ", which is a stand-in"));
        return CommandResult.of("");
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(HashFiles.sha256().digest(bytes));
    }

    /**
     * A folder, as tar keeps it.
     *
     * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">ustar interchange format</a>
     */
    private static byte[] archive() {
        byte[] header = new byte[BLOCK];
        put(header, 0, "complete/");
        put(header, 100, "0000755");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, "00000000000");
        put(header, 136, "00000000000");
        Arrays.fill(header, 148, 156, (byte) ' ');
        put(header, 156, "5");
        put(header, 257, "ustar");
        put(header, 263, "00");
        int sum = 0;
        for (byte one : header) {
            sum += one;
        }
        put(header, 148, String.format("%06o", sum));
        header[154] = 0;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(header);
            zipped.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
