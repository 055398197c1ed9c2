package dev.slipway.detect.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryFilesTest {
    @TempDir
    Path directory;

    /** Anything that a script computes may be asked for. */
    @Test
    void whatNoFileSystemCanHaveIsMissing() {
        RepositoryFiles files = new RepositoryFiles(directory, Set.of());
        assertThat(files.has("a".repeat(256))).isFalse();
        assertThat(files.read("b/" + "a".repeat(300) + "/c")).isEmpty();
        assertThat(files.refused()).isEmpty();
    }
}
