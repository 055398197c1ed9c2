package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Makes the move that {@code docs/move-from-cargo-dist.md} shows. */
class MoveFromDistPageTest extends TakeOverPage {
    private static final String PAGE = Examples.read(Path.of("docs/move-from-cargo-dist.md"));

    @Override
    String section() {
        return PAGE;
    }

    @Override
    SampleRepository before() {
        return new SampleRepository(directory)
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
                .origin("https://github.com/reef-tools/kelp");
    }

    @Test
    void theFilesAreThoseOfThePlan() {
        assertThat(Examples.generate(String.join("\n", block(1)) + "\n").plan().assets("v1.5.0"))
                .containsExactlyElementsOf(block(3));
    }
}
