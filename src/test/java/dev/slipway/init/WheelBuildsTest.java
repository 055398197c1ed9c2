package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that a tool of Python builds for a package is that of the release, too. */
class WheelBuildsTest extends HandWrittenRelease {
    private Proposal of(String runner, String build) throws NoProposal {
        return proposal(release("""
                build:
                  runs-on: %s
                  steps:
                    - run: %s
                    - run: tar czf kelp-mac-x64.tar.gz -C target/x86_64-apple-darwin/release kelp
                    - run: tar czf kelp-mac-arm64.tar.gz -C target/aarch64-apple-darwin/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """.formatted(runner, build)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maturin", "uvx maturin", "pipx run maturin", "python3 -m maturin", "uv run maturin"})
    void bothProcessorsOfAMacHaveItsFeatures(String tool) throws Exception {
        Proposal proposal =
                of("macos-latest", tool + " build --release -b bin --target universal2-apple-darwin --features deep");
        assertThat(names(proposal)).containsExactlyInAnyOrder("kelp-mac-x64.tar.gz", "kelp-mac-arm64.tar.gz");
        assertThat(proposal.config()).contains("features: [deep]").doesNotContain("universal2");
    }

    @Test
    void aPackageWithoutAProgramIsNoBuildOfTheProgram() throws Exception {
        assertThat(of("macos-latest", "uvx maturin build --release --features deep")
                        .config())
                .doesNotContain("deep");
    }
}
