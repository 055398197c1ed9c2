package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Fences;
import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/init.md} shows is what the command prints. */
class InitPageTest {
    private static final String WORKFLOW = """
            name: Release
            on:
              push:
                tags: ['v*']
            permissions: { contents: write }
            jobs:
              build:
                strategy:
                  matrix:
                    include:
                      - { target: x86_64-unknown-linux-gnu, os: ubuntu-latest }
                      - { target: aarch64-apple-darwin, os: macos-latest }
                runs-on: ${{ matrix.os }}
                steps:
                  - uses: actions/checkout@v4
                  - run: cargo build --release --locked --target ${{ matrix.target }}
                  - run: tar -czf kelp-${GITHUB_REF_NAME#v}-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    shell: bash
                  - name: Sign
                    run: gpg --detach-sign kelp-*.tar.gz
                  - uses: softprops/action-gh-release@v2
                    with:
                      files: kelp-*.tar.gz
              docs:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v4
                  - run: cargo doc
            """;

    @TempDir
    Path root;

    @Test
    void theReportOfAChosenWorkflow() {
        new SampleRepository(root)
                .file("Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"0.1.0\"\nlicense = \"MIT\"\n")
                .file("Cargo.lock", "")
                .file("src/main.rs", "fn main() {}\n")
                .file(".github/workflows/release.yml", WORKFLOW)
                .committed()
                .origin("https://github.com/acme/kelp");

        Ran init = Ran.slipway(
                "-C", root.toString(), "init", "--dry-run", "--from-workflow", ".github/workflows/release.yml");

        String page = Fences.of("docs/init.md").page();
        String shown = page.substring(page.indexOf("not covered by the config:\n"));
        assertThat(init.err()).contains("\n" + shown.substring(0, shown.indexOf("```")));
        assertThat(init.out())
                .contains("{name}-{version}-{platform}")
                .contains("[x86_64-unknown-linux-gnu, aarch64-apple-darwin]");
    }
}
