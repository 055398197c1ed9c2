package dev.slipway.regenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.slipway.Examples;
import dev.slipway.GoldenTest;
import dev.slipway.files.FileSet;
import dev.slipway.files.GeneratedFile;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Changes each key of Otto's config once: the table of {@code docs/regenerate.md} is what that does to its files. */
class RegenerateTest {
    private static final Path PAGE = Path.of("docs/regenerate.md");

    /** A key, what stands there, and what is written instead. */
    private record Change(String key, String before, String after) {
        String apply(String config) {
            String section = key.replaceFirst("\\..*", "");
            String changed = config.lines()
                    .map(line -> line.startsWith(section + ":") ? line.replace(before, after) : line)
                    .collect(Collectors.joining("\n", "", "\n"));
            assertThat(changed).as(key).isNotEqualTo(config);
            return changed;
        }
    }

    private static final List<Change> CHANGES = List.of(
            new Change("name", "otto", "ottoman"),
            new Change("repository", "otto-rs/otto", "otto-rs/tool"),
            new Change("rust.toolchain", "1.94.0", "1.95.0"),
            new Change("rust.locked", "locked: false", "locked: true"),
            new Change("rust.history", "history: true", "history: false"),
            new Change("targets", "macos-x86_64, macos-arm64", "macos-arm64"),
            new Change("linux.container", "debian:bookworm", "debian:bullseye"),
            new Change("linux.packages", "pkg-config, libssl-dev", "pkg-config"),
            new Change("macos.runner", "macos-14", "macos-15"),
            new Change("docker.base", "debian:bookworm-slim", "ubuntu:24.04"),
            new Change("ci.branches", "[main]", "[main, next]"),
            new Change("ci.os", "ubuntu-latest, macos-14", "ubuntu-latest"),
            new Change("docs.release", "docs/docker-release-setup.md", "docs/releasing.md"));

    private final String config = Examples.read(Path.of("generated/otto/slipway.yml"));
    private final FileSet before = Examples.generate(config).files();

    @Test
    void thePageSaysWhatEachChangeTouches() throws IOException {
        String page = page();
        if (GoldenTest.writes(System.getProperty("golden", ""), System.getenv())) {
            Files.writeString(PAGE, page);
            fail("wrote %s, review it", PAGE);
        }
        assertThat(Examples.read(PAGE).replace("\r\n", "\n")).isEqualTo(page);
    }

    /** But for the one that changes what commands say, and no file. */
    @Test
    void everyKeyOfOttosConfigIsChanged() {
        Node document = YamlReader.read(new SourceText("slipway.yml", config));
        List<String> keys = keys(document, "");
        assertThat(keys.remove("retired-runners")).isTrue();
        assertThat(CHANGES).extracting(Change::key).containsExactlyInAnyOrderElementsOf(keys);
    }

    private static List<String> keys(Node node, String prefix) {
        List<String> keys = new ArrayList<>();
        node.fold(
                mapping -> {
                    mapping.entries().forEach((key, entry) -> keys.addAll(keys(entry.value(), prefix + "." + key)));
                    return keys;
                },
                sequence -> keys,
                scalar -> keys);
        return keys.isEmpty() ? List.of(prefix.substring(1)) : keys;
    }

    /** Nothing but what the key is about: the image knows nothing of macOS, and CI nothing of archives. */
    @Test
    void noChangeReachesFartherThanItsKey() {
        assertThat(paths("macos.runner")).doesNotContain("Dockerfile", ".dockerignore", ".github/workflows/ci.yml");
        assertThat(paths("linux.packages")).doesNotContain("Dockerfile", ".github/workflows/ci.yml");
        assertThat(paths("ci.branches")).containsExactly(".github/workflows/ci.yml");
        assertThat(paths("ci.os")).containsExactly(".github/workflows/ci.yml");
        assertThat(paths("docker.base")).containsExactly("Dockerfile", "docs/docker-release-setup.md");
        assertThat(paths("rust.toolchain"))
                .containsExactly(".github/workflows/release-and-publish.yml", ".github/workflows/ci.yml");
        assertThat(CHANGES)
                .allSatisfy(
                        change -> assertThat(touched(change)).as(change.key()).isNotEmpty());
    }

    private List<String> paths(String key) {
        return CHANGES.stream()
                .filter(change -> change.key().equals(key))
                .flatMap(change -> touched(change).stream())
                .map(Touched::path)
                .toList();
    }

    private List<Touched> touched(Change change) {
        FileSet after = Examples.generate(change.apply(config)).files();
        return Stream.concat(before.files().stream(), after.files().stream())
                .map(GeneratedFile::path)
                .distinct()
                .map(path -> Touched.of(path, text(before, path), text(after, path)))
                .filter(file -> file.removed() + file.added() > 0)
                .toList();
    }

    private static String text(FileSet files, String path) {
        return files.file(path).map(GeneratedFile::text).orElse("");
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # How a change to the config affects the generated files

                A pull request that changes one key of `slipway.yml` should show a reviewer only what that key controls. This table changes one
                key of Otto's config (`generated/otto`) at a time. `−1 +1` means one line removed and one added. The last column lists the jobs,
                steps and sections that contain these lines; *the top* is the text before the first section.

                A test generates this table and compares it with the page. To regenerate it, run `mvn test -Dtest=RegenerateTest -Dgolden=write`.

                | key | change | file | lines | where |
                | --- | --- | --- | --- | --- |
                """);
        for (Change change : CHANGES) {
            String key = "`" + change.key() + "`";
            String words = "`" + change.before() + "` → `" + change.after() + "`";
            for (Touched file : touched(change)) {
                page.append(Stream.of(key, words, file(file), lines(file), where(file))
                        .collect(Collectors.joining(" | ", "| ", " |\n")));
                key = "";
                words = "";
            }
        }
        return page.toString().replace("|  |  |", "| | |");
    }

    private static String file(Touched file) {
        return "`" + file.path().substring(file.path().lastIndexOf('/') + 1) + "`";
    }

    private static String lines(Touched file) {
        return "−" + file.removed() + " +" + file.added();
    }

    private static String where(Touched file) {
        return String.join("; ", file.places());
    }
}
