package dev.slipway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LoneFileTest {
    @TempDir
    Path root;

    @Test
    void isWrittenAndReadAndReplaced() throws IOException {
        assertThat(LoneFile.read(root, "a/b.yml")).isEmpty();
        LoneFile.write(root, "a/b.yml", "one\n");
        LoneFile.write(root, "a/b.yml", "two\n");
        assertThat(LoneFile.read(root, "a/b.yml")).contains("two\n");
        assertThat(root.resolve("a")).isDirectoryContaining("glob:**/b.yml").isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void isNotCreatedWhereSomethingHasTheName() throws IOException {
        assertThat(LoneFile.create(root, "x.yml", "ours\n")).isTrue();
        assertThat(LoneFile.create(root, "x.yml", "others\n")).isFalse();
        assertThat(LoneFile.read(root, "x.yml")).contains("ours\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isNotWrittenThroughALink(@TempDir Path outside) throws IOException {
        Files.createSymbolicLink(root.resolve("a"), outside);
        assertThatThrownBy(() -> LoneFile.write(root, "a/b.yml", "x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads through the symbolic link 'a'");
        assertThat(outside).isEmptyDirectory();
    }
}
