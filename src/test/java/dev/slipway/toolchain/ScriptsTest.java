package dev.slipway.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the names of scripts with the files that are there. */
class ScriptsTest {
    @Test
    void everyScriptIsListed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("templates/scripts"))) {
            assertThat(Scripts.NAMES)
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replaceFirst("\\.sh$", ""))
                                    .toList());
        }
    }
}
