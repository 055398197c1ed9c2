package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads the notes off changelogs. Beside each {@code .md} a file {@code .notes} has the tag and what is expected: the notes,
 * or {@code error:} and the message.
 */
class ChangelogScriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/slipway/scripts/changelog");
    private static final List<String> AWKS = List.of("mawk", "gawk", "original-awk", "busybox");

    /** The same text from an editor on Windows. */
    private static String windows(String text) {
        return "\uFEFF" + text.stripTrailing().replace("\n", "\r\n");
    }

    @TempDir
    private Path root;

    @BeforeEach
    void assumeBash() {
        Scripts.assumeBash();
    }

    private static List<Path> changelogs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> awks() {
        List<String> named = AWKS.stream().filter(Scripts::onPath).toList();
        return named.isEmpty() ? List.of("awk") : named;
    }

    static Stream<Arguments> cases() throws IOException {
        return changelogs().stream()
                .flatMap(file -> awks().stream()
                        .map(awk -> Arguments.of(file.getFileName().toString(), awk)));
    }

    /** What the script wrote, or its error in the words of the expectation. */
    private String notes(String awk, String changelog, String prefix, String version)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(root, "work");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        if (!awk.equals("awk")) {
            String program = awk.equals("busybox") ? "busybox awk" : awk;
            Path named = Files.writeString(bin.resolve("awk"), "#!/bin/sh\nexec " + program + " \"$@\"\n");
            assertThat(named.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(folder.resolve("CHANGELOG.md"), changelog);
        Files.writeString(folder.resolve("script.sh"), dev.slipway.toolchain.Scripts.read("changelog"));
        ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "script.sh");
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("VERSION", version);
        builder.environment().put("TAG_PREFIX", prefix);
        builder.environment().put("PRERELEASE", Boolean.toString(version.matches("[^+]*-.*")));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() == 0) {
            assertThat(output).isEmpty();
            return Files.readString(folder.resolve("notes/notes.md"));
        }
        assertThat(folder.resolve("notes")).doesNotExist();
        return output.replaceFirst("^::error file=CHANGELOG\\.md::", "error: ")
                .replaceFirst("^::error file=CHANGELOG\\.md,line=(\\d+)::", "error: line $1: ");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNotesAreThoseOfTheVersion(String name, String awk) throws Exception {
        String expected = Files.readString(FOLDER.resolve(name.replace(".md", ".notes")));
        String tag = expected.lines().findFirst().orElseThrow();
        String version = tag.replaceFirst("^.*?(?=\\d+\\.\\d+\\.\\d+)", "");
        String prefix = tag.substring(0, tag.length() - version.length());
        String changelog = Files.readString(FOLDER.resolve(name));
        String notes = expected.substring(tag.length() + 1);
        assertThat(notes(awk, changelog, prefix, version)).isEqualTo(notes);
        assertThat(notes(awk, windows(changelog), prefix, version)).isEqualTo(notes);
    }

    @Test
    void thereAreManyChangelogs() throws IOException {
        assertThat(changelogs()).hasSizeGreaterThan(60);
        assertThat(awks()).isNotEmpty();
    }

    @Test
    void aChangelogThatIsMissingIsAnError() throws Exception {
        Path folder = Files.createDirectory(root.resolve("none"));
        Path script = Files.writeString(root.resolve("script.sh"), dev.slipway.toolchain.Scripts.read("changelog"));
        ProcessBuilder builder = new ProcessBuilder("bash", "-eo", "pipefail", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("VERSION", "1.2.3", "PRERELEASE", "false"));
        Process process = builder.start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("::error::there is no CHANGELOG.md\n");
        assertThat(process.waitFor()).isEqualTo(1);
    }
}
