package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be printed is not a success. */
class FailedWriteTest {
    @TempDir
    Path root;

    /** A disk with room for some bytes, or a reader that takes no more. */
    private static final class Full extends OutputStream {
        private final String why;
        private int room;

        Full(int room, String why) {
            this.room = room;
            this.why = why;
        }

        @Override
        public void write(int b) throws IOException {
            if (room == 0) {
                throw new IOException(why);
            }
            room--;
        }
    }

    private record Ended(int exit, String err) {}

    private static Ended run(OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.program(List.of(args), out, err, Map.of());
        return new Ended(exit, err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void noCommandEndsWellWhereItsAnswerIsLost() throws IOException {
        Folder folder = Folder.generated(root);
        folder.write("Cargo.toml", """
                [package]
                name = "tool"
                version = "1.0.0"
                repository = "https://github.com/a/b"
                """).write("src/main.rs", "");
        for (String command : List.of(
                "plan",
                "plan --format json",
                "schema",
                "completion bash",
                "graph",
                "check",
                "check --format sarif",
                "lint",
                "doctor",
                "generate",
                "init --dry-run --config new.yml",
                "--help",
                "--version")) {
            Ended ended = run(new Full(5, "No space left on device"), ("-C " + root + " " + command).split(" "));
            assertThat(ended.exit()).describedAs(command).isEqualTo(2);
            assertThat(ended.err()).endsWith("error: cannot write to standard output: No space left on device\n");
        }
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() {
        Ended ended = run(new Full(5, "Broken pipe"), "schema");
        assertThat(ended).isEqualTo(new Ended(141, ""));
    }

    @Test
    void aProblemThatNobodyCanReadIsAFailureToo() throws IOException {
        Folder.generated(root);
        String[] args = {"-C", root.toString(), "doctor", "--frobnicate"};
        assertThat(Main.program(
                        List.of(args),
                        OutputStream.nullOutputStream(),
                        new Full(0, "No space left on device"),
                        Map.of()))
                .isEqualTo(2);
    }

    @Test
    void theSummaryOfAJobIsWrittenOrMissed() throws IOException {
        Folder folder = new Folder(root).write(".github/workflows/a.yml", "on: push\njobs: {}\n");
        Path summary = root.resolve("summary.md");
        String[] args = {"-C", root.toString(), "lint", "--format", "github"};
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream out = OutputStream.nullOutputStream();
        assertThat(Main.program(List.of(args), out, err, Map.of("GITHUB_STEP_SUMMARY", summary.toString())))
                .isEqualTo(1);
        assertThat(folder.read("summary.md")).startsWith("### slipway");
        Files.delete(summary);
        Files.createDirectory(summary);
        assertThat(Main.program(List.of(args), out, err, Map.of("GITHUB_STEP_SUMMARY", summary.toString())))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(summary.toString());
    }

    @Test
    void whatIsThrownBeforeACommandBeginsIsSaidInWords() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.program(
                List.of("schema"), OutputStream.nullOutputStream(), err, Map.of("GITHUB_STEP_SUMMARY", "a\0b"));
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("error: nul character not allowed: 'a·b'\n");
    }

    @Test
    void answersAreUtf8WhateverTheLocale() throws IOException {
        new Folder(root).write(".github/workflows/a.yml", "on: push\nnäme: ✓\njobs: {}\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.program(List.of("-C", root.toString(), "lint"), out, OutputStream.nullOutputStream(), Map.of());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\nnäme: ✓\n");
    }
}
