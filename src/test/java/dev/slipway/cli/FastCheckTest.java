package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A stamp can make a check slower than it needs to be, but never reports success if a check would not. */
class FastCheckTest {
    private static final List<String> CHECK = List.of("check", "--fast");
    private static final long NOW = 1_800_000_000_000L;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir
    private Path scratch;

    private Path root;
    private Path jar;
    private FastCheck fast;

    @BeforeEach
    void generate() throws IOException {
        root = Files.createDirectories(scratch.resolve("repository")).toRealPath();
        jar = Files.writeString(scratch.resolve("slipway.jar"), "a program");
        Files.createDirectories(root.resolve(".slipway/templates"));
        Files.writeString(root.resolve("slipway.yml"), """
                extends: ./shared/slipway.base.yml
                repository: example/sample
                targets: [linux-amd64]
                docs: { release: docs/releasing.md, intro: intro.md }
                """);
        Files.createDirectories(root.resolve("shared"));
        Files.writeString(root.resolve("shared/slipway.base.yml"), "rust: { toolchain: stable }\n");
        Files.writeString(root.resolve("intro.md"), "Read this first.\n");
        assertThat(slipway("generate")).isZero();
        fast = FastCheck.of(root, environment(), jar.toString()).orElseThrow();
        stamp();
    }

    @Test
    void passesWhereNothingHasChanged() {
        assertThat(fast.passes(NOW)).isTrue();
        assertThat(fast.passes(NOW + 1000)).isTrue();
        assertThat(answer(CHECK)).isEqualTo(FastCheck.CURRENT + "\n");
        assertThat(answer(List.of("--fast", "check", "--quiet"))).isEmpty();
    }

    @Test
    void changedBytesOfEveryFileTakeAFullCheck() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(4);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                int step = Math.max(1, bytes.length / 25); // StampTest changes every byte
                for (int i = 0; i < bytes.length; i += step) {
                    put(channel, i, bytes[i] ^ 1 << i % 8);
                    if (fast.passes(NOW)) {
                        fail("%s with another byte %d passes", file, i);
                    }
                    put(channel, i, bytes[i]);
                }
            }
        }
        assertThat(fast.passes(NOW)).isTrue();
    }

    private static void put(FileChannel channel, int at, int value) throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {(byte) value}), at);
    }

    @Test
    void changedBytesOfTheStampTakeAFullCheck() throws IOException {
        byte[] bytes = Files.readAllBytes(fast.stamp());
        try (FileChannel channel = FileChannel.open(fast.stamp(), StandardOpenOption.WRITE)) {
            for (int i = 0; i < bytes.length; i += i < 60 ? 1 : 151) {
                put(channel, i, bytes[i] ^ 16);
                if (fast.passes(NOW)) {
                    fail("the stamp with another byte %d passes", i);
                }
                put(channel, i, bytes[i]);
            }
        }
        for (int length : List.of(0, 5, 8, bytes.length / 2, bytes.length - 1)) {
            Files.write(fast.stamp(), Arrays.copyOf(bytes, length));
            assertThat(fast.passes(NOW)).as("length " + length).isFalse();
        }
        Files.delete(fast.stamp());
        assertThat(fast.passes(NOW)).isFalse();
    }

    @Test
    void filesThatComeAndGoTakeAFullCheck() throws IOException {
        for (String added : List.of(
                "slipway.beta.yml",
                ".slipway/templates/workflow.yml.ftl",
                ".slipway/templates/scripts/x.sh",
                ".slipway/manifest.beta.json",
                ".github/workflows/actions.lock")) {
            Path file = root.resolve(added);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x\n");
            assertThat(fast.passes(NOW) && slipway("check") != 0).as(added).isFalse();
            Files.delete(file);
        }
        for (Path file : files()) {
            Path away = scratch.resolve("away");
            Files.move(file, away);
            assertThat(fast.passes(NOW)).as("without " + file).isFalse();
            Files.createSymbolicLink(file, away);
            assertThat(fast.passes(NOW)).as(file + " as a link").isFalse();
            Files.delete(file);
            Files.createDirectory(file);
            assertThat(fast.passes(NOW)).as(file + " as a folder").isFalse();
            Files.delete(file);
            Files.move(away, file);
        }
        assertThat(fast.passes(NOW)).isTrue();
    }

    @Test
    void aStampIsOfOneProgramRepositoryAndDay() throws IOException {
        assertThat(fast.passes(NOW - 1)).isFalse();
        assertThat(fast.passes(NOW + 24L * 60 * 60 * 1000)).isFalse();
        assertThat(new FastCheck(root, fast.stamp(), fast.program() + " ").passes(NOW))
                .isFalse();
        assertThat(new FastCheck(scratch.toRealPath(), fast.stamp(), fast.program()).passes(NOW))
                .isFalse();
        Files.writeString(jar, "another program");
        assertThat(FastCheck.of(root, environment(), jar.toString())
                        .orElseThrow()
                        .passes(NOW))
                .isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatOthersOwnOrCanWriteIsNotTrusted() throws IOException {
        Path folder = fast.stamp().getParent();
        for (String open : List.of("rwxrwx---", "rwx---rwx", "rwx----w-")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(open));
            assertThat(fast.passes(NOW)).as(open).isFalse();
        }
        stamp();
        assertThat(fast.passes(NOW)).as("closed by the next check").isTrue();
        Path elsewhere = Files.move(folder, scratch.resolve("elsewhere"));
        Files.createSymbolicLink(folder, elsewhere);
        assertThat(fast.passes(NOW)).as("through a link").isFalse();
    }

    @Test
    void thereIsNoneInContinuousIntegrationNorInsideOfTheRepository() {
        assertThat(FastCheck.of(root, Map.of("CI", "", "HOME", scratch.toString()), jar.toString()))
                .isEmpty();
        assertThat(FastCheck.of(root, Map.of("HOME", root.toString()), jar.toString()))
                .isEmpty();
        assertThat(FastCheck.of(root, Map.of("XDG_CACHE_HOME", "cache"), jar.toString()))
                .isEmpty();
        assertThat(FastCheck.of(root, Map.of(), jar.toString())).isEmpty();
        assertThat(FastCheck.of(root, environment(), "target/classes")).isEmpty();
    }

    @Test
    void otherCommandLinesAreReadInFull() {
        for (String line : List.of(
                "check",
                "check --fast --strict-pins",
                "check --fast --format json",
                "generate --fast",
                "check --fast --config slipway.yml",
                "check --fast check",
                "check --fast --help",
                "-C check --fast",
                "check --fast --date 2026-01-01")) {
            List<String> words = Stream.concat(Stream.of(line.split(" ")), Stream.of("-C", root.toString()))
                    .toList();
            assertThat(FastCheck.answer(words.toArray(String[]::new), environment(), jar.toString(), NOW))
                    .as(line)
                    .isEmpty();
        }
    }

    @Test
    void whatIsNotInOrderGetsNoStamp() throws IOException {
        Files.delete(fast.stamp());
        Path workflow = root.resolve("docs/releasing.md");
        String text = Files.readString(workflow);
        Files.writeString(workflow, text + "more\n");
        stamp();
        assertThat(fast.stamp()).doesNotExist();
        Files.writeString(workflow, text);
        stamp();
        assertThat(fast.stamp()).exists();
    }

    private void stamp() {
        CheckStamp.keep(fast, NOW, TODAY);
    }

    private String answer(List<String> line) {
        List<String> words =
                Stream.concat(line.stream(), Stream.of("-C", root.toString())).toList();
        return FastCheck.answer(words.toArray(String[]::new), environment(), jar.toString(), NOW)
                .orElseThrow();
    }

    private Map<String, String> environment() {
        return Map.of(
                "XDG_CACHE_HOME", scratch.resolve("cache").toAbsolutePath().toString());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private int slipway(String command) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.run(List.of("-C", root.toString(), command), nowhere, nowhere);
    }
}
