package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.detect.SampleRepository;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the move that {@code docs/move-from-cargo-dist.md} shows. */
class MoveFromDistPageTest {
    private static final String PAGE = Examples.read(Path.of("docs/move-from-cargo-dist.md"));

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A block of the page: what was before, what comes after, what is lost, what is released. */
    private static List<String> block(int index) {
        return PAGE.split("(?m)^```[a-z]*\n")[2 * index + 1].lines().toList();
    }

    @BeforeEach
    void move() {
        new SampleRepository(directory)
                .file(
                        "Cargo.toml",
                        "[package]\nname = \"kelp\"\nversion = \"1.4.0\"\nlicense = \"MIT\"\n[features]\nvendored = []\n"
                                + "[profile.dist]\ninherits = \"release\"\n")
                .file("Cargo.lock", "version = 4\n")
                .file("src/main.rs", "fn main() {}\n")
                .file("LICENSE", "MIT\n")
                .file("README.md", "# kelp\n")
                .file("CHANGELOG.md", "# 1.4.0\n")
                .file("dist-workspace.toml", String.join("\n", block(0)) + "\n")
                .committed()
                .origin("https://github.com/reef-tools/kelp")
                .git("tag", "v1.4.0");
        int exit = Main.run(
                List.of("-C", directory.toString(), "init", "--dry-run", "--date", "2026-11-23"),
                new PrintWriter(out),
                new PrintWriter(err));
        assertThat(exit).as(err.toString()).isZero();
    }

    @Test
    void theConfigIsTheOneThatInitWrites() {
        assertThat(out.toString().lines().filter(line -> !line.startsWith("#"))).containsExactlyElementsOf(block(1));
    }

    @Test
    void theLossesAreThoseOfTheReport() {
        assertThat(Stream.of(err.toString().split("\n\n"))
                        .filter(section -> section.startsWith("not covered by the config:"))
                        .collect(Collectors.joining())
                        .lines())
                .containsExactlyElementsOf(block(2));
    }

    @Test
    void theFilesAreThoseOfThePlan() {
        assertThat(Examples.generate(String.join("\n", block(1)) + "\n").plan().assets("v1.5.0"))
                .containsExactlyElementsOf(block(3));
    }
}
