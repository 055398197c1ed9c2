package dev.slipway.files;

import static dev.slipway.files.Repository.HEADER;
import static dev.slipway.files.Repository.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreeTest {
    private static final String PATH = "Dockerfile";
    private static final FileSet FILES = wanted(PATH, "FROM a\n");
    private static final FileSet NEXT = wanted(PATH, "FROM b\n");

    private Repository repository;

    @BeforeEach
    void start(@TempDir Path root) {
        repository = new Repository(root);
    }

    private Verdict verdict(FileSet wanted) throws IOException {
        return repository.only(wanted).verdict();
    }

    @Test
    void anAbsentFileIsMissingAndGetsWritten() throws IOException {
        assertThat(verdict(FILES)).isEqualTo(Verdict.MISSING);
        assertThat(repository.apply(FILES).written()).containsExactly(PATH);
        assertThat(repository.read(PATH)).isEqualTo(HEADER + "FROM a\n");
        assertThat(repository.compare(FILES).clean()).isTrue();
    }

    @Test
    void comparingChangesNothing() throws IOException {
        repository.write(".slipway-0.tmp", "leftover");
        repository.compare(FILES);
        assertThat(repository.paths()).containsExactly(".slipway-0.tmp");
        assertThat(repository.has(".slipway")).isFalse();
    }

    @Test
    void aFileIsStaleWhenTheConfigMovesOn() throws IOException {
        repository.apply(FILES);
        FileDrift drift = repository.only(NEXT);
        assertThat(drift.verdict()).isEqualTo(Verdict.STALE);
        assertThat(drift.why()).isEqualTo("the config or a file it names has changed");
        repository.apply(NEXT);
        assertThat(repository.read(PATH)).isEqualTo(HEADER + "FROM b\n");
        assertThat(repository.paths()).containsExactly(PATH);
    }

    @Test
    void anEditedFileIsNotTouchedUntilForced() throws IOException {
        repository.apply(FILES);
        repository.write(PATH, HEADER + "FROM mine\n");
        assertThat(repository.only(FILES).why()).isEqualTo("edited by hand");
        Undecided undecided = catchThrowableOfType(Undecided.class, () -> repository.apply(FILES));
        assertThat(undecided).hasMessage("would destroy 'Dockerfile' (edited by hand)");
        assertThat(repository.read(PATH)).isEqualTo(HEADER + "FROM mine\n");

        Applied applied = repository.apply(FILES, Resolution.FORCE);
        assertThat(applied.saved()).containsEntry(PATH, "Dockerfile.orig");
        assertThat(repository.read("Dockerfile.orig")).isEqualTo(HEADER + "FROM mine\n");
        assertThat(repository.compare(FILES).clean()).isTrue();
    }

    @Test
    void anEditStaysAnEditWhenTheConfigMovesOnToo() throws IOException {
        repository.apply(FILES);
        repository.write(PATH, HEADER + "FROM mine\n");
        FileDrift drift = repository.only(NEXT);
        assertThat(drift.verdict()).isEqualTo(Verdict.EDITED);
        assertThat(drift.why()).isEqualTo("edited by hand, and the config or a file it names has changed");
    }

    @Test
    void anEditThatIsWhatIsWantedIsCurrent() throws IOException {
        repository.apply(FILES);
        repository.write(PATH, HEADER + "FROM b\n");
        assertThat(repository.compare(NEXT).clean()).isTrue();
        assertThat(repository.apply(NEXT).written()).isEmpty();
        assertThat(verdict(FILES)).as("the manifest was refreshed").isEqualTo(Verdict.STALE);
    }

    @Test
    void removingTheHeaderIsAnEdit() throws IOException {
        repository.apply(FILES);
        repository.write(PATH, "FROM a\n");
        assertThat(verdict(FILES)).isEqualTo(Verdict.EDITED);
    }

    @Test
    void aForeignFileIsNotTouchedUntilForced() throws IOException {
        repository.write(PATH, "FROM mine\n");
        repository.write("Dockerfile.orig", "older\n");
        assertThat(verdict(FILES)).isEqualTo(Verdict.FOREIGN);
        assertThatThrownBy(() -> repository.apply(FILES)).isInstanceOf(Undecided.class);
        assertThat(repository.apply(FILES, Resolution.FORCE).saved()).containsEntry(PATH, "Dockerfile.orig.1");
        assertThat(repository.read("Dockerfile.orig")).isEqualTo("older\n");
        assertThat(repository.read("Dockerfile.orig.1")).isEqualTo("FROM mine\n");
    }

    @Test
    void aCopyThatIsThereAlreadyIsNotMadeTwice() throws IOException {
        repository.write(PATH, "FROM mine\n");
        repository.write("Dockerfile.orig", "FROM mine\n");
        assertThat(repository.apply(FILES, Resolution.FORCE).saved()).containsEntry(PATH, "Dockerfile.orig");
        assertThat(repository.paths()).containsExactly(PATH, "Dockerfile.orig");
    }

    @Test
    void anAdoptedFileIsStaleFromThenOn() throws IOException {
        repository.write(PATH, "FROM mine\n");
        FileSet files = wanted(PATH, "FROM a\n", "other", "new\n");
        Applied applied = repository.apply(files, Resolution.ADOPT);
        assertThat(applied.adopted()).containsExactly(PATH);
        assertThat(applied.written()).containsExactly("other");
        assertThat(repository.read(PATH)).isEqualTo("FROM mine\n");
        assertThat(repository.compare(files).changed())
                .extracting(FileDrift::verdict, FileDrift::why)
                .containsExactly(tuple(Verdict.STALE, "adopted as it was, and not yet replaced"));
        assertThat(repository
                        .compare(wanted(PATH, "FROM b\n", "other", "new\n"))
                        .changed())
                .extracting(FileDrift::why)
                .containsExactly("adopted as it was, and not yet replaced");
        repository.apply(files);
        assertThat(repository.paths()).containsExactly(PATH, "other");
        assertThat(repository.compare(files).clean()).isTrue();
    }

    @Test
    void nothingAtAllIsWrittenWhileAFileNeedsADecision() throws IOException {
        repository.write("b", "mine\n");
        repository.write("c", HEADER + "old\n");
        FileSet files = wanted("a", "1\n", "b", "2\n", "c", "3\n");
        Undecided undecided = catchThrowableOfType(Undecided.class, () -> repository.apply(files));
        assertThat(undecided.files()).extracting(FileDrift::path).containsExactly("b", "c");
        assertThat(repository.paths()).containsExactly("b", "c");
        assertThat(repository.has(".slipway")).isFalse();
    }

    @Test
    void anUntouchedOrphanIsDeletedWithItsEmptyFolders() throws IOException {
        repository.apply(wanted(PATH, "FROM a\n", "docs/deep/x.md", "x\n", ".github/workflows/old.yml", "on: push\n"));
        assertThat(repository.compare(FILES).changed())
                .extracting(FileDrift::path, FileDrift::verdict, FileDrift::why)
                .containsExactly(
                        tuple(".github/workflows/old.yml", Verdict.ORPHAN, "no longer needed"),
                        tuple("docs/deep/x.md", Verdict.ORPHAN, "no longer needed"));
        assertThat(repository.apply(FILES).deleted()).containsExactly(".github/workflows/old.yml", "docs/deep/x.md");
        assertThat(repository.has("docs")).isFalse();
        assertThat(repository.has(".github/workflows")).isFalse();
        assertThat(repository.has(".github")).isTrue();
        assertThat(repository.compare(FILES).clean()).isTrue();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void aFolderWithOtherFilesStays() throws IOException {
        repository.apply(wanted(PATH, "FROM a\n", "docs/x.md", "x\n"));
        repository.write("docs/mine.md", "mine\n");
        repository.apply(FILES);
        assertThat(repository.paths()).containsExactly(PATH, "docs/mine.md");
    }

    @Test
    void anEditedOrphanStaysUntilForced() throws IOException {
        repository.apply(wanted(PATH, "FROM a\n", "x.md", "x\n"));
        repository.write("x.md", "mine\n");
        assertThat(repository.apply(FILES).leftAlone()).containsExactly("x.md");
        assertThat(repository.compare(FILES).changed())
                .extracting(FileDrift::verdict, FileDrift::why)
                .containsExactly(tuple(Verdict.ORPHAN, "edited by hand, and no longer needed"));
        assertThat(repository.apply(FILES, Resolution.FORCE).deleted()).containsExactly("x.md");
        assertThat(repository.read("x.md.orig")).isEqualTo("mine\n");
        assertThat(repository.compare(FILES).clean()).isTrue();
    }

    @Test
    void anOrphanThatIsGoneIsForgotten() throws IOException {
        repository.apply(wanted(PATH, "FROM a\n", "x.md", "x\n"));
        Files.delete(repository.at("x.md"));
        assertThat(repository.compare(FILES).clean()).isTrue();
        repository.apply(FILES);
        assertThat(repository.read(Manifest.PATH)).doesNotContain("x.md");
    }

    @Test
    void aLostManifestLosesNoWork() throws IOException {
        repository.apply(FILES);
        Files.delete(repository.at(Manifest.PATH));
        assertThat(repository.compare(FILES).clean()).isTrue();
        Drift drift = repository.compare(NEXT);
        assertThat(drift.manifest()).isEqualTo(ManifestState.ABSENT);
        assertThat(drift.files().get(0).verdict()).isEqualTo(Verdict.EDITED);
        assertThat(drift.files().get(0).why()).isEqualTo("not recorded in the manifest");
        assertThatThrownBy(() -> repository.apply(NEXT)).isInstanceOf(Undecided.class);
    }

    @Test
    void aDamagedManifestIsNotCleanAndHeals() throws IOException {
        repository.apply(FILES);
        repository.write(Manifest.PATH, "<<<<<<< ours\n" + repository.read(Manifest.PATH));
        Drift drift = repository.compare(NEXT);
        assertThat(drift.manifest()).isEqualTo(ManifestState.DAMAGED);
        assertThat(drift.files().get(0).verdict()).isEqualTo(Verdict.STALE);
        assertThat(repository.compare(FILES).clean()).isFalse();
        repository.apply(FILES);
        assertThat(repository.compare(FILES).clean()).isTrue();
    }

    @Test
    void aManifestOfAnotherToolLosesNoWork() throws IOException {
        repository.apply(FILES);
        repository.write(Manifest.PATH, "{\"files\": [\"Dockerfile\"]}");
        assertThat(verdict(NEXT)).isEqualTo(Verdict.EDITED);
        assertThat(verdict(FILES)).isEqualTo(Verdict.CURRENT);
    }

    @Test
    void theManifestSaysWhoWroteIt() throws IOException {
        new Worktree(repository.root(), "2.0.0").apply(repository.compare(FILES), Resolution.REFUSE);
        assertThat(repository.compare(FILES).writtenBy()).contains("2.0.0");
    }

    @Test
    void dosLineEndsAreNoDriftAndStay() throws IOException {
        repository.apply(FILES);
        repository.write(PATH, (HEADER + "FROM a\n").replace("\n", "\r\n"));
        repository.write(Manifest.PATH, repository.read(Manifest.PATH).replace("\n", "\r\n"));
        assertThat(repository.compare(FILES).clean()).isTrue();
        assertThat(verdict(NEXT)).isEqualTo(Verdict.STALE);
        repository.apply(NEXT);
        assertThat(repository.read(PATH)).isEqualTo((HEADER + "FROM b\n").replace("\n", "\r\n"));
        assertThat(repository.read(Manifest.PATH)).contains("\r\n");
        assertThat(repository.compare(NEXT).clean()).isTrue();
    }

    @Test
    void aByteOrderMarkIsNoDrift() throws IOException {
        repository.apply(FILES);
        repository.write(PATH, "\uFEFF" + HEADER + "FROM a\n");
        assertThat(repository.compare(FILES).clean()).isTrue();
        assertThat(verdict(NEXT)).isEqualTo(Verdict.STALE);
    }

    @Test
    void aFileThatIsNotUtf8IsKeptToTheByte() throws IOException {
        byte[] latin = (HEADER + "# Gr\u00fc\u00dfe\r\n").getBytes(StandardCharsets.ISO_8859_1);
        FileSet files = wanted(PATH, "# Gr\u00fc\u00dfe\n");
        repository.write(PATH, latin);
        assertThat(verdict(files)).isEqualTo(Verdict.EDITED);
        repository.write("other", new byte[] {(byte) 0xff, 0});
        assertThat(verdict(wanted("other", "x\n"))).isEqualTo(Verdict.FOREIGN);
        repository.apply(files, Resolution.FORCE);
        assertThat(repository.at("Dockerfile.orig")).hasBinaryContent(latin);
        assertThat(repository.compare(files).clean()).isTrue();
    }

    @Test
    void aSecondRunWritesNothing() throws IOException {
        repository.apply(FILES);
        List<Object> before = List.of(fileKey(PATH), fileKey(Manifest.PATH));
        assertThat(repository.apply(FILES).written()).isEmpty();
        assertThat(List.of(fileKey(PATH), fileKey(Manifest.PATH))).isEqualTo(before);
    }

    private Object fileKey(String path) throws IOException {
        return String.valueOf(Files.readAttributes(repository.at(path), "*").get("fileKey"));
    }

    @Test
    void aFileThatChangesAfterTheComparisonIsNotLost() throws IOException {
        repository.apply(FILES);
        Drift drift = repository.compare(NEXT);
        repository.write(PATH, "just now\n");
        assertThatThrownBy(() -> repository.tree().apply(drift, Resolution.FORCE))
                .isInstanceOf(IOException.class)
                .hasMessage("'Dockerfile' has changed since it was compared; run slipway again");
        assertThat(repository.read(PATH)).isEqualTo("just now\n");
    }

    @Test
    void leftoversOfAKilledRunAreRemoved() throws IOException {
        repository.write(".slipway-3.tmp", "half");
        repository.write(".slipway/.slipway-0.tmp", "half");
        repository.apply(FILES);
        assertThat(repository.paths()).containsExactly(PATH);
    }
}
