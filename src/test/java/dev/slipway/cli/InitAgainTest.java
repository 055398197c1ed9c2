package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} in a repository for which Slipway has already generated files. */
class InitAgainTest {
    @TempDir
    Path directory;

    private String first = "";

    @BeforeEach
    void generate() throws IOException {
        new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"heron\"\nversion = \"0.4.0\"\nlicense = \"ISC\"\n")
                .file("src/main.rs", "fn main() {}\n")
                .committed()
                .origin("https://github.com/fen/heron");
        assertThat(init().exit()).isZero();
        first = new Folder(directory).read("slipway.yml");
    }

    private Ran init(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "init";
        args[1] = "--date";
        args[2] = "2026-11-23";
        System.arraycopy(more, 0, args, 3, more.length);
        return new Folder(directory).run(args);
    }

    @Test
    void itsOwnWorkflowIsNoOlderRelease() {
        Ran again = init("--dry-run");

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(first);
        assertThat(again.err())
                .contains("nothing was read from files that Slipway generated: .dockerignore, "
                        + ".github/workflows/ci.yml, .github/workflows/release-and-publish.yml, Dockerfile")
                .doesNotContain("no longer released");
    }

    @Test
    void aLostConfigIsProposedAgainAndTheFilesStayCurrent() throws IOException {
        Files.delete(directory.resolve("slipway.yml"));

        Ran again = init();
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).contains("keep the config that they came from", "4 files are current");
        assertThat(new Folder(directory).read("slipway.yml")).isEqualTo(first);
    }

    @Test
    void aLostManifestChangesNothing() throws IOException {
        try (var files = Files.list(directory.resolve(".slipway"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        assertThat(init("--dry-run").out()).isEqualTo(first);
    }

    @Test
    void aFileThatSomebodyWroteInItsPlaceIsRead() throws IOException {
        Files.writeString(directory.resolve(".github/workflows/ci.yml"), """
                on: { push: { branches: [fen] } }
                jobs:
                  test:
                    runs-on: macos-15
                    steps: [{ run: cargo test }]
                """);

        Ran again = init("--dry-run");
        assertThat(again.out()).contains("write 'ci: { branches: [fen], os: [macos-15] }'");
        assertThat(again.err()).doesNotContain("Slipway generated: .dockerignore, .github/workflows/ci.yml");
    }

    @Test
    void aWorkflowThatIsAskedForIsRead() {
        assertThat(init("--dry-run", "--from-workflow", ".github/workflows/release-and-publish.yml")
                        .err())
                .contains("from .github/workflows/release-and-publish.yml on.push.tags");
    }
}
