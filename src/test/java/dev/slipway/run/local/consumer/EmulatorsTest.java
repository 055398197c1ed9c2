package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorsTest {
    /** What begins as a program of 64-bit Arm; the kind of system and whether it is loaded anywhere do not count. */
    private static final String ARM = """
            enabled
            interpreter /usr/bin/qemu-aarch64
            flags: OCF
            offset 0
            magic 7f454c460201010000000000000000000200b700
            mask ffffffffffffff00fffffffffffffffffeffffff
            """;

    @TempDir
    Path folder;

    private Path listed;

    @BeforeEach
    void list() throws IOException {
        listed = Files.createDirectories(folder.resolve("listed"));
        Files.writeString(listed.resolve("status"), "enabled\n");
        Files.writeString(listed.resolve("qemu-aarch64"), ARM);
    }

    private boolean taken(String head) throws IOException {
        Path program = Files.write(folder.resolve("program"), HexFormat.of().parseHex(head));
        return new Emulators(listed).take(program);
    }

    @Test
    void aProgramIsTakenByWhatCountsOfItsFirstBytes() throws IOException {
        assertThat(taken("7f454c460201010300000000000000000300b70001000000")).isTrue();
        assertThat(taken("7f454c4602010100000000000000000002003e0001000000")).isFalse();
        assertThat(taken("7f454c46")).isFalse();
    }

    @Test
    void oneThatIsSwitchedOffTakesNothing() throws IOException {
        Files.writeString(listed.resolve("qemu-aarch64"), ARM.replace("enabled", "disabled"));
        assertThat(taken("7f454c460201010000000000000000000200b70001000000")).isFalse();
    }

    @Test
    void oneMayKnowAnEndingInsteadOfBytes() throws IOException {
        Files.writeString(
                listed.resolve("qemu-aarch64"), "enabled\ninterpreter /usr/bin/run\nflags:\nextension .run\n");
        assertThat(taken("7f454c460201010000000000000000000200b70001000000")).isFalse();
    }

    @Test
    void aMachineMayListNone() throws IOException {
        Path program = Files.writeString(folder.resolve("program"), "text");
        assertThat(new Emulators(folder.resolve("none")).take(program)).isFalse();
    }
}
