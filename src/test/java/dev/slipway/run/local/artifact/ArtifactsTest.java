package dev.slipway.run.local.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactsTest extends ArtifactFolders {
    @Test
    void modesLinksAndEmptyFoldersAreLost() throws IOException {
        file("dist/bin/tool");
        Files.setPosixFilePermissions(work.resolve("dist/bin/tool"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.createSymbolicLink(work.resolve("dist/link"), Path.of("bin/tool"));
        Files.createDirectories(work.resolve("dist/empty"));
        upload("name", "dist", "path", "dist");

        DownloadArtifact.Result result = download("name", "dist", "path", "in/here");

        assertThat(there()).containsExactly("in/here/bin/tool", "in/here/link");
        assertThat(mode(other.resolve("in/here/bin/tool"))).isEqualTo("rw-r--r--");
        assertThat(mode(other.resolve("in/here"))).isEqualTo("rwxr-xr-x");
        assertThat(other.resolve("in/here/link")).isRegularFile().hasContent("content of dist/bin/tool");
        assertThat(Files.isSymbolicLink(other.resolve("in/here/link"))).isFalse();
        assertThat(result.outputs())
                .isEqualTo(Map.of("download-path", other.resolve("in/here").toString()));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no named pipes")
    void aPipeIsRefusedInsteadOfWaitedFor() throws IOException, InterruptedException {
        file("dist/tool");
        String pipe = work.resolve("dist/pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

        assertThatThrownBy(() -> upload("path", "dist"))
                .hasMessage("'pipe' is a pipe, a socket or a device, not a regular file; put a regular file there");
    }

    @Test
    void aFileThatIsThereKeepsItsMode() throws IOException {
        file("tool");
        upload("path", "tool");
        Path there = Files.writeString(other.resolve("tool"), "something much longer than the content of the new one");
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwx------"));

        download("name", "artifact");

        assertThat(there).hasContent("content of tool");
        assertThat(mode(there)).isEqualTo("rwx------");
    }

    @Test
    void namesAreRelativeToWhatTheSearchesHaveInCommon() throws IOException {
        file("dist/linux/tool");
        file("dist/mac/tool");
        file("README.md");

        assertThat(uploaded("name", "1", "path", "dist/linux/tool")).containsExactly("tool");
        assertThat(uploaded("name", "2", "path", "dist/linux")).containsExactly("tool");
        assertThat(uploaded("name", "3", "path", "dist/*/tool")).containsExactly("linux/tool", "mac/tool");
        assertThat(uploaded("name", "4", "path", "dist/linux/tool\ndist/mac/tool"))
                .containsExactly("linux/tool", "mac/tool");
        assertThat(uploaded("name", "5", "path", "dist/mac/tool\nREADME.md"))
                .containsExactly("dist/mac/tool", "README.md");
        assertThat(uploaded("name", "6", "path", "dist/linux/tool\nmissing"))
                .as("a path that finds nothing counts")
                .containsExactly("dist/linux/tool");
        assertThat(uploaded("name", "7", "path", "dist\ndist/mac\n!**/mac")).containsExactly("linux/tool");
        assertThat(uploaded("name", "8", "path", "**/README.md")).containsExactly("README.md");
    }

    @Test
    void hiddenFilesAreLeftOutUnlessAskedFor() throws IOException {
        file("dist/.hidden/a");
        file("dist/.env");
        file("dist/b");

        assertThat(uploaded("name", "1", "path", "dist")).containsExactly("b");
        assertThat(uploaded("name", "2", "path", "dist", "include-hidden-files", "true"))
                .containsExactly(".env", ".hidden/a", "b");
        assertThat(upload("path", "dist/.env").artifact()).isEmpty();
    }

    @Test
    void nothingFoundIsAWarningAnErrorOrNothing() throws IOException {
        assertThat(upload("path", "dist").warnings())
                .singleElement()
                .asString()
                .contains("dist", "include-hidden-files");
        assertThat(upload("path", "dist", "if-no-files-found", "ignore"))
                .isEqualTo(new UploadArtifact.Result(Optional.empty(), Map.of(), List.of()));
        assertThatThrownBy(() -> upload("path", "dist", "if-no-files-found", "error"))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("matches no file");
        assertThat(artifacts.all()).isEmpty();
    }

    @Test
    void aNameIsTakenOnceInARun() throws IOException {
        file("a");
        file("b");
        upload("name", "dist", "path", "a");

        assertThatThrownBy(() -> upload("name", "dist", "path", "b"))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("'dist'")
                .hasMessageContaining("build")
                .hasMessageContaining("overwrite: true");

        upload("name", "dist", "path", "b", "overwrite", "true");
        assertThat(artifacts.all()).singleElement().satisfies(artifact -> {
            assertThat(artifact.id()).isEqualTo(2);
            assertThat(artifact.files()).containsExactly("b");
            assertThat(artifact.jobId()).isEqualTo("build");
        });
    }

    @Test
    void equalFilesGiveAnEqualDigest() throws IOException {
        file("a");
        assertThat(upload("name", "1", "path", "a").outputs().get("artifact-digest"))
                .isEqualTo(upload("name", "2", "path", "a").outputs().get("artifact-digest"))
                .isEqualTo(sha256(temp.resolve("store/1.zip")));
    }

    @Test
    void pathsStartAtTheWorkspaceOrAtHome() throws IOException {
        file("a");
        upload("path", "a");

        assertThat(download("name", "artifact", "path", "x/../y").folder()).isEqualTo(other.resolve("y"));
        assertThat(download("name", "artifact", "path", "~/y").folder()).isEqualTo(home.resolve("y"));
        assertThat(home.resolve("y/a")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\\b", "a:b", "a\"b", "a<b", "a>b", "a|b", "a*b", "a?b", "a\nb", ""})
    void namesThatNotEveryDiskCanHoldAreRefused(String name) throws IOException {
        file("file");

        assertThatThrownBy(() -> upload("name", name, "path", "file")).isInstanceOf(ActionFailed.class);
        assertThat(artifacts.all()).isEmpty();
    }

    @Test
    void filesThatNotEveryDiskCanHoldAreRefused() throws IOException {
        file("dist/a:b");

        assertThatThrownBy(() -> upload("path", "dist"))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("'a:b'")
                .hasMessageContaining("a :");
    }

    @Test
    void filesThatDifferInCaseAloneAreSaid() throws IOException {
        file("dist/README");
        file("dist/readme");

        assertThat(upload("path", "dist").warnings()).singleElement().asString().contains("dist/readme");
    }

    @ParameterizedTest
    @CsvSource({
        "path, ''",
        "overwrite, yes",
        "archive, ''",
        "if-no-files-found, fail",
        "compression-level, 10",
        "compression-level, fast",
        "retention-days, soon",
    })
    void wrongInputsAreRefused(String input, String value) throws IOException {
        file("a");
        Map<String, String> inputs = inputs("path", "a");
        inputs.put(input, value);

        assertThatThrownBy(() -> new UploadArtifact(artifacts).run(inputs, work, home, "build"))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining(input)
                .hasMessageMatching("(?s).*(write|give it).*");
        assertThat(artifacts.all()).isEmpty();
    }

    @Test
    void inputsAreReadAsActionsReadThem() throws IOException {
        file("a");
        assertThat(uploaded("Name", " x ", "PATH", "\n  a\n", "retention-days", "5 days", "overwrite", "TRUE"))
                .containsExactly("a");
        assertThat(artifacts.named("x")).isPresent();
    }
}
