package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.Repository;
import dev.slipway.detect.workflow.Releaser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual release workflows are followed, or reported as unread. */
class HandWrittenHabitsTest extends HandWrittenRelease {
    private static final String LIBRARY = """
            bundle() { tar -czf "kelp-$1.tar.gz" -C "target/$1/release" kelp; }
            hand_out() { gh release upload "$GITHUB_REF_NAME" "$@"; }
            """;

    private static String scripted(String env, String first) {
        return """
                ship:
                  runs-on: ubuntu-latest
                  env: { A: b%s }
                  steps:
                    - run: cargo build --release --target riscv64gc-unknown-linux-gnu
                    - run: |
                        %s
                        bundle riscv64gc-unknown-linux-gnu
                        hand_out kelp-riscv64gc-unknown-linux-gnu.tar.gz
                """.formatted(env, first);
    }

    @Test
    void shortEndingsOfArchivesAreTheirPlatformsFiles() throws Exception {
        Proposal proposal = proposal(release("""
                ship:
                  runs-on: macos-latest
                  steps:
                    - run: cargo build --release --target aarch64-apple-darwin
                    - run: tar -cjf kelp-aarch64-apple-darwin.tbz2 -C target/aarch64-apple-darwin/release kelp
                    - run: gh release upload ${{ github.ref_name }} kelp-aarch64-apple-darwin.tbz2
                """));
        assertThat(names(proposal)).containsExactly("kelp-aarch64-apple-darwin.tar.gz");
        assertThat(lost(proposal))
                .contains("kelp-aarch64-apple-darwin.tbz2 no longer released;"
                        + " the file for this platform is 'kelp-aarch64-apple-darwin.tar.gz'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"source ci/lib.sh", ". \"$GITHUB_WORKSPACE/ci/lib.sh\"", "cd ci; . ./lib.sh; cd .."})
    void functionsOfASourcedFileAreFollowed(String first) throws Exception {
        Proposal proposal = proposal(workflow(crate("").file("ci/lib.sh", LIBRARY), scripted("", first)));
        assertThat(names(proposal)).containsExactly("kelp-riscv64gc-unknown-linux-gnu.tar.gz");
    }

    @Test
    void bashReadsTheFileThatItsVariableNames() throws Exception {
        String jobs = scripted(", BASH_ENV: ./ci/lib.sh", "true");
        assertThat(names(proposal(workflow(crate("").file("ci/lib.sh", LIBRARY), jobs))))
                .containsExactly("kelp-riscv64gc-unknown-linux-gnu.tar.gz");
    }

    @Test
    void aFileOfFunctionsThatIsMissingIsSaid() {
        assertThat(release(scripted(", BASH_ENV: /opt/kelp/lib.sh", "source tools/lib.bash"))
                        .read()
                        .release()
                        .untold())
                .anySatisfy(note -> assertThat(note.message())
                        .contains("BASH_ENV names '/opt/kelp/lib.sh', which is not in the repository")
                        .contains("'tools/lib.bash' is not in the repository"));
    }

    private static String calling(String command) {
        return """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: %s
                """.formatted(command);
    }

    @Test
    void recipesOfAJustfileAreFollowed() throws Exception {
        Proposal proposal =
                proposal(workflow(crate("").file("justfile", """
                        target := "s390x-unknown-linux-gnu"
                        alias ship := publish

                        pack format="tar.gz":
                            cargo build --release --target {{target}}
                            @tar -czf kelp-{{target}}.{{format}} -C target/{{target}}/release kelp

                        # needs a tag
                        publish tag: pack
                            gh release create {{tag}} kelp-{{target}}.tar.gz
                        """), calling("just ship ${{ github.ref_name }}")));
        assertThat(names(proposal)).containsExactly("kelp-s390x-unknown-linux-gnu.tar.gz");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("'.github/workflows/release.yml' also releases");
    }

    @Test
    void commandsThatATaskInRustWritesOutAreFollowed() throws Exception {
        Proposal proposal = proposal(workflow(
                crate("")
                        .file(".cargo/config.toml", "[alias]\nxtask = \"run --package xtask --\"\n")
                        .file("xtask/src/main.rs", """
                                use std::process::Command;
                                mod ship;
                                fn main() {
                                    match std::env::args().nth(1).as_deref() {
                                        Some("hand-out") => ship::everything(),
                                        Some("lint") => lint(),
                                        _ => {}
                                    }
                                }
                                fn lint() { Command::new("gh").args(["release", "create", "never", "never.zip"]).status(); }
                                """)
                        .file("xtask/src/ship.rs", """
                                pub fn everything() {
                                    let tag = std::env::var("GITHUB_REF_NAME").unwrap();
                                    Command::new("cargo").args(["build", "--release", "--target", "x86_64-unknown-linux-musl"]).status();
                                    Command::new("tar").arg("-czf").arg("kelp-linux.tar.gz").args(&["-C", "target/x86_64-unknown-linux-musl/release", "kelp"]).status();
                                    cmd!(sh, "gh release create {tag} kelp-linux.tar.gz").run();
                                }
                                """),
                calling("cargo xtask hand-out")));
        assertThat(names(proposal)).containsExactly("kelp-linux.tar.gz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just ship", "cargo run -p xtask -- ship"})
    void whatIsNotReadIsSaid(String command) {
        Repository read = release(calling(command)).read();
        assertThat(read.release().untold())
                .singleElement()
                .satisfies(note -> assertThat(note.message()).contains("'" + command + "' was not read"));
        assertThat(read.releasers()).extracting(Releaser::file).isEmpty();
    }

    @Test
    void namesThatAManifestSaysUnderAConditionAreThoseOfItsPlatforms() throws Exception {
        Proposal proposal = proposal(workflow(crate("""
                        [package.metadata.binstall]
                        pkg-url = "{ repo }/releases/download/v{ version }/kelp-{ target }.tar.gz"
                        pkg-fmt = "tgz"
                        [package.metadata.binstall.overrides.'cfg(all(windows, not(target_env = "gnu")))']
                        pkg-url = "{ repo }/releases/download/v{ version }/kelp-win64.zip"
                        pkg-fmt = "zip"
                        [package.metadata.binstall.overrides.'cfg(target_feature = "avx2")']
                        pkg-url = "{ repo }/releases/download/v{ version }/kelp-fast.tar.gz"
                        """), """
                ship:
                  runs-on: ${{ matrix.os }}
                  strategy:
                    matrix:
                      include:
                        - { os: macos-latest, target: aarch64-apple-darwin }
                        - { os: windows-latest, target: x86_64-pc-windows-msvc }
                  steps:
                    - run: cargo build --release --target ${{ matrix.target }}
                    - run: python3 pack.py
                    - run: gh release upload ${{ github.ref_name }} dist/*
                """));
        assertThat(names(proposal)).containsExactly("kelp-aarch64-apple-darwin.tar.gz", "kelp-win64.zip");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("cfg(target_feature = \"avx2\"); compare the names");
    }

    @Test
    void thePlaceWhereEverythingIsPackedMayBeThatOfTheStep() throws Exception {
        Proposal proposal = proposal(release("""
                ship:
                  runs-on: ubuntu-latest
                  env: { GENERATED: extras }
                  steps:
                    - run: |
                        mkdir -p "$GENERATED"
                        cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        mkdir bundle
                        mv target/x86_64-unknown-linux-musl/release/kelp bundle
                        mv "$GENERATED" bundle
                    - working-directory: bundle
                      run: tar -czf kelp-x86_64-unknown-linux-musl.tar.gz *
                    - run: gh release upload ${{ github.ref_name }} bundle/kelp-x86_64-unknown-linux-musl.tar.gz
                """));
        assertThat(lost(proposal)).contains("archive.include extras not in the repository");
    }

    @Test
    void crossStaysWhereAnImageMakesTheOthersBuildInAContainer() throws Exception {
        Proposal proposal = proposal(
                workflow(crate("").file("Dockerfile", "FROM debian:bookworm-slim\nCOPY kelp /usr/bin/kelp\n"), """
                ship:
                  runs-on: ubuntu-latest
                  strategy:
                    matrix:
                      include: [{ target: x86_64-unknown-linux-gnu, with: cargo }, { target: i686-unknown-linux-gnu, with: cross }]
                  steps:
                    - run: ${{ matrix.with }} build --release --target ${{ matrix.target }}
                    - run: tar -czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - run: gh release upload ${{ github.ref_name }} kelp-${{ matrix.target }}.tar.gz
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/build-push-action@v6
                      with: { push: true, context: ., tags: 'me/kelp:${{ github.ref_name }}' }
                """));
        assertThat(proposal.config())
                .contains("container: debian:bookworm")
                .contains("{ target: i686-unknown-linux-gnu, build: cross }");
    }

    private static String built(String steps) {
        return """
                tidy: { runs-on: ubuntu-latest, steps: [{ uses: dtolnay/rust-toolchain@stable }, { run: cargo fmt }] }
                ship:
                  runs-on: ubuntu-latest
                  steps:
                """ + steps.indent(4) + """
                    - run: tar -czf kelp-linux.tar.gz -C target/release kelp
                    - run: gh release upload ${{ github.ref_name }} kelp-linux.tar.gz
                """.indent(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- run: cargo +nightly build --release",
                "- uses: dtolnay/rust-toolchain@nightly\n- run: cargo build --release",
                "- run: rustup override set nightly\n- run: cargo build --release",
                "- uses: actions-rs/toolchain@v1\n  with: { toolchain: nightly, override: true }\n- run: cargo build --release"
            })
    void theRustThatBuildsTheReleaseIsNotThatOfOtherJobs(String steps) throws Exception {
        assertThat(proposal(release(built(steps))).config()).contains("toolchain: nightly");
    }

    @Test
    void anOverrideGoesBeforeAToolchainFileAndADefaultDoesNot() throws Exception {
        String file = "[toolchain]\nchannel = \"1.90.0\"\n";
        String override = built("- run: rustup override set beta\n- run: cargo build --release");
        String usual = built("- run: rustup default beta\n- run: cargo build --release");
        assertThat(proposal(workflow(crate("").file("rust-toolchain.toml", file), override))
                        .config())
                .contains("toolchain: beta");
        assertThat(proposal(workflow(crate("").file("rust-toolchain.toml", file), usual))
                        .config())
                .contains("toolchain: 1.90.0");
    }

    private static String publishing(String job, String step) {
        return built("- run: cargo build --release") + """
                crates:
                  runs-on: ubuntu-latest
                  needs: ship
                %s
                  steps:
                    - run: cargo publish
                      env: { CARGO_REGISTRY_TOKEN: '${{ secrets.CARGO_REGISTRY_TOKEN }}' }
                %s
                """.formatted(job.indent(2), step.indent(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"if: \"!contains(github.ref_name, '-rc')\"", "if: needs.ship.outputs.stable == 'true'"})
    void aConditionOnWhatIsPublishedIsSaid(String condition) throws Exception {
        String expected = "prereleases too; from .github/workflows/release.yml:";
        assertThat(said(proposal(release(publishing(condition, ""))), Remark.Kind.OPEN))
                .contains(expected);
        assertThat(said(proposal(release(publishing("", condition))), Remark.Kind.OPEN))
                .contains(expected);
    }

    @Test
    void aConditionThatEachReleaseMeetsIsNot() throws Exception {
        String usual = "if: startsWith(github.ref, 'refs/tags/') && github.repository == 'me/kelp'";
        assertThat(said(proposal(release(publishing(usual, usual))), Remark.Kind.OPEN))
                .doesNotContain("prereleases too");
    }

    @Test
    void aWorkflowThatEachPushStartsTestsAsOneOfABranch() throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/all.yml", """
                on: push
                jobs:
                  test:
                    runs-on: ${{ matrix.os }}
                    strategy: { matrix: { os: [ubuntu-latest, windows-latest] } }
                    steps: [{ run: cargo test --workspace --all-features }]
                """));
        assertThat(proposal.config())
                .contains("test-flags: [\"--workspace\", \"--all-features\"]")
                .contains("os: [ubuntu-latest, windows-latest]");
    }

    @Test
    void aStepWithASecretOfItsOwnIsListed() throws Exception {
        Proposal proposal = proposal(release(built("- run: cargo build --release") + """
                bucket:
                  runs-on: ubuntu-latest
                  steps:
                    - name: Fill the bucket
                      uses: somebody/scoop-it@v1
                      with: { token: '${{ secrets.BUCKET_TOKEN }}' }
                """));
        assertThat(lost(proposal)).contains("'Fill the bucket'").contains("it gets the secret 'BUCKET_TOKEN'");
    }

    @Test
    void crossIsThatOfTheRevisionThatAnActionInstalls() throws Exception {
        Proposal proposal = proposal(release("""
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: taiki-e/cache-cargo-install-action@v2
                      with: { tool: cross, git: 'https://github.com/cross-rs/cross', rev: 1a2b3c4d }
                    - run: cross build --release --target aarch64-linux-android
                    - run: tar -czf kelp-aarch64-linux-android.tar.gz -C target/aarch64-linux-android/release kelp
                    - run: gh release upload ${{ github.ref_name }} kelp-aarch64-linux-android.tar.gz
                """));
        assertThat(proposal.config()).contains("cross@1a2b3c4d");
    }

    @Test
    void anActionCallsCrossOnlyForWhatLinuxDoesNotLink() throws Exception {
        String rows = """
                ship:
                  runs-on: ubuntu-latest
                  strategy: { matrix: { target: [x86_64-unknown-linux-gnu, aarch64-unknown-linux-gnu] } }
                  steps:
                    - uses: houseabsolute/actions-rust-cross@v1
                      with: { command: build, args: --release, target: '${{ matrix.target }}', cross-version: v0.2.4 }
                    - run: tar -czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - run: gh release upload ${{ github.ref_name }} kelp-${{ matrix.target }}.tar.gz
                """;
        assertThat(proposal(release(rows)).config())
                .contains(
                        "targets: [x86_64-unknown-linux-gnu, { target: aarch64-unknown-linux-gnu, build: cross@0.2.4 }]");
    }

    @Test
    void aFileOfTheBuildThatIsPackedByItsNameIsListed() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp kelp.dwp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux.tar.gz }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN) + lost(proposal)).contains("kelp.dwp");
    }
}
