package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that a workflow by hand makes, fills, renames and packs. */
class HandWrittenFoldersTest extends HandWrittenRelease {
    @Test
    void theRepositoryMayBeInAFolderOfTheWorkspace() throws Exception {
        Proposal proposal = proposal(workflow(
                crate("")
                        .file("LICENSE", "MIT License\n")
                        .file("NEWS.md", "# 1.2.3\n")
                        .file("ci/pack.sh", """
                                # kelp for a target
                                pack() {
                                  mkdir -p "stage/$1"
                                  cp "${@:2}" "stage/$1/"
                                  tar -C stage -czf "$1.tar.gz" "$1"
                                }
                                pack "kelp-${GITHUB_REF_NAME#v}-$TARGET" src/target/$TARGET/release/kelp src/LICENSE src/NEWS.md
                                """),
                """
                build:
                  runs-on: ubuntu-latest
                  env: { TARGET: x86_64-unknown-linux-musl }
                  steps:
                    - uses: actions/checkout@v4
                      with: { path: src }
                    - run: cargo build --release --target $TARGET
                      working-directory: src
                    - run: bash src/ci/pack.sh
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).contains("layout: dir").contains("include: [LICENSE, NEWS.md]");
        assertThat(names(proposal)).contains("kelp-9.9.9-x86_64-unknown-linux-musl.tar.gz");
        assertThat(lost(proposal)).isEmpty();
    }

    @Test
    void filesAboveTheFolderOfThePackerAreThoseOfTheRepository() throws Exception {
        Proposal proposal =
                proposal(workflow(crate("").file("LICENSE", "MIT License\n").file("NEWS.md", "# 1.2.3\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        cd dist
                        cp ../target/x86_64-unknown-linux-musl/release/kelp .
                        tar -czf kelp-${GITHUB_REF_NAME#v}-x86_64-unknown-linux-musl.tar.gz kelp ../LICENSE ../NEWS.md
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'dist/kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).contains("include: [LICENSE, NEWS.md]");
        assertThat(lost(proposal)).doesNotContain("not in the repository");
    }

    @Test
    void aPathToWhichSeveralFilesAreCopiedIsAFolderAlsoWithTheNameOfTheProgram() throws Exception {
        Proposal proposal =
                proposal(workflow(crate("").file("LICENSE", "MIT License\n").file("NEWS.md", "# 1.2.3\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: ci/make-image.sh --target x86_64-unknown-linux-musl
                    - run: |
                        cp LICENSE out/kelp
                        cp NEWS.md out/kelp
                    - run: zip -r ../kelp-linux-amd64.zip ./kelp
                      working-directory: out
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux-amd64.zip }
                """));
        assertThat(proposal.config()).contains("layout: dir").contains("include: [LICENSE, NEWS.md]");
        assertThat(lost(proposal)).contains("archive.layout kelp/ 'dir' gives the folder the name of the archive");
    }

    @Test
    void whatDittoPacksAndGpgSignsIsSeen() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: macos-latest
                  steps:
                    - run: cargo build --release --target aarch64-apple-darwin
                    - run: ditto -c -k --keepParent target/aarch64-apple-darwin/release/kelp kelp-mac-arm64.zip
                    - run: gpg --detach-sign -a kelp-mac-arm64.zip
                    - run: ditto -x -k other.zip out
                    - uses: softprops/action-gh-release@v2
                      with: { files: "kelp-mac-arm64.zip\\nkelp-*.asc" }
                """));
        assertThat(names(proposal)).contains("kelp-mac-arm64.zip");
        assertThat(lost(proposal)).contains("release.files kelp-mac-arm64.zip.asc no longer released");
    }

    @Test
    void aFolderThatIsRenamedBeforeItIsPackedKeepsItsFiles() throws Exception {
        Proposal proposal =
                proposal(workflow(crate("").file("LICENSE", "MIT License\n").file("NEWS.md", "# 1.2.3\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        mkdir -v out
                        cp {LICENSE,NEWS.md} out/
                        cp target/x86_64-unknown-linux-musl/release/kelp out/
                        mv out/ kelp-${GITHUB_REF_NAME#v}/
                    - run: tar -czf kelp-${GITHUB_REF_NAME#v}-x86_64-unknown-linux-musl.tar.gz kelp-${GITHUB_REF_NAME#v}/
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).contains("layout: dir").contains("include: [LICENSE, NEWS.md]");
        assertThat(lost(proposal))
                .contains("archive.layout kelp-{version}/ 'dir' gives the folder the name of the archive");
    }

    @Test
    void aFolderThatTheBuildFillsIsNoProgram() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy: { matrix: { include: [{ os: ubuntu-latest, target: x86_64-unknown-linux-musl }, { os: windows-latest, target: x86_64-pc-windows-msvc }] } }
                  runs-on: ${{ matrix.os }}
                  steps:
                    - run: cargo build --release --target ${{ matrix.target }}
                    - run: mv target/tmp/manual/ manual
                      shell: bash
                    - if: matrix.os == 'ubuntu-latest'
                      run: |
                        cp target/${{ matrix.target }}/release/kelp kelp
                        tar czf kelp-${{ matrix.target }}.tar.gz kelp manual
                    - if: matrix.os == 'windows-latest'
                      run: |
                        mv target/${{ matrix.target }}/release/kelp.exe kelp.exe
                        7z a kelp-${{ matrix.target }}.zip kelp.exe
                        7z a kelp-${{ matrix.target }}.zip manual
                      shell: bash
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*' }
                """));
        assertThat(lost(proposal)).contains("archive.include manual/ not in the repository");
        assertThat(proposal.config()).doesNotContain("layout");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("only programs");
    }

    @Test
    void aFolderThatIsCopiedWholeIsNoProgram() throws Exception {
        Proposal proposal = proposal(workflow(crate("").file("LICENSE", "MIT License\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: ./target/x86_64-unknown-linux-musl/release/kelp completions --into complete
                    - run: |
                        out=kelp-x86_64-unknown-linux-musl
                        mkdir $out
                        cp -r target/x86_64-unknown-linux-musl/release/kelp LICENSE $out
                        cp -R complete $out/
                        tar czf $out.tar.gz $out
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(lost(proposal))
                .contains("archive.include complete not in the repository")
                .doesNotContain("release/kelp");
    }

    @Test
    void aFolderThatIsMadeWithItsFoldersIsSeenAndWhatABuildLeavesInThemIsLost() throws Exception {
        Proposal proposal =
                proposal(workflow(crate("").file("LICENSE", "MIT License\n").file("NEWS.md", "# 1.2.3\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        mkdir -p out/{manual,doc}
                        cp LICENSE out/
                        cp NEWS.md out/doc/
                        MANUAL=out/manual cargo run --bin manual
                        cp target/x86_64-unknown-linux-musl/release/kelp out/
                        mv out kelp-${GITHUB_REF_NAME#v}
                    - run: tar -czf kelp-${GITHUB_REF_NAME#v}-x86_64-unknown-linux-musl.tar.gz kelp-${GITHUB_REF_NAME#v}
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).contains("layout: dir").contains("include: [LICENSE, \"NEWS.md => doc/\"]");
        assertThat(lost(proposal))
                .contains("archive.layout kelp-{version}/")
                .contains("archive.include manual/ not in the repository")
                .doesNotContain("archive.include doc/");
    }

    @Test
    void aFolderThatIsCopiedIntoAFolderKeepsItsNameAndOneOfAnotherJobIsLost() throws Exception {
        Proposal proposal = proposal(workflow(
                crate("")
                        .file("LICENSE", "MIT License\n")
                        .file("extra/shell/kelp.fish", "complete\n")
                        .file("themes/dark.toml", "black = 0\n")
                        .file("kelp/Cargo.toml", "[package]\nname = \"kelp\"\n"),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: mkdir dist && cp target/x86_64-unknown-linux-musl/release/kelp dist && cp -r themes dist
                    - uses: actions/upload-artifact@v4
                      with: { name: bins-x86_64-unknown-linux-musl, path: dist }
                pack:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - uses: actions/download-artifact@v4
                    - run: |
                        folder=kelp-$GITHUB_REF_NAME-x86_64-unknown-linux-musl
                        mkdir -p $folder/extra
                        cp LICENSE $folder
                        cp -r extra/shell $folder/extra
                        mv bins-x86_64-unknown-linux-musl/themes $folder/
                        mv bins-x86_64-unknown-linux-musl/kelp $folder/
                        tar cJf $folder.tar.xz $folder
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.xz' }
                """));
        assertThat(proposal.config()).contains("include: [LICENSE, \"extra/shell/* => extra/shell/\"]");
        assertThat(lost(proposal))
                .contains(
                        "archive.include bins-x86_64-unknown-linux-musl/themes it may be a copy of 'themes/' with what a build adds; "
                                + "write a pattern for each of its folders, such as 'themes/* => themes/'")
                .doesNotContain("bins-x86_64-unknown-linux-musl/kelp");
    }

    @Test
    void aFolderInATemporaryOneIsThatOfTheArchive() throws Exception {
        Proposal proposal =
                proposal(workflow(crate("").file("LICENSE", "MIT License\n").file("NEWS.md", "# 1.2.3\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - name: Pack
                      run: |
                        DIR="$(mktemp -d)"
                        mkdir "$DIR/kelp"
                        cp target/x86_64-unknown-linux-musl/release/kelp "$DIR/kelp"
                        cp LICENSE "$DIR/kelp/LICENSE"
                        cp NEWS.md "$DIR/kelp/doc/NEWS.md"
                        osslsigncode sign -n kelp -in "$DIR/kelp/kelp"
                        tar -czf "kelp-$GITHUB_REF_NAME-linux.tar.gz" -C "$DIR" kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).contains("layout: dir").contains("include: [LICENSE, \"NEWS.md => doc/\"]");
        assertThat(lost(proposal)).contains("archive.layout kelp/").contains("step 'Pack' signing");
    }

    @Test
    void aFolderIntoWhichABuildInstallsMayHoldMoreThanPrograms() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        make install prefix=out/install
                        rm -rf kelp-$GITHUB_REF_NAME
                        mv out/install kelp-$GITHUB_REF_NAME
                        tar -czf kelp-$GITHUB_REF_NAME-x86_64-unknown-linux-musl.tar.gz kelp-$GITHUB_REF_NAME
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-*.tar.gz }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("only the program was seen to be packed");
        assertThat(lost(proposal)).contains("out/install");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar -czf $out *", "tar -czf $out .", "7z a $out *"})
    void aFolderIntoWhichOnlyProgramsAreCopiedHoldsProgramsAlone(String packing) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        mkdir dist
                        cp target/x86_64-unknown-linux-musl/release/kelp dist
                        out=../kelp-linux.tar.gz
                        cd dist
                        %s
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux.tar.gz }
                """.formatted(packing)));
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("only the program was seen to be packed");
        assertThat(said(proposal, Remark.Kind.TAKEN)).doesNotContain("archive.layout flat");
    }

    @Test
    void whatSevenZipGetsFromAnotherKeepsItsFolder() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        mkdir -p out/kelp-$GITHUB_REF_NAME-linux
                        mv target/x86_64-unknown-linux-musl/release/kelp out/kelp-$GITHUB_REF_NAME-linux/
                        7z a -ttar -so -an ./out/kelp-$GITHUB_REF_NAME-linux | 7z a -si ./out/kelp-$GITHUB_REF_NAME-linux.tar.gz
                    - run: gh release create $GITHUB_REF_NAME out/*.tar.gz
                """));
        assertThat(names(proposal)).containsExactly("kelp-v9.9.9-linux.tar.gz");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("archive.layout dir");
    }
}
