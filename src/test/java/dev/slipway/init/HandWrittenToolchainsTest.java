package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The toolchains, variables and flags with which a workflow by hand builds. */
class HandWrittenToolchainsTest extends HandWrittenRelease {
    @Test
    void allFeaturesAreThoseOfTheManifest() throws Exception {
        Proposal proposal = proposal(workflow(
                crate(
                        "[features]\ndefault = [\"net\"]\nnet = [\"dep:ureq\"]\nslim = []\n[dependencies]\nureq = { version = \"2\", optional = true }\nrand = { version = \"0.9\", optional = true }\n"),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions-rs/cargo@v1
                      with: { command: build, args: --release --all-features --target x86_64-unknown-linux-musl }
                    - run: tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).contains("features: [net, rand, slim]");
    }

    @Test
    void whatCargoMakePacksIsReadFromAStepOrAnAction() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ${{ matrix.os }}
                  strategy:
                    matrix:
                      include:
                        - { os: ubuntu-latest, triple: x86_64-unknown-linux-musl }
                        - { os: windows-latest, triple: x86_64-pc-windows-msvc }
                  steps:
                    - uses: actions-rs/cargo@v1
                      with: { command: make, args: "--env CARGO_MAKE_RELEASE_FLOW_TARGET=${{ matrix.triple }} zip-release-ci-flow" }
                    - uses: softprops/action-gh-release@v2
                      with: { files: '*.zip' }
                """));
        assertThat(proposal.config()).contains("archive: { layout: dir, format: zip }");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("release.files");
    }

    @Test
    void aReleaseThatSetsNoRustHasThatOfMostWorkflows() throws Exception {
        String tests = """
                on: { pull_request: {} }
                jobs:
                  test:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: dtolnay/rust-toolchain@%s
                      - run: cargo test
                """;
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: gh release create "$GITHUB_REF_NAME" target/x86_64-unknown-linux-musl/release/kelp
                """)
                .file(".github/workflows/a-lint.yml", tests.formatted("1.88.0"))
                .file(".github/workflows/linux.yml", tests.formatted("stable"))
                .file(".github/workflows/mac.yml", tests.formatted("stable")));
        assertThat(proposal.config()).contains("toolchain: stable");
    }

    @Test
    void rowsThatAreOnlyTestedSayNothingAboutTheRelease() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  strategy:
                    matrix:
                      include:
                        - { rust: stable, target: x86_64-unknown-linux-gnu }
                        - { rust: beta, target: x86_64-unknown-linux-gnu }
                        - { rust: beta, target: x86_64-unknown-linux-musl }
                        - { rust: stable, target: x86_64-unknown-linux-musl, tls: native }
                  steps:
                    - run: sudo apt-get install -y libssl-dev
                      if: matrix.tls == 'native'
                    - run: cargo +${{ matrix.rust }} build --release --target ${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      if: matrix.rust == 'stable' && !matrix.tls
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).contains("toolchain: stable").doesNotContain("libssl-dev");
        assertThat(lost(proposal)).doesNotContain("toolchain: beta", "beta");
    }

    @Test
    void aVariableThatIsSetForTheBuildAloneReachesTheProgram() throws Exception {
        Proposal proposal = proposal(workflow(
                crate("")
                        .file(
                                "Makefile",
                                "package:\n\tcargo build --release\n\tmkdir -p out\n"
                                        + "\ttar -C target/release -czf out/kelp-x86_64-unknown-linux-gnu.tar.gz kelp\n"),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: make package
                      env: { KELP_CHANNEL: stable, CARGO_TERM_COLOR: always, SENTRY_TOKEN: '${{ secrets.SENTRY }}' }
                    - uses: softprops/action-gh-release@v2
                      with: { files: out/* }
                windows:
                  runs-on: windows-latest
                  steps:
                    - run: |
                        KELP_STATIC=1 cargo build --release --target "$TARGET"
                        7z a kelp-$TARGET.zip ./target/$TARGET/release/kelp.exe
                      env: { TARGET: x86_64-pc-windows-msvc, KELP_TAG: '${{ github.ref_name }}' }
                      shell: bash
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-*.zip }
                """));
        assertThat(proposal.config())
                .contains("env: { KELP_CHANNEL: stable }")
                .contains("env: { KELP_STATIC: 1 }")
                .doesNotContain("TARGET", "COLOR", "TOKEN");
        assertThat(lost(proposal)).contains("windows.env KELP_TAG its value is known only during a run");
        assertThat(names(proposal))
                .containsExactly("kelp-x86_64-unknown-linux-gnu.tar.gz", "kelp-x86_64-pc-windows-msvc.zip");
    }

    @Test
    void variablesThatAScriptReadsAreNotForTheProgram() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: ci/pack.sh
                      env: { OS: ubuntu-latest, TARGET: x86_64-unknown-linux-musl, KELP_CHANNEL: stable }
                    - run: gh release create $GITHUB_REF_NAME kelp.tgz
                """).file("ci/pack.sh", """
                        #!/usr/bin/env bash
                        if [[ $OS == ubuntu* ]]; then cargo build --release --target "${TARGET}"; fi
                        tar czf kelp.tgz -C target/$TARGET/release kelp
                        """));
        assertThat(proposal.config()).contains("KELP_CHANNEL: stable").doesNotContain("OS:", "TARGET:");
        assertThat(lost(proposal)).doesNotContain(".env");
    }

    @Test
    void anotherRustOfSomeTargetsIsListed() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy:
                    matrix:
                      include:
                        - { rust: stable, target: x86_64-unknown-linux-musl }
                        - { rust: stable, target: aarch64-unknown-linux-musl }
                        - { rust: nightly, target: mips-unknown-linux-musl }
                  runs-on: ubuntu-latest
                  steps:
                    - uses: dtolnay/rust-toolchain@master
                      with: { toolchain: '${{ matrix.rust }}' }
                    - run: cargo build --release --target ${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).contains("toolchain: stable");
        assertThat(lost(proposal))
                .contains("rust.toolchain nightly builds mips-unknown-linux-musl today; to keep that, write "
                        + "'toolchain: nightly' at these targets; from .github/workflows/release.yml:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses: dtolnay/rust-toolchain@master, with: { toolchain: '${{ matrix.rust }}' }",
                "uses: hecrj/setup-rust-action@v2, with: { rust-version: '${{ matrix.rust }}' }",
                "run: 'rustup toolchain install --profile minimal ${{ matrix.rust }}'",
                "run: 'rustup default ${{ matrix.rust }}-x86_64-pc-windows-gnu'",
                "run: 'cargo +${{ matrix.rust }} build --release'"
            })
    void theToolchainOfTheReleaseIsRead(String step) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy: { matrix: { rust: [nightly] } }
                  runs-on: ubuntu-latest
                  steps:
                    - { %s }
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp.tar.gz }
                """.formatted(step)));
        assertThat(proposal.config()).contains("toolchain: nightly");
    }

    /** Only the refs of one action are called like toolchains. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "- uses: dtolnay/rust-toolchain@0123456789abcdef0123456789abcdef01234567 # 1.91.0 | toolchain: 1.91.0",
                "- uses: 'dtolnay/rust-toolchain@0123456789abcdef0123456789abcdef01234567' #nightly | toolchain: nightly",
                "- uses: actions-rust-lang/setup-rust-toolchain@0123456789abcdef0123456789abcdef01234567 # 1.15.0 | toolchain: stable",
            })
    void theCommentAfterACommitNamesTheToolchain(String step, String toolchain) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    %s
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp.tar.gz }
                """.formatted(step)));
        assertThat(proposal.config()).contains(toolchain);
    }

    @Test
    void whatCompilersGetHasAPlace() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  env: { RUSTFLAGS: -C target-cpu=x86-64-v2 }
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: ncipollo/release-action@v1
                      with: { artifacts: "none" }
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp.tar.gz }
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains("RUSTFLAGS=-C target-cpu=x86-64-v2 from .github/workflows/release.yml:");
        assertThat(lost(proposal)).doesNotContain("release.files");
    }
}
