package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.scripts.Bash.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads the notes off changelogs. Beside each {@code .md} a file {@code .notes} has the tag and what is expected: the notes,
 * or {@code error:} and the message.
 */
@Tag("bash")
class ChangelogScriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/slipway/scripts/changelog");
    private static final List<String> AWKS = List.of("mawk", "gawk", "original-awk", "busybox");

    private static final String CHANGELOG = """
            # Changelog

            All notable changes. See 9.9.9 for nothing.

            ## [Unreleased]

            - soon

            ## [1.2.3](https://example.org/compare/1.2.2...1.2.3) - 2026-01-02

            ### Fixed

            - a fault

            ```sh
            # 1.2.2 is no heading here
            otto run
            ```

            ## v1.2.2 (2025-12-01)

            - older

            ## 1.2.1

            ## Version 1.2.0:

            - oldest
            """;

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
    private String notes(String awk, String changelog, String prefix, String version) throws IOException {
        Path folder = Files.createTempDirectory(root, "work");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        if (!awk.equals("awk")) {
            String program = awk.equals("busybox") ? "busybox awk" : awk;
            Path named = Files.writeString(bin.resolve("awk"), "#!/bin/sh\nexec " + program + " \"$@\"\n");
            assertThat(named.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(folder.resolve("CHANGELOG.md"), changelog);
        String prerelease = Boolean.toString(version.matches("[^+]*-.*"));
        String path = bin + ":" + System.getenv("PATH");
        Ran ran = new Bash(folder)
                .template(
                        "changelog",
                        Map.of("PATH", path, "VERSION", version, "TAG_PREFIX", prefix, "PRERELEASE", prerelease));
        if (ran.exit() == 0) {
            assertThat(ran.text()).isEmpty();
            return Files.readString(folder.resolve("notes/notes.md"));
        }
        assertThat(folder.resolve("notes")).doesNotExist();
        return ran.text()
                .replaceFirst("^::error file=CHANGELOG\\.md::", "error: ")
                .replaceFirst("^::error file=CHANGELOG\\.md,line=(\\d+)::", "error: line $1: ");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNotesAreThoseOfTheVersion(String name, String awk) throws IOException {
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
    void aChangelogThatIsMissingIsAnError() {
        assertThat(new Bash(root).template("changelog", Map.of("VERSION", "1.2.3", "PRERELEASE", "false")))
                .isEqualTo(new Ran(1, "::error::found no CHANGELOG.md\n"));
    }

    /** What the awk of this machine writes. */
    private Ran notes(String changelog, String version) throws IOException {
        Files.writeString(root.resolve("CHANGELOG.md"), changelog);
        String prerelease = Boolean.toString(version.contains("-"));
        Ran ran = new Bash(root).template("changelog", Map.of("VERSION", version, "PRERELEASE", prerelease));
        return ran.exit() == 0 ? new Ran(0, Files.readString(root.resolve("notes/notes.md"))) : ran;
    }

    @Test
    void theNotesAreTheSectionOfTheVersionWithoutItsHeading() throws IOException {
        assertThat(notes(CHANGELOG, "1.2.3")).isEqualTo(new Ran(0, """
                ### Fixed

                - a fault

                ```sh
                # 1.2.2 is no heading here
                otto run
                ```
                """));
    }

    @Test
    void aVersionIsFoundBehindAVAndBehindAWord() throws IOException {
        assertThat(notes(CHANGELOG, "1.2.2").text()).isEqualTo("- older\n");
        assertThat(notes(CHANGELOG, "1.2.0").text()).isEqualTo("- oldest\n");
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        assertThat(notes(CHANGELOG.replace("\n", "\r\n"), "1.2.2")).isEqualTo(new Ran(0, "- older\n"));
    }

    @Test
    void headingsMayBeUnderlined() throws IOException {
        String changelog = """
                2.0.0 (2026-01-02)
                ==================
                Bug fixes:

                * one

                1.0.0
                =====
                first
                """;
        assertThat(notes(changelog, "2.0.0").text()).isEqualTo("Bug fixes:\n\n* one\n");
        assertThat(notes(changelog, "1.0.0").text()).isEqualTo("first\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9", "1.2.1", "1.2", "2.3", "11.2.3"})
    void aVersionWithoutASectionIsRefused(String version) throws IOException {
        assertThat(notes(CHANGELOG, version))
                .isEqualTo(new Ran(1, "::error file=CHANGELOG.md::no section about " + version + "\n"));
    }

    @Test
    void aPrereleaseTakesWhatIsUnreleased() throws IOException {
        assertThat(notes(CHANGELOG, "1.3.0-rc.1").text()).isEqualTo("- soon\n");
        assertThat(notes(CHANGELOG + "\n## 1.3.0-rc.1\n\n- own\n", "1.3.0-rc.1").text())
                .isEqualTo("- own\n");
    }
}
