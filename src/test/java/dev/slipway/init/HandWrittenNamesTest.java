package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A release that is written by hand keeps the names that people download, or init says which it does not keep. */
class HandWrittenNamesTest extends HandWrittenRelease {
    @ParameterizedTest
    @ValueSource(strings = {"cargo wix --nocapture --output kelp.msi", "cargo wix -p kelp -o kelp.msi"})
    void anInstallerOfWixContainsAProgramForWindows(String wix) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: windows-latest
                  steps:
                    - run: |
                        %s
                        Compress-Archive -Path target/release/kelp.exe -DestinationPath kelp-windows.zip
                    - uses: softprops/action-gh-release@v2
                      with: { files: "kelp-windows.zip\\nkelp.msi" }
                """.formatted(wix)));
        assertThat(names(proposal)).containsExactly("kelp-windows.zip");
        assertThat(lost(proposal)).contains("kelp.msi no longer released");
    }

    @Test
    void aLostFileIsComparedWithTheOneOfItsOwnName() throws Exception {
        Proposal proposal = proposal(workflow(crate("[features]\nserver = []\n"), """
                build:
                  strategy:
                    matrix:
                      include:
                        - { name: kelp-server, more: --features server }
                        - { name: kelp }
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl ${{ matrix.more }}
                    - run: |
                        name=${{ matrix.name }}-$GITHUB_REF_NAME-x86_64-unknown-linux-musl
                        tar czf $name.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                        zip -j $name.zip target/x86_64-unknown-linux-musl/release/kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*' }
                """));
        assertThat(names(proposal))
                .contains(
                        "kelp-server-v9.9.9-x86_64-unknown-linux-musl.tar.gz",
                        "kelp-v9.9.9-x86_64-unknown-linux-musl.tar.gz");
        assertThat(lost(proposal))
                .contains("kelp-{tag}-x86_64-unknown-linux-musl.zip no longer released; the file for this platform is "
                        + "'kelp-{tag}-x86_64-unknown-linux-musl.tar.gz'")
                .contains("'kelp-server-{tag}-x86_64-unknown-linux-musl.tar.gz'");
    }

    @Test
    void aLostFileOfAPlatformIsNotComparedWithAnotherWhoseNameItBeginsWith() throws Exception {
        Proposal proposal = proposal(workflow(crate(""), """
                build:
                  strategy:
                    matrix:
                      include:
                        - { cpu: x86, triple: i686-pc-windows-msvc }
                        - { cpu: x86_64, triple: x86_64-pc-windows-msvc }
                  runs-on: windows-latest
                  steps:
                    - run: cargo build --release --target ${{ matrix.triple }}
                    - run: |
                        $Name = "kelp-win-${{ matrix.cpu }}"
                        Compress-Archive -DestinationPath "$Name.zip" -Path target\\${{ matrix.triple }}\\release\\kelp.exe
                        $Out = [System.IO.File]::Create(".\\$Name.gz")
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-win-*' }
                """));
        assertThat(names(proposal)).containsExactlyInAnyOrder("kelp-win-x86.zip", "kelp-win-x86_64.zip");
        assertThat(lost(proposal))
                .contains("kelp-win-x86.gz no longer released; the file for this platform is 'kelp-win-x86.zip'")
                .contains("kelp-win-x86_64.gz no longer released; the file for this platform is 'kelp-win-x86_64.zip'");
    }

    @Test
    void whatAnActionRunsUntilItWorksIsRead() throws Exception {
        Proposal proposal = proposal(workflow(
                crate("[profile.tiny]\ninherits = \"release\"\n")
                        .file(
                                "ci/pack.sh",
                                "#!/bin/bash\ncargo build --profile=tiny --target $1\n"
                                        + "tar czf kelp-pc.tar.gz -C target/$1/tiny kelp\n"),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: nick-fields/retry@v3
                      with: { timeout_minutes: 9, max_attempts: 2, command: ci/pack.sh x86_64-unknown-linux-musl }
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(names(proposal)).containsExactly("kelp-pc.tar.gz");
        assertThat(proposal.config()).contains("profile: tiny");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "actions/upload-release-asset@v1 | { asset_path: got/kelp.tgz, asset_name: 'kelp-${{ github.ref_name }}-lin.tar.gz' } | kelp-v9.9.9-lin.tar.gz",
                "svenstaro/upload-release-action@v2 | { file: got/kelp.tgz, asset_name: kelp-$tag-lin.tar.gz } | kelp-v9.9.9-lin.tar.gz",
                "shogo82148/actions-upload-release-asset@v1 | { asset_path: got/*.tgz, asset_name: kelp-lin.tar.gz } | kelp-lin.tar.gz",
                "softprops/action-gh-release@v2 | { files: got/**/*-lin.tar.gz } | kelp-static-lin.tar.gz",
                "ncipollo/release-action@v1 | { artifacts: 'README.md,got/kelp-static-*.tar.gz' } | kelp-static-lin.tar.gz",
                "AButler/upload-release-assets@v3 | { files: 'got/*.txt;got/kelp-static-lin.*' } | kelp-static-lin.tar.gz",
                "skx/github-action-publish-binaries@v1 | { args: 'got/none got/kelp-static-*' } | kelp-static-lin.tar.gz",
                "alexellis/upload-assets@0.4.0 | { asset_paths: '[\"./got/kelp-static-*\"]' } | kelp-static-lin.tar.gz",
                "marvinpinto/action-automatic-releases@latest | { files: './got/kelp-static-lin.tar.gz' } | kelp-static-lin.tar.gz",
                "meeDamian/github-release@2.0 | { files: 'kelp-lin.tar.gz:got/kelp.tgz' } | kelp-lin.tar.gz",
                "xresloader/upload-to-github-release@v1 | { file: 'got/none;got/kelp-static-lin.tar.gz' } | kelp-static-lin.tar.gz"
            })
    void theNameThatTenMakersUploadIsTheNameThatPeopleDownload(String action, String with, String name)
            throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        cd target/x86_64-unknown-linux-musl/release
                        tar czf ../../../kelp.tgz kelp
                        tar czf "$GITHUB_WORKSPACE/kelp-static-lin.tar.gz" kelp
                    - uses: actions/upload-artifact@v4
                      with: { name: made, path: 'kelp*.*gz' }
                publish:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v4
                      with: { name: made, path: got }
                    - uses: %s
                      with: %s
                """.formatted(action, with)));
        assertThat(names(proposal)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gh release upload $GITHUB_REF_NAME kelp-lin.tar.gz#The#program --clobber | kelp-lin.tar.gz",
                "gh release create --title x -n y ${GITHUB_REF#refs/tags/} kelp-*.tar.gz | kelp-lin.tar.gz",
                "hub release create -m x -a kelp-lin.tar.gz $GITHUB_REF_NAME | kelp-lin.tar.gz",
                "hub release edit --attach=kelp-lin.tar.gz $GITHUB_REF_NAME | kelp-lin.tar.gz",
                "mv kelp-lin.tar.gz kelp-nix.tar.gz; gh release upload $GITHUB_REF_NAME kelp-nix.tar.gz | kelp-nix.tar.gz"
            })
    void commandsThatUploadNameFilesToo(String command, String name) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-lin.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - run: %s
                """.formatted(command)));
        assertThat(names(proposal)).containsExactly(name);
        assertThat(lost(proposal)).doesNotContain("release.files");
    }

    @Test
    void aLoopOverDownloadedArtifactsNamesEachFile() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy:
                    matrix:
                      include:
                        - { on: ubuntu-latest, target: x86_64-unknown-linux-gnu, slug: pc-linux }
                        - { on: windows-latest, target: x86_64-pc-windows-msvc, slug: pc-windows, exe: .exe }
                        - { on: macos-latest, target: aarch64-apple-darwin, slug: m1-mac }
                  runs-on: ${{ matrix.on }}
                  steps:
                    - run: cargo build --release --target ${{ matrix.target }}
                    - uses: actions/upload-artifact@v4
                      with:
                        name: bin-${{ matrix.slug }}
                        path: target/${{ matrix.target }}/release/kelp${{ matrix.exe }}
                publish:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v4
                      with: { path: bins }
                    - run: |
                        mkdir dist
                        for folder in bins/*; do
                          slug=${folder#bins/bin-}
                          case $slug in
                            *windows) (cd "$folder" && zip "$GITHUB_WORKSPACE/dist/kelp_$slug.zip" kelp.exe) ;;
                            *) tar czf "dist/kelp_$slug.tar.gz" -C "$folder" kelp ;;
                          esac
                        done
                    - run: gh release create "$GITHUB_REF_NAME" dist/*
                """));
        assertThat(names(proposal))
                .containsExactly("kelp_pc-linux.tar.gz", "kelp_m1-mac.tar.gz", "kelp_pc-windows.zip");
    }

    @Test
    void packagesAreForTheMachineThatPacksThem() throws Exception {
        Proposal proposal = proposal(workflow(crate(""), """
                pack:
                  strategy: { matrix: { on: [ubuntu-22.04, ubuntu-22.04-arm] } }
                  runs-on: ${{ matrix.on }}
                  steps:
                    - run: cargo build --release
                    - run: cargo deb --no-build
                    - run: cargo generate-rpm
                    - uses: softprops/action-gh-release@v2
                      with: { files: "target/debian/*.deb\\ntarget/generate-rpm/*.rpm" }
                """));
        assertThat(proposal.config()).doesNotContain("RUNNER_ARCH");
        assertThat(lost(proposal))
                .contains("kelp_{version}-1_amd64.deb", "kelp_{version}-1_arm64.deb", "kelp-{version}-1.aarch64.rpm");
    }

    @ParameterizedTest
    @CsvSource({
        "'name = \"kelp-bin\"', cargo deb --no-build,                       kelp-bin_{version}-1_amd64.deb",
        "'',                    cargo deb --no-build,                       kelp-tool_{version}-1_amd64.deb",
        "'',                    cargo deb -p kelp-tool --deb-revision=\"\", kelp-tool_{version}_amd64.deb",
        "'',                    cargo deb --deb-version $GITHUB_REF_NAME,   kelp-tool_{tag}_amd64.deb",
        "'',                    cargo-deb --deb-revision 3,                 kelp-tool_{version}-3_amd64.deb",
        "'',                    cargo generate-rpm,                         kelp-tool-{version}-1.x86_64.rpm",
    })
    void packagesHaveTheNameOfTheCrateOrTheirOwn(String key, String command, String file) throws Exception {
        Proposal proposal =
                proposal(workflow(crate("").file("Cargo.toml", """
                [package]
                name = "kelp-tool"
                version = "1.2.3"
                repository = "https://github.com/acme/kelp"
                [[bin]]
                name = "kelp"
                path = "src/main.rs"
                [package.metadata.deb]
                %s
                """.formatted(key)), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: %s
                    - uses: softprops/action-gh-release@v2
                      with:
                        files: |
                          target/debian/*.deb
                          target/generate-rpm/*.rpm
                """.formatted(command)));
        String made = file.replace("{version}", "9.9.9").replace("{tag}", "v9.9.9");
        assertThat(String.join("\n", names(proposal)) + lost(proposal))
                .containsAnyOf(made, "release.files " + file + " ");
    }

    @Test
    void everythingElseThatIsUploadedIsListedByItsName() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                        sha512sum kelp-*.tar.gz > kelp-checks.sha512
                        ./target/x86_64-unknown-linux-musl/release/kelp man > kelp.1
                        cargo deb --no-build --target x86_64-unknown-linux-musl
                        make-snap kelp.snap
                    - uses: softprops/action-gh-release@v2
                      with:
                        files: |
                          kelp-*
                          kelp.1
                          target/*/debian/*.deb
                          out/*.snap
                """));
        assertThat(names(proposal)).containsExactly("kelp-x86_64-unknown-linux-musl.tar.gz");
        assertThat(lost(proposal))
                .contains("release.files kelp.1 ")
                .contains("release.files kelp_{version}-1_amd64.deb ")
                .contains("release.files kelp-checks.sha512 ");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("release.files  the full name of '*.snap' is known only during a run");
    }

    @Test
    void anActionThatIsTriedAgainUploadsWhatTheOtherOneDoes() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: Wandalen/wretry.action@v3
                      with:
                        attempt_limit: 3
                        action: softprops/action-gh-release@v2
                        with: |
                          files: |
                            kelp-linux.tar.gz
                            manual.pdf
                          draft: true
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("releases softprops/action-gh-release");
        assertThat(lost(proposal)).contains("manual.pdf");
        assertThat(proposal.config()).contains("as: linux", "draft: keep");
    }

    @Test
    void targetsOfOtherBuildsKeepTheNamesThatRustHasForThem() throws Exception {
        Proposal proposal = proposal(workflow(
                repository().file("build.zig", ".name = \"kelp\"").committed().origin("https://github.com/me/kelp"),
                """
                build:
                  strategy:
                    matrix:
                      include:
                        - { os: macos-15, file: kelp-aarch64-apple-darwin.zip }
                        - { os: windows-2025, file: kelp-x86_64-pc-win32.zip }
                  runs-on: ${{ matrix.os }}
                  steps:
                    - run: zig build
                    - run: zip ${{ matrix.file }} kelp
                    - run: gh release upload "$GITHUB_REF_NAME" ${{ matrix.file }}
                """));
        assertThat(names(proposal)).containsExactly("kelp-aarch64-apple-darwin.zip", "kelp-x86_64-pc-win32.zip");
    }

    @Test
    void whatZigCallsPlatformsIsKeptAsTheirWords() throws Exception {
        Proposal proposal = proposal(workflow(
                repository().file("build.zig", ".name = \"kelp\"").committed().origin("https://github.com/me/kelp"),
                """
                build:
                  strategy: { matrix: { target: [x86_64-linux-musl, aarch64-linux-gnu, aarch64-macos] } }
                  runs-on: ubuntu-24.04
                  steps:
                    - run: zig build -Dtarget=${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.target }}.tar.gz -C zig-out/bin kelp
                    - run: gh release upload "$GITHUB_REF_NAME" kelp-${{ matrix.target }}.tar.gz
                """));
        assertThat(names(proposal))
                .containsExactlyInAnyOrder(
                        "kelp-aarch64-linux-gnu.tar.gz", "kelp-aarch64-macos.tar.gz", "kelp-x86_64-linux-musl.tar.gz");
        assertThat(lost(proposal)).doesNotContain("does not build for these");
    }

    @Test
    void theRepositoryMayBeNamedBeforeTheRelease() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - run: gh --repo me/kelp release upload "$GITHUB_REF_NAME" kelp-linux.tar.gz
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("releases gh release upload from");
        assertThat(names(proposal)).contains("kelp-linux.tar.gz");
    }

    @Test
    void theNameOfTheCrateThatAScriptReadsInItsManifestIsKnown() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        NAME=$(grep -m1 '^name' Cargo.toml | cut -d'"' -f2)
                        tar czf $NAME-linux.tar.gz -C target/x86_64-unknown-linux-musl/release $NAME
                    - run: gh release create $GITHUB_REF_NAME *.tar.gz
                """));
        assertThat(names(proposal)).containsExactly("kelp-linux.tar.gz");
    }

    @Test
    void variablesThatAJobTakesFromItsMatrixAsAWholeAreKnown() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy:
                    matrix:
                      kit: [{ vars: { WORD: linux-x64 }, target: x86_64-unknown-linux-musl }]
                      include:
                        - { os: macos-latest, kit: { target: aarch64-apple-darwin, vars: { WORD: mac-arm } } }
                  runs-on: ${{ matrix.os || 'ubuntu-latest' }}
                  env: ${{ matrix.kit.vars }}
                  steps:
                    - run: cargo build --release --target ${{ matrix.kit.target }}
                    - run: tar czf kelp-$WORD.tar.gz -C target/${{ matrix.kit.target }}/release kelp
                    - run: gh release upload "$GITHUB_REF_NAME" kelp-$WORD.tar.gz
                """));
        assertThat(names(proposal)).containsExactly("kelp-linux-x64.tar.gz", "kelp-mac-arm.tar.gz");
    }
}
