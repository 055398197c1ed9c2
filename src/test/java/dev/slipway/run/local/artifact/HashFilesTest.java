package dev.slipway.run.local.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.disk.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HashFilesTest {
    /** {@code printf abc | sha256sum | cut -c1-64 | xxd -r -p | sha256sum}. */
    private static final String ABC = "4f8b42c22dd3729b519ba6f68d2da7cc5b2d606d05daed5ad5128cc03e6c6358";

    @TempDir
    Path temp;

    private Path work;

    @BeforeEach
    void workspace() throws IOException {
        work = Files.createDirectories(temp.toRealPath().resolve("work/sub")).getParent();
        Files.writeString(work.resolve("sub/Cargo.lock"), "abc");
    }

    private String hash(String... arguments) throws IOException {
        return HashFiles.of(List.of(arguments), work, temp.toRealPath());
    }

    @Test
    void itIsTheDigestOfTheDigests() throws IOException {
        assertThat(hash("**/Cargo.lock")).isEqualTo(ABC);
        assertThat(hash("sub")).isEqualTo(ABC);
    }

    @Test
    void orderOfPatternsDoesNotMatterInOneFolderAndContentDoes() throws IOException {
        Files.writeString(work.resolve("other"), "x");
        String both = hash("**/Cargo.lock", "**/other");

        assertThat(hash("**/other", "**/Cargo.lock")).isEqualTo(both).isNotEqualTo(ABC);
        Files.writeString(work.resolve("other"), "y");
        assertThat(hash("**/Cargo.lock", "**/other")).isNotEqualTo(both);
        assertThat(hash("**", "!other")).isEqualTo(ABC);
    }

    @Test
    void nothingFoundIsEmpty() throws IOException {
        assertThat(hash("nothing")).isEmpty();
        assertThat(hash()).isEmpty();
    }

    @Test
    void filesOutsideOfTheWorkspaceDoNotCount() throws IOException {
        Files.writeString(temp.resolve("key"), "x");
        Files.writeString(temp.resolve("work-2"), "x");

        assertThat(hash("~/key")).isEmpty();
        assertThat(hash(temp.toRealPath() + "/work*", "!sub/nothing")).isEqualTo(ABC);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no named pipes")
    void aPipeIsRefusedInsteadOfWaitedFor() throws IOException, InterruptedException {
        String pipe = work.resolve("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        Files.createSymbolicLink(work.resolve("link"), Path.of("pipe"));

        assertThatThrownBy(() -> hash("pipe")).hasMessageContaining("pipe' is a pipe, a socket or a device");
        assertThatThrownBy(() -> hash("link")).hasMessageContaining("link' is a pipe, a socket or a device");
    }

    @Test
    void anInterruptEndsTheSearchAndTheReading() throws IOException {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> hash("**")).isInstanceOf(InterruptedIOException.class);
            try (InputStream in = RegularFile.open(work.resolve("sub/Cargo.lock"), "Cargo.lock")) {
                assertThatThrownBy(in::readAllBytes).hasMessage("reading 'Cargo.lock' was interrupted");
            }
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void linkedFoldersCountWhereThatIsAskedFor() throws IOException {
        Files.createSymbolicLink(work.resolve("linked"), Path.of("sub"));

        assertThat(hash("linked/*.lock")).isEmpty();
        assertThat(hash("--follow-symbolic-links", "linked/*.lock")).isEqualTo(ABC);
        assertThat(hash("--Follow-Symbolic-Links", "linked")).isEqualTo(ABC);
    }

    @Test
    void anotherOptionIsRefused() {
        assertThatThrownBy(() -> hash("--all", "*"))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("--follow-symbolic-links");
    }
}
