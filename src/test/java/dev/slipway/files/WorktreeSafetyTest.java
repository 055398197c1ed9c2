package dev.slipway.files;

import static dev.slipway.files.Repository.HEADER;
import static dev.slipway.files.Repository.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreeSafetyTest {
    private static final FileSet FILES = wanted("a", "1\n", "docs/x.md", "x\n");

    private Path outside;
    private Repository repository;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        outside = Files.createDirectory(folder.resolve("outside"));
        repository = new Repository(Files.createDirectory(folder.resolve("repository")));
    }

    private void refused(FileSet files, String message) {
        assertThatThrownBy(() -> repository.apply(files, Resolution.FORCE))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    private void link(String path, Path target) throws IOException {
        Files.createDirectories(repository.at(path).getParent());
        Files.createSymbolicLink(repository.at(path), target);
    }

    @Test
    void aFolderThatIsALinkIsRefused() throws IOException {
        link("docs", outside);
        refused(
                FILES,
                "'docs/x.md' leads through the symbolic link 'docs', which slipway does not follow;"
                        + " put a plain folder there");
        assertThat(outside).isEmptyDirectory();
        assertThat(repository.paths()).containsExactly("docs");
    }

    @Test
    void aFileThatIsALinkIsRefusedEvenInsideAndEvenDangling() throws IOException {
        String message = "'docs/x.md' leads through the symbolic link 'docs/x.md', which slipway does not follow;"
                + " put a plain file there";
        repository.write("there", "mine\n");
        link("docs/x.md", repository.at("there"));
        refused(FILES, message);
        Files.delete(repository.at("docs/x.md"));
        link("docs/x.md", outside.resolve("nothing"));
        refused(FILES, message);
        assertThat(repository.read("there")).isEqualTo("mine\n");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void theFolderOfTheManifestIsNoLinkEither() throws IOException {
        link(".slipway", outside);
        assertThatThrownBy(() -> repository.apply(FILES)).hasMessageContaining("symbolic link '.slipway'");
        assertThat(outside).isEmptyDirectory();
        assertThat(repository.paths()).containsExactly(".slipway");
    }

    @Test
    void anOrphanIsNotDeletedThroughALink() throws IOException {
        repository.apply(FILES);
        Files.move(repository.at("docs"), outside.resolve("docs"));
        link("docs", outside.resolve("docs"));
        assertThatThrownBy(() -> repository.apply(wanted("a", "1\n"))).hasMessageContaining("symbolic link 'docs'");
        assertThat(outside.resolve("docs/x.md")).exists();
    }

    @Test
    void aManifestCannotPointOutside() throws IOException {
        Files.writeString(outside.resolve("victim"), "text\n");
        String path = repository.root().relativize(outside.resolve("victim")).toString();
        repository.write(
                Manifest.PATH,
                "{\n  \"" + path + "\": \"" + Fingerprint.of(path, "text\n")
                        + "\",\n  \"//\": \"sha256 of each file as slipway 1.0.0 wrote it\"\n}\n");
        repository.apply(FILES);
        assertThat(outside.resolve("victim")).exists();
    }

    @Test
    void theRepositoryItselfMayBeALink() throws IOException {
        Path link = outside.resolve("link");
        Files.createSymbolicLink(link, repository.root());
        new Repository(link).apply(FILES);
        assertThat(repository.compare(FILES).clean()).isTrue();
    }

    @Test
    void aFolderInTheWayIsRefused() throws IOException {
        Files.createDirectories(repository.at("docs/x.md"));
        refused(FILES, "'docs/x.md' is a folder, but slipway needs a file there");
        assertThat(repository.paths()).isEmpty();
    }

    @Test
    void aFileInTheWayOfAFolderIsRefused() throws IOException {
        repository.write("docs", "mine\n");
        refused(FILES, "'docs' is a file, but 'docs/x.md' needs a folder there");
        assertThat(repository.paths()).containsExactly("docs");
    }

    @Test
    void aRepositoryThatIsNotThereIsRefused() {
        Repository nowhere = new Repository(outside.resolve("nowhere"));
        assertThatThrownBy(() -> nowhere.compare(FILES))
                .hasMessage("'" + outside.resolve("nowhere").toAbsolutePath() + "' is not a folder");
    }

    @Test
    void aNameThatTheSystemCannotHoldWritesNothing() throws IOException {
        String name = "n".repeat(300);
        assertThatThrownBy(() -> repository.apply(wanted("a", "1\n", name, "x\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'" + name + "'");
        assertThat(repository.paths()).isEmpty();
    }

    @Test
    void aFolderWithoutPermissionWritesNothing() throws IOException {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write anywhere");
        repository.apply(FILES);
        Path docs = repository.at("docs");
        Files.setPosixFilePermissions(docs, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            refused(wanted("a", "2\n", "docs/x.md", "y\n"), "cannot write 'docs/x.md': permission denied");
            assertThat(repository.read("a")).isEqualTo(HEADER + "1\n");
            refused(wanted("a", "2\n"), "cannot delete 'docs/x.md': permission denied");
            assertThat(repository.read("a")).isEqualTo(HEADER + "1\n");
            assertThat(repository.paths()).containsExactly("a", "docs/x.md");
        } finally {
            Files.setPosixFilePermissions(docs, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFileKeepsItsMode() throws IOException {
        assumeTrue(Files.getFileStore(outside).supportsFileAttributeView("posix"), "modes are of POSIX");
        repository.apply(FILES);
        Files.setPosixFilePermissions(repository.at("a"), PosixFilePermissions.fromString("rwxr-x--x"));
        repository.write("a", "mine\n");
        repository.apply(FILES, Resolution.FORCE);
        assertThat(Files.getPosixFilePermissions(repository.at("a")))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-x--x"));
        assertThat(Files.getPosixFilePermissions(repository.at("a.orig")))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-x--x"));
    }
}
