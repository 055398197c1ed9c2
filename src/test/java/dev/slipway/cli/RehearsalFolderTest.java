package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class RehearsalFolderTest {
    private static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r-xr-xr-x");

    @TempDir
    Path root;

    @Test
    void whatWasUnpackedGoesWhateverItsModeAndWhatItLinksToStays() throws IOException {
        Path outside = Files.writeString(root.resolve("outside"), "text");
        Files.setPosixFilePermissions(outside, READ_ONLY);
        Path work;
        try (RehearsalFolder folder = RehearsalFolder.make(root, false)) {
            work = folder.work();
            Path inside = Files.createDirectories(work.resolve("unpacked/inside"));
            Files.writeString(inside.resolve("file"), "text");
            Files.createSymbolicLink(inside.resolve("link"), outside);
            Files.setPosixFilePermissions(inside.resolve("file"), READ_ONLY);
            Files.setPosixFilePermissions(inside, READ_ONLY);
        }
        assertThat(work).doesNotExist();
        assertThat(Files.getPosixFilePermissions(outside)).isEqualTo(READ_ONLY);
    }
}
