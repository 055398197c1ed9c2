package dev.slipway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateFolderTest {
    @TempDir
    Path repository;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(repository.resolve(".slipway/templates/scripts"))
                .getParent();
    }

    @Test
    void templatesAreReadByTheirNames() throws IOException {
        Files.writeString(folder.resolve("Dockerfile.ftl"), "a");
        Files.writeString(folder.resolve("scripts/package.sh"), "b");
        Files.writeString(folder.resolve(".DS_Store"), "c");
        assertThat(TemplateFolder.read(repository)).isEqualTo(Map.of("Dockerfile.ftl", "a", "scripts/package.sh", "b"));
    }

    @Test
    void mostProjectsHaveNone() throws IOException {
        assertThat(TemplateFolder.read(folder)).isEmpty();
    }

    @Test
    void nothingLeadsOutOfTheRepository() throws IOException {
        Path outside = Files.writeString(repository.resolve("outside"), "secret");
        Files.createSymbolicLink(folder.resolve("Dockerfile.ftl"), outside);
        assertThatIOException()
                .isThrownBy(() -> TemplateFolder.read(repository))
                .withMessageContaining("leads through the symbolic link");
    }

    @Test
    void theFolderItselfIsNoLink(@TempDir Path other) throws IOException {
        Files.createSymbolicLink(other.resolve(".slipway"), repository.resolve(".slipway"));
        assertThatIOException().isThrownBy(() -> TemplateFolder.read(other)).withMessageContaining("symbolic link");
    }
}
