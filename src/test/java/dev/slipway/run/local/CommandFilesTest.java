package dev.slipway.run.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandFilesTest {
    @TempDir
    Path folder;

    private CommandFiles files;

    @BeforeEach
    void make() {
        files = CommandFiles.make(folder.resolve("step"));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(files.folder().resolve(file), text);
    }

    private Map<String, String> outputs(String text) throws IOException {
        write("GITHUB_OUTPUT", text);
        return files.outputs();
    }

    @Test
    void everyFileIsThereAndEmptyBeforeTheStepRuns() throws IOException {
        assertThat(files.variables("/seen"))
                .containsOnlyKeys("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_STATE")
                .containsEntry("GITHUB_ENV", "/seen/GITHUB_ENV");
        for (String name : files.variables("").keySet()) {
            assertThat(Files.size(files.folder().resolve(name))).isZero();
        }
        assertThat(files.outputs()).isEmpty();
        assertThat(files.path()).isEmpty();
    }

    @Test
    void aValueIsWhatFollowsTheFirstEqualsSign() throws IOException {
        assertThat(outputs("a=1=2\nempty=\n\n b = c \nurl=x<<y\n"))
                .containsExactly(
                        Map.entry("a", "1=2"),
                        Map.entry("empty", ""),
                        Map.entry(" b ", " c "),
                        Map.entry("url", "x<<y"));
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(outputs("a=1")).containsExactly(Map.entry("a", "1"));
        assertThat(outputs("a<<END\n1\nEND")).containsExactly(Map.entry("a", "1"));
    }

    @Test
    void theLaterValueOfANameCounts() throws IOException {
        assertThat(outputs("a=1\na=2\n")).containsExactly(Map.entry("a", "2"));
    }

    @Test
    void aLongValueEndsAtItsWordAlone() throws IOException {
        assertThat(outputs("a<<END\n\nx=y\n END\nEND of\n\nEND\nb<<=\n=\nc=3\n"))
                .containsExactly(Map.entry("a", "\nx=y\n END\nEND of\n"), Map.entry("b", ""), Map.entry("c", "3"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCarriageReturnBelongsToTheValueAndEndsNoLine() throws IOException {
        assertThat(outputs("a=1\r\nb=2\r3\nc<<END\r\nx\r\ny\nEND\r\n"))
                .containsExactly(Map.entry("a", "1\r"), Map.entry("b", "2\r3"), Map.entry("c", "x\r\ny"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheName() throws IOException {
        assertThat(outputs("\ufeffa=ü\n")).containsExactly(Map.entry("a", "ü"));
        for (var charset : new java.nio.charset.Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            Files.write(files.folder().resolve("GITHUB_OUTPUT"), "\ufeffa=ü\n".getBytes(charset));
            assertThat(files.outputs()).containsExactly(Map.entry("a", "ü"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "=x", "<<END\nEND", "a<<\n\n", "a<<END\n1\n", "a<<END\n1\nEND ", "a<<END\n1\nEND="})
    void whatIsNoValueIsAnErrorThatNamesTheFile(String text) {
        assertThatExceptionOfType(CommandFiles.Malformed.class)
                .isThrownBy(() -> outputs(text))
                .withMessageStartingWith("$GITHUB_OUTPUT: ");
    }

    @Test
    void theFolderThatWasAddedLastComesFirst() throws IOException {
        write("GITHUB_PATH", "/a\n\n/b\r\n/c d\n/a\n");
        assertThat(files.path()).containsExactly("/a", "/c d", "/b");
    }

    @Test
    void variablesAreReadFromTheirOwnFileWithoutTheOneThatIsRefused() throws IOException {
        write("GITHUB_ENV", "A=1\nNODE_OPTIONS=--require x\nnode_options=x\n");
        assertThat(files.env()).containsExactly(Map.entry("A", "1"));
        assertThat(files.outputs()).isEmpty();
    }

    @Test
    void aFileThatTheStepRemovedIsEmpty() throws IOException {
        Files.delete(files.folder().resolve("GITHUB_ENV"));
        assertThat(files.env()).isEmpty();
        write("GITHUB_STEP_SUMMARY", "# done\n");
        assertThat(files.summary(line -> {})).isEqualTo("# done\n");
    }

    @Test
    void aSummaryThatIsTooLongIsLeftOutAsOnGitHub() throws IOException {
        List<String> log = new ArrayList<>();
        write("GITHUB_STEP_SUMMARY", "x".repeat(1 << 20));
        assertThat(files.summary(log::add)).hasSize(1 << 20);
        write("GITHUB_STEP_SUMMARY", "x".repeat(2 << 20));
        assertThat(files.summary(log::add)).isEmpty();
        assertThat(log)
                .containsExactly(
                        "Error: $GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got 2048k");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsNoFileFailsTheStepInsteadOfKeepingItWaiting() throws Exception {
        Path output = files.folder().resolve("GITHUB_OUTPUT");
        Files.delete(output);
        assertThat(new ProcessBuilder("mkfifo", output.toString()).start().waitFor())
                .isZero();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatExceptionOfType(CommandFiles.Malformed.class)
                        .isThrownBy(files::outputs)
                        .withMessage("'$GITHUB_OUTPUT' is a pipe, a socket or a device, not a regular file; "
                                + "put a regular file there"));
        Files.delete(output);
        Files.createSymbolicLink(output, Path.of("/dev/zero"));
        assertThatExceptionOfType(CommandFiles.Malformed.class).isThrownBy(files::outputs);
        Files.delete(output);
        try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        assertThatExceptionOfType(CommandFiles.Malformed.class)
                .isThrownBy(files::outputs)
                .withMessageStartingWith("'$GITHUB_OUTPUT' is larger than 16 MiB");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there")
    void aLinkToAFileIsFollowedAsOnGitHub() throws IOException {
        Path output = files.folder().resolve("GITHUB_OUTPUT");
        Files.delete(output);
        Files.createSymbolicLink(output, Files.writeString(folder.resolve("own"), "a=1\n"));
        assertThat(files.outputs()).containsExactly(Map.entry("a", "1"));
    }
}
