package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files into which a release writes its version before it builds. */
class VersionBumpsTest extends HandWrittenRelease {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sed -i "s/0\\.0\\.0/${GITHUB_REF_NAME#v}/" Cargo.toml             | Cargo.toml
            sed -i.bak -e "s/DEV/$GITHUB_REF_NAME/" kelp/build.rs             | kelp/build.rs
            cargo set-version "${GITHUB_REF_NAME#v}"                          | Cargo.toml
            perl -pi -e "s/DEV/$GITHUB_REF_NAME/" kelp/build.rs               | kelp/build.rs
            npm version --no-git-tag-version "${GITHUB_REF_NAME#v}"           | package.json
            sed "s/DEV/$GITHUB_REF_NAME/" kelp/build.rs                       |
            sed -i "s/DEV/1/" kelp/build.rs                                   |
            sed -i "s/DEV/$GITHUB_REF_NAME/" out/kelp.spec                    |
            npm publish --tag "$GITHUB_REF_NAME"                              |
            """)
    void aFileThatABuildReadsItsVersionFromIsListed(String command, String file) throws Exception {
        for (boolean before : new boolean[] {true, false}) {
            String build = "        - run: cargo build --release --target x86_64-unknown-linux-musl\n";
            String write = "        - run: |\n            " + command + "\n";
            Proposal proposal =
                    proposal(workflow(crate("").file("kelp/build.rs", "").file("package.json", "{}"), """
                    build:
                      runs-on: ubuntu-latest
                      steps:
                    %s    - run: gh release create "$GITHUB_REF_NAME" target/x86_64-unknown-linux-musl/release/kelp
                    """.formatted(
                                    (before ? write + build : build + write).indent(-4))));
            String said = "version " + file + " a step writes the version into it before the build";
            assertThat(lost(proposal).contains(file == null ? "version into it" : said))
                    .as("before: " + before)
                    .isEqualTo(before && file != null);
        }
    }
}
