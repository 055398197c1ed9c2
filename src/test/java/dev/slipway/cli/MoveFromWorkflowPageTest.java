package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The move on {@code docs/move-from-a-workflow.md} is what the commands do. */
class MoveFromWorkflowPageTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```\\w*\n(.*?)```\n");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([^`]+)` \\| (?:`([^`]+)`|the (same)|not released) \\|$");

    @TempDir
    Path root;

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/move-from-a-workflow.md"));
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(page())
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** A block without the comment that names its file. */
    private static String file(int block) throws IOException {
        return blocks().get(block).replaceFirst("^# .*\n", "");
    }

    @Test
    void initWritesAndSaysWhatThePageShows() throws IOException {
        new SampleRepository(root)
                .file("Cargo.toml", """
                        [package]
                        name = "tern"
                        version = "2.3.0"
                        license = "MIT"
                        repository = "https://github.com/acme/tern"
                        [workspace]
                        members = ["core"]
                        """)
                .file("Cargo.lock", "version = 4\n")
                .file("LICENSE", "")
                .file("README.md", "")
                .file("src/main.rs", "fn main() {}\n")
                .file("core/Cargo.toml", "[package]\nname = \"tern-core\"\nversion = \"2.3.0\"\n")
                .file("core/src/lib.rs", "")
                .file(".github/workflows/cd.yml", file(0))
                .file(".github/workflows/ci.yaml", file(1))
                .committed();
        String directory = root.toString();

        Ran dry = Ran.slipway("-C", directory, "init", "--dry-run", "--date", "2026-11-23");
        assertThat(dry.out().replaceAll("(?m)^#.*\n", "")).isEqualTo(file(2));
        assertThat(dry.err()).contains("\n" + blocks().get(3).strip() + "\n");

        assertThat(Ran.slipway("-C", directory, "init", "--date", "2026-11-23").exit())
                .isZero();
        String plan = Ran.slipway("-C", directory, "plan", "v2.3.0").out();
        List<MatchResult> rows = ROW.matcher(page()).results().toList();
        assertThat(plan.lines()
                        .map(String::strip)
                        .filter(line -> line.matches("tern-v2.*"))
                        .flatMap(line -> Stream.of(line.replace(" + .sha256", ""), line.replace(" + ", ""))))
                .containsExactlyInAnyOrderElementsOf(rows.stream()
                        .flatMap(row -> row.group(2) != null
                                ? Stream.of(row.group(2))
                                : row.group(3) != null ? Stream.of(row.group(1)) : Stream.of())
                        .toList());
        rows.stream()
                .filter(row -> row.group(3) == null)
                .forEach(row -> assertThat(dry.err()).contains(row.group(1).replace("v2.3.0", "{tag}")));
    }
}
