package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Universal programs, variants of one platform, and programs without an archive. */
class HandWrittenVariantsTest extends HandWrittenRelease {
    @Test
    void programsOfOnePlatformDifferInNoPlatform() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: windows-latest
                  steps:
                    - run: |
                        cargo build --release
                        cp ./target/release/kelp.exe kelp-x86_64-windows.exe
                        cargo build --release --features deep
                        cp ./target/release/kelp.exe kelp-deep-x86_64-windows.exe
                        gh release upload $env:GITHUB_REF_NAME kelp-x86_64-windows.exe
                        gh release upload $env:GITHUB_REF_NAME kelp-deep-x86_64-windows.exe
                """));
        assertThat(names(proposal)).containsExactly("kelp-x86_64-windows.exe");
        assertThat(lost(proposal))
                .contains("kelp-deep-x86_64-windows.exe no longer released")
                .contains("targets kelp-deep-x86_64-windows the config has one archive for this target");
        assertThat(said(proposal, Remark.Kind.TAKEN)).doesNotContain("kelp-deep");
    }

    @Test
    void theFileOfAnotherProgramIsNotTheOneForThePlatform() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelpd-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelpd
                    - run: tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp*.tar.gz' }
                """));
        assertThat(lost(proposal)).doesNotContain("the file for this platform is");
    }

    @Test
    void whatASkippedStepWouldSetIsEmpty() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy:
                    matrix:
                      include:
                        - { os: ubuntu-latest, triple: armv7-unknown-linux-musleabihf }
                        - { os: windows-latest, triple: x86_64-pc-windows-msvc }
                  runs-on: ${{ matrix.os }}
                  steps:
                    - run: cargo build --release --target ${{ matrix.triple }}
                    - if: startsWith(matrix.os, 'windows')
                      run: echo "END=.exe" >> $env:GITHUB_ENV
                    - uses: svenstaro/upload-release-action@v2
                      with:
                        file: target/${{ matrix.triple }}/release/kelp${{ env.END }}
                        asset_name: kelp-${{ matrix.triple }}${{ env.END }}
                """));
        assertThat(names(proposal))
                .containsExactlyInAnyOrder("kelp-armv7-unknown-linux-musleabihf", "kelp-x86_64-pc-windows-msvc.exe");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("known only during a run");
    }

    @Test
    void theNameOfASecondBuildDoesNotSayItsPlatformTwice() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cross build --release --target armv7-unknown-linux-gnueabihf
                        cp target/armv7-unknown-linux-gnueabihf/release/kelp kelp-armv7-unknown-linux-gnueabihf
                        cp target/armv7-unknown-linux-gnueabihf/release/kelpd kelpd-armv7-unknown-linux-gnueabihf
                        gh release upload $GITHUB_REF_NAME kelp-armv7-unknown-linux-gnueabihf
                        gh release upload $GITHUB_REF_NAME kelpd-armv7-unknown-linux-gnueabihf
                """));
        assertThat(said(proposal, Remark.Kind.LEFT)).doesNotContain("characters");
    }

    @Test
    void aProgramThatIsOnlyCompressedIsNoArchive() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo build --release --target x86_64-unknown-linux-musl
                        gzip -c target/x86_64-unknown-linux-musl/release/kelp > kelp-x86_64-unknown-linux-musl.gz
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.gz' }
                """));
        assertThat(lost(proposal))
                .contains("release.files kelp-x86_64-unknown-linux-musl.gz no longer released")
                .doesNotContain("becomes 'tar.gz'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lipo -create -output dist/kelp target/x86_64-apple-darwin/release/kelp target/aarch64-apple-darwin/release/kelp",
                "lipo target/{x86_64,aarch64}-apple-darwin/release/kelp -create -output dist/kelp"
            })
    void aUniversalProgramIsNoneOfOneProcessor(String lipo) throws Exception {
        Proposal proposal = proposal(release("""
                mac:
                  runs-on: macos-latest
                  steps:
                    - run: cargo build --release --target x86_64-apple-darwin
                    - run: cargo build --release --target aarch64-apple-darwin
                    - run: |
                        mkdir dist
                        %s
                        cd dist && zip kelp-osx.zip kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: dist/kelp-osx.zip }
                """.formatted(lipo)));
        assertThat(names(proposal)).containsExactly("kelp-osx.zip");
        assertThat(proposal.config()).contains("targets: [{ target: universal-apple-darwin, as: osx }]");
    }

    @Test
    void twoVariantsOfOnePlatformAreTwoFiles() throws Exception {
        String jobs = """
                build:
                  strategy:
                    matrix:
                      include:
                        - { target: x86_64-unknown-linux-musl, end: '' }
                        - { target: x86_64-unknown-linux-musl, end: -big, flags: %s }
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release ${{ matrix.flags }} --target ${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.target }}${{ matrix.end }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """;
        Proposal proposal = proposal(release(jobs.formatted("'--features big'")));
        assertThat(names(proposal))
                .containsExactly("kelp-x86_64-unknown-linux-musl.tar.gz", "kelp-x86_64-unknown-linux-musl-big.tar.gz");
        assertThat(proposal.config()).contains("features: [big]");

        Proposal alike = proposal(release(jobs.formatted("'--jobs 1'")));
        assertThat(names(alike))
                .containsExactly("kelp-x86_64-unknown-linux-musl.tar.gz", "kelp-x86_64-unknown-linux-musl-big.tar.gz");
        assertThat(alike.config()).contains("as: x86_64-unknown-linux-musl-big }");
    }

    @Test
    void eachSetOfFeaturesOfAPlatformKeepsItsFile() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy:
                    matrix:
                      target: [x86_64-unknown-linux-musl, aarch64-unknown-linux-musl]
                      feature: [lean, max, max-pure]
                      exclude:
                        - { target: aarch64-unknown-linux-musl, feature: lean }
                  runs-on: ubuntu-latest
                  steps:
                    - run: cross build --release --no-default-features --features ${{ matrix.feature }} --target ${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.feature }}-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(names(proposal))
                .containsExactlyInAnyOrder(
                        "kelp-lean-x86_64-unknown-linux-musl.tar.gz",
                        "kelp-max-x86_64-unknown-linux-musl.tar.gz",
                        "kelp-max-pure-x86_64-unknown-linux-musl.tar.gz",
                        "kelp-max-aarch64-unknown-linux-musl.tar.gz",
                        "kelp-max-pure-aarch64-unknown-linux-musl.tar.gz");
        assertThat(proposal.config()).contains("name: kelp\n");
        assertThat(lost(proposal)).doesNotContain("release.files").doesNotContain("targets");
    }

    @Test
    void programsThatAreUploadedRawStayRawUnderTheirNames() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy:
                    matrix:
                      include:
                        - { on: ubuntu-latest, target: x86_64-unknown-linux-musl, name: kelp.x86_64, file: kelp }
                        - { on: windows-latest, target: x86_64-pc-windows-msvc, name: kelp.win64.exe, file: kelp.exe }
                  runs-on: ${{ matrix.on }}
                  steps:
                    - run: cargo build --release --target ${{ matrix.target }}
                    - run: cp target/${{ matrix.target }}/release/${{ matrix.file }} ${{ matrix.name }}
                    - run: gh release upload ${{ github.ref_name }} ${{ matrix.name }}
                """));
        assertThat(names(proposal)).containsExactly("kelp.x86_64", "kelp.win64.exe");
        assertThat(proposal.config()).contains("layout: raw");
    }

    @Test
    void onlyWindowsMayGetItsProgramRaw() throws Exception {
        Proposal proposal = proposal(release("""
                linux:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                windows:
                  runs-on: windows-latest
                  steps:
                    - run: cargo build --release --target x86_64-pc-windows-msvc
                    - run: mv target/x86_64-pc-windows-msvc/release/kelp.exe kelp-x86_64-pc-windows-msvc.exe
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-x86_64-pc-windows-msvc.exe }
                """));
        assertThat(names(proposal))
                .containsExactly("kelp-x86_64-unknown-linux-musl.tar.gz", "kelp-x86_64-pc-windows-msvc.exe");
    }

    @Test
    void ofTwoProgramsForOnePlatformTheShorterNameIsTheUsualOne() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --workspace --target x86_64-unknown-linux-musl
                    - run: |
                        cd target/x86_64-unknown-linux-musl/release
                        zip -j cargo-kelp-x86_64-unknown-linux-musl.zip cargo-kelp
                        zip -j kelp-x86_64-unknown-linux-musl.zip kelp
                    - uses: svenstaro/upload-release-action@v2
                      with: { file: 'target/x86_64-unknown-linux-musl/release/*.zip', file_glob: true, tag: '${{ github.ref }}' }
                """));
        assertThat(names(proposal)).containsExactly("kelp-x86_64-unknown-linux-musl.zip");
        assertThat(lost(proposal)).contains("cargo-kelp-x86_64-unknown-linux-musl.zip");
    }

    @Test
    void aWorkflowWhoseFilesAreKnownGoesBeforeOneThatBuildsForMorePlatforms() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy: { matrix: { target: [x86_64-unknown-linux-musl, x86_64-apple-darwin] } }
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target ${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """).file(".github/workflows/editor.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    strategy:
                      matrix: { target: [x86_64-unknown-linux-gnu, aarch64-unknown-linux-gnu, x86_64-apple-darwin] }
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target ${{ matrix.target }}
                      - run: npx vsce package
                      - uses: softprops/action-gh-release@v2
                        with: { files: '*.vsix' }
                """));
        assertThat(names(proposal))
                .contains("kelp-x86_64-unknown-linux-musl.tar.gz", "kelp-x86_64-apple-darwin.tar.gz")
                .noneMatch(name -> name.contains("gnu"));
        assertThat(said(proposal, Remark.Kind.GUESS)).doesNotContain("shows a platform");
    }

    @Test
    void onlyProofsOfFilesAreLostToTheKeysOfProofs() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                        gh release upload $GITHUB_REF_NAME kelp-x86_64-unknown-linux-musl.tar.gz
                        gh release upload $GITHUB_REF_NAME openapi.json kelp.spdx.json kelp.tar.gz.json
                """));
        assertThat(lost(proposal))
                .contains(
                        "release.files openapi.json no longer released; 'release.files', 'packages' or 'jobs' can add it")
                .contains("release.files kelp.spdx.json, kelp.tar.gz.json no longer released; see 'checksums'");
    }

    @Test
    void aPackageIsComparedWithANewPackage() throws Exception {
        Proposal proposal = proposal(HandWrittenRelease.workflow(
                crate("[package.metadata.deb]\nmaintainer = \"Me <me@example.org>\"\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                        cargo deb --target x86_64-unknown-linux-musl -o kelp-x86_64-unknown-linux-musl.deb
                        cargo deb --target x86_64-unknown-linux-gnu -o kelp-x86_64-unknown-linux-gnu.deb
                        touch kelp_armhf6.deb kelp_android_amd64.termux.deb
                        gh release upload $GITHUB_REF_NAME kelp-x86_64-unknown-linux-* kelp_armhf6.deb kelp_android_amd64.termux.deb
                """));
        assertThat(lost(proposal))
                .contains("kelp_armhf6.deb no longer released; 'release.files'")
                .contains("kelp_android_amd64.termux.deb no longer released; 'release.files'")
                .contains("kelp-x86_64-unknown-linux-gnu.deb no longer released; the package for this platform is"
                        + " 'kelp-x86_64-unknown-linux-musl.deb'");
    }

    @ParameterizedTest
    @CsvSource({"'default = [\"tls\"]', true", "'other = []', false"})
    void buildsOfWhichOnlySomeDoWithoutTheDefaultFeaturesNameThem(String feature, boolean named) throws Exception {
        Proposal proposal = proposal(workflow(crate("[features]\ntls = []\nrustls = []\n" + feature + "\n"), """
                build:
                  strategy:
                    matrix:
                      include:
                        - { target: x86_64-unknown-linux-gnu }
                        - { target: i686-unknown-linux-gnu }
                        - { target: x86_64-unknown-linux-musl, flags: --no-default-features --features rustls }
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release ${{ matrix.flags }} --target ${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config().contains("features: [default], default-features: false"))
                .isEqualTo(named);
        assertThat(proposal.config()).contains("features: [rustls] }");
        assertThat(lost(proposal).contains("rust.default-features")).isEqualTo(!named);
    }
}
