package dev.slipway.run.local.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactsTest {
    private static final String RUN = "7";

    @TempDir
    Path temp;

    private Path work;
    private Path home;
    private Path other;
    private Artifacts artifacts;

    @BeforeEach
    void folders() throws IOException {
        work = Files.createDirectory(temp.toRealPath().resolve("work"));
        home = Files.createDirectory(temp.toRealPath().resolve("home"));
        other = Files.createDirectory(temp.toRealPath().resolve("other"));
        artifacts = new Artifacts(temp.resolve("store"), new Artifacts.Run("https://github.com", "o/r", RUN));
    }

    private void file(String name) throws IOException {
        Files.createDirectories(work.resolve(name).getParent());
        Files.writeString(work.resolve(name), "content of " + name);
    }

    private static Map<String, String> inputs(String... pairs) {
        Map<String, String> inputs = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            inputs.put(pairs[i], pairs[i + 1]);
        }
        return inputs;
    }

    private UploadArtifact.Result upload(String... pairs) throws IOException {
        return new UploadArtifact(artifacts).run(inputs(pairs), work, home, "build");
    }

    private List<String> uploaded(String... pairs) throws IOException {
        return upload(pairs).artifact().orElseThrow().files();
    }

    private DownloadArtifact.Result download(String... pairs) throws IOException {
        return new DownloadArtifact(artifacts).run(inputs(pairs), other, home);
    }

    private List<String> there() throws IOException {
        try (Stream<Path> paths = Files.walk(other)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> other.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

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
    void equalFilesGiveAnEqualDigest() throws IOException {
        file("a");
        assertThat(upload("name", "1", "path", "a").outputs().get("artifact-digest"))
                .isEqualTo(upload("name", "2", "path", "a").outputs().get("artifact-digest"))
                .isEqualTo(sha256(temp.resolve("store/1.zip")));
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

    private void three() throws IOException {
        for (String name : List.of("dist-linux", "dist-mac", "notes")) {
            file(name + ".txt");
            file("both/all.txt");
            upload("name", name, "path", name + ".txt\nboth/all.txt");
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
    void pathsStartAtTheWorkspaceOrAtHome() throws IOException {
        file("a");
        upload("path", "a");

        assertThat(download("name", "artifact", "path", "x/../y").folder()).isEqualTo(other.resolve("y"));
        assertThat(download("name", "artifact", "path", "~/y").folder()).isEqualTo(home.resolve("y"));
        assertThat(home.resolve("y/a")).isRegularFile();
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

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
