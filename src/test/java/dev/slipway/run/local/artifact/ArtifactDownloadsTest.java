package dev.slipway.run.local.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What is downloaded of the artifacts of a run, and where it goes. */
class ArtifactDownloadsTest extends ArtifactFolders {
    @Test
    void aFileThatIsNotArchivedIsCalledAsItself() throws IOException {
        file("dist/tool.bin");
        UploadArtifact.Result result = upload("name", "ignored", "path", "dist/*.bin", "archive", "false");

        Artifact artifact = result.artifact().orElseThrow();
        assertThat(artifact.name()).isEqualTo("tool.bin");
        assertThat(result.outputs())
                .containsEntry("artifact-digest", sha256(work.resolve("dist/tool.bin")))
                .containsEntry("artifact-id", "1")
                .containsEntry("artifact-url", "https://github.com/o/r/actions/runs/7/artifacts/1");
        download();
        assertThat(other.resolve("tool.bin")).hasContent("content of dist/tool.bin");
        assertThatThrownBy(
                        () -> upload("name", "ignored", "path", "dist/*.bin", "archive", "false", "overwrite", "true"))
                .as("what is overwritten is the artifact that 'name' says, not the file's")
                .isInstanceOf(ActionFailed.class);
        file("dist/more.bin");
        assertThatThrownBy(() -> upload("path", "dist", "archive", "false"))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("finds 2");
    }

    @Test
    void aZipThatIsNotArchivedArrivesUnpacked() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(work.resolve("tool.zip")))) {
            zip.putNextEntry(new ZipEntry("empty/"));
            zip.putNextEntry(new ZipEntry("tool.exe"));
        }
        upload("path", "tool.zip", "archive", "false");

        download("name", "tool.zip");
        assertThat(there()).containsExactly("tool.exe");
        assertThat(other.resolve("empty")).isDirectory();

        download("name", "tool.zip", "skip-decompress", "true", "path", "as-is");
        assertThat(sha256(other.resolve("as-is/tool.zip"))).isEqualTo(sha256(work.resolve("tool.zip")));
    }

    @Test
    void aZipCannotLeaveItsFolder() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(work.resolve("bad.zip")))) {
            zip.putNextEntry(new ZipEntry("../out"));
        }
        upload("path", "bad.zip", "archive", "false");

        assertThatThrownBy(() -> download("name", "bad.zip", "path", "in"))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("'../out'");
        assertThat(there()).isEmpty();
    }

    @Test
    void whatIsNotUnpackedIsAZip() throws IOException {
        file("a/b");
        upload("name", "dist", "path", ".", "compression-level", "0");
        download("name", "dist", "skip-decompress", "true");

        try (ZipFile zip = new ZipFile(other.resolve("dist.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("a/b");
        }
    }

    @Test
    void severalGoIntoFoldersOfTheirNamesUnlessTheyAreMerged() throws IOException {
        three();
        download("pattern", "dist-*", "path", "each");
        DownloadArtifact.Result merged = download("pattern", "dist-*", "path", "one", "merge-multiple", "true");

        assertThat(there())
                .containsExactly(
                        "each/dist-linux/both/all.txt",
                        "each/dist-linux/dist-linux.txt",
                        "each/dist-mac/both/all.txt",
                        "each/dist-mac/dist-mac.txt",
                        "one/both/all.txt",
                        "one/dist-linux.txt",
                        "one/dist-mac.txt");
        assertThat(merged.artifacts()).extracting(Artifact::name).containsExactly("dist-mac", "dist-linux");
        assertThat(merged.warnings()).singleElement().asString().contains("both/all.txt", "'dist-mac'", "'dist-linux'");
    }

    @Test
    void oneAloneGoesIntoNoFolderOfItsOwn() throws IOException {
        three();
        download("pattern", "not*");

        assertThat(there()).containsExactly("both/all.txt", "notes.txt");
    }

    @Test
    void withoutANameAllAreDownloaded() throws IOException {
        three();
        assertThat(download().artifacts()).hasSize(3);
        assertThat(there()).hasSize(6).contains("notes/notes.txt");
    }

    @Test
    void aNameHasToBeThereAPatternHasNot() throws IOException {
        three();

        assertThat(download("pattern", "nothing-*").artifacts()).isEmpty();
        assertThat(there()).isEmpty();
        assertThatThrownBy(() -> download("name", "Notes"))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("'Notes'")
                .hasMessageContaining("'dist-linux', 'dist-mac', 'notes'");
    }

    @Test
    void idsChooseAndMissingOnesAreSaid() throws IOException {
        three();

        DownloadArtifact.Result result = download("artifact-ids", "1, 9,3");
        assertThat(result.artifacts()).extracting(Artifact::name).containsExactly("notes", "dist-linux");
        assertThat(result.warnings()).containsExactly("no artifact has the id 9");
        assertThatThrownBy(() -> download("artifact-ids", "9")).isInstanceOf(ActionFailed.class);
        assertThatThrownBy(() -> download("artifact-ids", "x")).isInstanceOf(ActionFailed.class);
        assertThatThrownBy(() -> download("artifact-ids", " , ")).isInstanceOf(ActionFailed.class);
        assertThatThrownBy(() -> download("artifact-ids", "1", "name", "notes"))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("exclude each other");
    }

    @Test
    void anotherRunIsNotOnThisMachine() throws IOException {
        file("a");
        upload("path", "a");

        assertThat(download("name", "artifact", "run-id", "8").artifacts())
                .as("without a token the number has no effect")
                .hasSize(1);
        assertThat(download("name", "artifact", "run-id", RUN, "github-token", "t")
                        .artifacts())
                .hasSize(1);
        assertThatThrownBy(() -> download("name", "artifact", "run-id", "8", "github-token", "t"))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("run 8 of o/r");
    }
}
