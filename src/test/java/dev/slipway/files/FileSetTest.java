package dev.slipway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FileSetTest {
    @Test
    void keepsTheOrder() {
        assertThat(Repository.wanted("b", "", "a", "").files())
                .extracting(GeneratedFile::path)
                .containsExactly("b", "a");
    }

    @Test
    void refusesTwoFilesThatAreOneWhereCaseDoesNotCount() {
        assertThatThrownBy(() -> Repository.wanted("Dockerfile", "", "dockerfile", ""))
                .hasMessage("'dockerfile' and 'Dockerfile' are the same file");
    }

    @Test
    void refusesAFileThatWouldBeAFolderToo() {
        assertThatThrownBy(() -> Repository.wanted("docs/a.md", "", "Docs", ""))
                .hasMessage("'Docs' would be a file and a folder");
    }
}
