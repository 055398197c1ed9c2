package dev.slipway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class StampTest {
    private static final long NOW = 1_800_000_000_000L;

    @TempDir
    private Path scratch;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(scratch.resolve("checks"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void everyChangedBitOfEveryFileAndOfTheStampEndsIt() throws IOException {
        Path root = Files.createDirectory(scratch.toRealPath().resolve("root"));
        List<Path> files = List.of(
                Files.writeString(root.resolve("slipway.yml"), "name: x\n"),
                Files.writeString(
                        Files.createDirectories(root.resolve(".slipway/templates"))
                                .resolve("a.ftl"),
                        "[=x]\n"),
                Files.writeString(root.resolve(".slipway/manifest.json"), "{ }\n"),
                Files.writeString(root.resolve("Dockerfile"), "FROM scratch\n"),
                folder.resolve("x.stamp"));
        Stamp.keep(files.get(4), Stamp.of(root, "program", NOW, List.of("Dockerfile", "absent")));
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                for (int bit = 0; bit < bytes.length * 8; bit++) {
                    put(channel, bit / 8, bytes[bit / 8] ^ 1 << bit % 8);
                    if (Stamp.holds(files.get(4), root, "program", NOW)) {
                        fail("%s with another bit %d passes", file, bit);
                    }
                    put(channel, bit / 8, bytes[bit / 8]);
                }
            }
            assertThat(Stamp.holds(files.get(4), root, "program", NOW)).isTrue();
        }
    }

    private static void put(FileChannel channel, int at, int value) throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {(byte) value}), at);
    }

    @Test
    void aFolderOfTheSameOwnerAsTheHomeFolderIsOurs() throws IOException {
        assertThat(Stamp.isOurs(folder, scratch)).isTrue();
        assertThat(Stamp.isOurs(folder, scratch.resolve("nothing"))).isFalse();
    }

    @Test
    void aFolderThatSomebodyElseOwnsIsNot() throws IOException {
        Path other = folder;
        try {
            Files.setAttribute(folder, "unix:uid", 12_345);
        } catch (IOException onlyRootGivesAway) {
            other = Path.of("/etc");
        }
        assertThat(Stamp.isOurs(other, scratch)).isFalse();
    }

    @Test
    void norIsOneThatOthersCanWriteOrThatIsNoFolder() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));
        assertThat(Stamp.isOurs(folder, scratch)).isFalse();
        assertThat(Stamp.isOurs(Files.createFile(scratch.resolve("file")), scratch))
                .isFalse();
        assertThat(Stamp.isOurs(Files.createSymbolicLink(scratch.resolve("link"), scratch), scratch))
                .isFalse();
    }
}
