package dev.slipway.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(7);
            }
        }
        return bytes.toByteArray();
    }

    /** A tar of empty files, each with its mode. */
    private static byte[] tar(List<String> names, int mode) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String name : names) {
            byte[] header = new byte[512];
            put(header, 0, name);
            put(header, 100, String.format("%07o", mode));
            put(header, 124, "00000000000");
            header[156] = '0';
            put(header, 257, "ustar");
            put(header, 148, "        ");
            int sum = 0;
            for (byte one : header) {
                sum += one & 0xff;
            }
            put(header, 148, String.format("%06o", sum));
            header[154] = 0;
            bytes.writeBytes(header);
        }
        bytes.writeBytes(new byte[1024]);
        return bytes.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static List<String> files(byte[] bytes) throws IOException {
        return Listing.read("a", bytes).files().stream().map(Entry::name).toList();
    }

    @Test
    void theKindIsSeenInTheBytes() throws IOException {
        assertThat(files(zip("a/", "a\\kelp.exe", "__MACOSX/a"))).containsExactly("a/kelp.exe");
        assertThat(files(gzip(tar(List.of("./kelp", "LICENSE"), 0644)))).containsExactly("kelp", "LICENSE");
        assertThat(files(tar(List.of("kelp"), 0644))).containsExactly("kelp");
        assertThat(files("a/\na/kelp\n".getBytes(StandardCharsets.UTF_8))).containsExactly("a/kelp");
        assertThat(Listing.read("a", gzip(tar(List.of("kelp"), 0755))).files()).allMatch(Entry::executable);
    }

    @Test
    void whatUnpacksToMoreThanAnyReleaseEnds() throws IOException {
        byte[] header = tar(List.of("bomb"), 0644);
        put(header, 124, "77777777777");
        put(header, 148, "        ");
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += header[i] & 0xff;
        }
        put(header, 148, String.format("%06o", sum));
        header[154] = 0;
        assertThatThrownBy(() -> files(gzip(header)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'a' cannot be read: the archive ends in the middle of a file");
    }

    @Test
    void whatIsNoArchiveIsSaid() {
        assertThatThrownBy(() -> files(new byte[] {0, 1, 2}))
                .hasMessage("'a' cannot be read: it is neither an archive nor a list of files");
        assertThatThrownBy(() -> files(new byte[0])).hasMessage("'a' cannot be read: it is empty");
        assertThatThrownBy(() -> files(new byte[] {0x1f, (byte) 0x8b, 1}))
                .hasMessageStartingWith("'a' cannot be read: ");
        assertThatThrownBy(() -> files(new byte[] {'P', 'K', 3, 4, 0})).hasMessageStartingWith("'a' cannot be read: ");
    }

    @Test
    void aListHasBounds() {
        byte[] many = "a\n".repeat(50_001).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> files(many)).hasMessage("'a' cannot be read: it has more than 50000 entries");
        byte[] wide = "a".repeat(5000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> files(wide)).hasMessageContaining("a name of more than 4096 characters");
    }
}
