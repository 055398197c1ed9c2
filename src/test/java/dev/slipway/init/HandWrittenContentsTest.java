package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the archives that a workflow by hand packs, and what it uploads beside them. */
class HandWrittenContentsTest extends HandWrittenRelease {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "tar caf kelp-linux.tar.xz kelp@tar czf kelp-linux.tar.gz kelp@tar caf kelp-linux.tar.zst kelp;kelp-linux.tar.gz",
                "tar czf kelp-linux.tar.gz kelp@tar caf kelp-linux.tar.xz kelp;kelp-linux.tar.gz",
                "tar caf kelp-linux.tar.xz kelp@tar czf man-linux.tar.gz man;kelp-linux.tar.xz",
            })
    void ofSeveralFormatsOfAnArchiveTheUsualOneIsTaken(String packs, String name) throws Exception {
        for (String files : List.of("kelp-*", "${{ env.FILES }}")) {
            Proposal proposal = proposal(release("""
                    build:
                      runs-on: ubuntu-latest
                      steps:
                        - run: |
                            cargo build --release --target x86_64-unknown-linux-musl
                            mv target/x86_64-unknown-linux-musl/release/kelp .
                            %s
                        - uses: softprops/action-gh-release@v2
                          with: { files: '%s' }
                    """.formatted(packs.replace("@", "\n        "), files)));
            assertThat(names(proposal)).as(files).containsExactly(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kelp/Cargo.lock", "kelp"})
    void aProgramIsNoFileOfTheRepositoryThatHasItsName(String file) throws Exception {
        Proposal proposal = proposal(workflow(crate("").file(file, ""), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo build --release --target x86_64-unknown-linux-musl
                        mkdir stage
                        mv target/x86_64-unknown-linux-musl/release/kelp stage/kelp
                        tar czf kelp-linux.tar.gz -C stage kelp
                        gh release upload "$GITHUB_REF_NAME" kelp-linux.tar.gz
                """));
        assertThat(proposal.config()).doesNotContain("include:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thedoctor0/zip-release@0.7 | directory: stage, filename: kelp-linux.zip, path: 'kelp LICENSE' | stage/kelp-linux.zip | zip",
                "TheDoctor0/zip-release@0.7 | directory: stage, type: tar, filename: kelp-linux.tar.gz, path: 'kelp LICENSE' | stage/kelp-linux.tar.gz | tar.gz",
                "montudor/action-zip@v1 | args: zip -qq -j kelp-linux.zip stage/kelp stage/LICENSE | kelp-linux.zip | zip",
            })
    void anActionThatPacksIsFollowed(String action, String with, String file, String format) throws Exception {
        Proposal proposal = proposal(
                workflow(crate("").file("LICENSE", "").file("CHANGES", ""), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo build --release --target x86_64-unknown-linux-musl
                        mkdir stage
                        cp target/x86_64-unknown-linux-musl/release/kelp LICENSE stage/
                    - { uses: %s, with: { %s } }
                    - run: gh release upload "$GITHUB_REF_NAME" %s
                """.formatted(action, with, file)));
        assertThat(names(proposal)).containsExactly("kelp-linux." + format);
        assertThat(said(proposal, Remark.Kind.GUESS)).doesNotContain("archive.layout");
    }

    @ParameterizedTest
    @CsvSource({
        "gzip -9 stage/man/kelp.1, kelp.1.gz, true",
        "(cd stage/man && xz kelp.1), kelp.1.xz, true",
        "zstd -q --rm stage/man/kelp.1, kelp.1.zst, true",
        "gzip -d stage/man/kelp.1, kelp.1.gz, false",
        "gzip -9 other/kelp.1, kelp.1.gz, false"
    })
    void aFileThatIsCompressedInTheArchiveHasAnotherNameThere(String command, String name, boolean said)
            throws Exception {
        Proposal proposal = proposal(workflow(crate("").file("doc/kelp.1", ""), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo build --release --target x86_64-unknown-linux-musl
                        mkdir -p stage/man
                        cp target/x86_64-unknown-linux-musl/release/kelp stage/
                        cp doc/kelp.1 stage/man/
                        %s
                        tar czf kelp-linux.tar.gz -C stage .
                        cp stage/man/kelp.1 . && gzip kelp.1
                        gh release upload "$GITHUB_REF_NAME" kelp-linux.tar.gz kelp.1.gz
                """.formatted(command)));
        assertThat(proposal.config()).contains("doc/kelp.1 => man/");
        assertThat(lost(proposal).contains("archive.include man/" + name + " from doc/kelp.1 'archive.include' keeps"))
                .isEqualTo(said);
        assertThat(lost(proposal)).contains("release.files kelp.1.gz no longer released");
    }

    @Test
    void whatTheProgramPrintsForSomePlatformsIsNoLossForTheOthers() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy: { matrix: { include: [{ target: x86_64-unknown-linux-musl }, { target: aarch64-unknown-linux-musl, qemu: qemu-aarch64 }] } }
                  runs-on: ubuntu-latest
                  env: { ZSTD_SYS_STATIC: 1 }
                  steps:
                    - run: cross build --release --target ${{ matrix.target }}
                    - run: |
                        echo "OUT=kelp-${{ matrix.target }}" >> $GITHUB_ENV
                        mkdir -p kelp-${{ matrix.target }}/man
                        cp target/${{ matrix.target }}/release/kelp kelp-${{ matrix.target }}/
                    - if: matrix.qemu == ''
                      run: target/${{ matrix.target }}/release/kelp --man > $OUT/man/kelp.1
                    - if: matrix.qemu != ''
                      run: |
                        docker run --rm -v $PWD/target:/target img ${{ matrix.qemu }} /target/kelp --man > $OUT/man/kelp.1
                        docker run --rm img date > $OUT/man/built
                    - run: tar czf $OUT.tar.gz $OUT
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config())
                .contains("generate: { man/kelp.1: \"{bin} --man\" }")
                .contains("env: { ZSTD_SYS_STATIC: 1 }");
        assertThat(lost(proposal)).contains("archive.include man/built").doesNotContain("man/kelp.1", "man/ ");
    }

    @Test
    void aFileThatAnotherIsAddedToIsNotThatOfTheRepository() throws Exception {
        Proposal proposal = proposal(workflow(crate("").file("LICENSE", "MIT License\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        mkdir kelp-linux
                        cp target/x86_64-unknown-linux-musl/release/kelp kelp-linux/
                        cp LICENSE kelp-linux/
                        cat ci/third-party.txt >> kelp-linux/LICENSE
                        tar -czf kelp-linux.tar.gz kelp-linux
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(lost(proposal)).contains("archive.include LICENSE with ci/third-party.txt not in the repository");
    }

    @Test
    void whatIsInArchivesOfAnyLanguageIsRead() throws Exception {
        Proposal proposal =
                proposal(workflow(repository().file("shard.yml", "name: kelp\ntargets: { kelp: {} }\n"), """
                build:
                  strategy: { matrix: { include: [{ os: ubuntu-latest, as: linux }, { os: macos-15, as: darwin }] } }
                  runs-on: ${{ matrix.os }}
                  steps:
                    - run: shards build
                    - if: matrix.as == 'linux'
                      run: tar czf kelp-x86_64-${{ matrix.as }}.tar.gz -C bin kelp
                    - if: matrix.as == 'darwin'
                      run: tar czf kelp-x86_64-${{ matrix.as }}.tar.gz -C bin kelp kelp.dwarf
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """)
                        .committed()
                        .origin("https://github.com/me/kelp"));
        assertThat(lost(proposal)).contains("archive.include kelp.dwarf not in the repository");
        assertThat(said(proposal, Remark.Kind.GUESS)).doesNotContain("archive.layout");
    }

    @Test
    void aFolderOfTheRepositoryIsNotThereWithoutACheckout() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - uses: actions/upload-artifact@v4
                      with: { name: kelp-linux, path: target/x86_64-unknown-linux-musl/release/kelp }
                ship:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v4
                      with: { name: kelp-linux, path: app/ }
                    - run: zip -r ../kelp-linux.zip .
                      working-directory: app/
                    - run: gh release upload $GITHUB_REF_NAME kelp-linux.zip
                """).file("app/readme.md", "kelp\n"));
        assertThat(names(proposal)).containsExactly("kelp-linux.zip");
        assertThat(proposal.config()).doesNotContain("app/");
    }

    @Test
    void aFileThatLosesItsEndingIsNoFolder() throws Exception {
        Proposal proposal = proposal(workflow(crate("").file("misc/Makefile.packed", "install:\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo build --release --target x86_64-unknown-linux-musl
                        mkdir kelp-linux
                        cp target/x86_64-unknown-linux-musl/release/kelp kelp-linux
                        cp misc/Makefile.packed kelp-linux/Makefile
                        tar czf kelp-linux.tar.gz kelp-linux
                        gh release upload "$GITHUB_REF_NAME" kelp-linux.tar.gz
                """));
        assertThat(proposal.config()).doesNotContain("Makefile/");
        assertThat(lost(proposal)).contains("Makefile from misc/Makefile.packed");
    }

    @ParameterizedTest
    @CsvSource({"-rj, false", "-r, true"})
    void anOptionLeavesFoldersOutOfAnArchiveEvenTheOneWithItsName(String options, boolean folder) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo build --release --target x86_64-unknown-linux-musl
                        mkdir -p out/kelp-linux
                        cp target/x86_64-unknown-linux-musl/release/kelp out/kelp-linux/
                        zip %s kelp-linux.zip out/kelp-linux/*
                        gh release upload "$GITHUB_REF_NAME" kelp-linux.zip
                """.formatted(options)));
        assertThat(said(proposal, Remark.Kind.TAKEN).contains("archive.layout dir"))
                .isEqualTo(folder);
    }

    @Test
    void aFolderIntoWhichAProgramIsMovedHasOnlyThat() throws Exception {
        Proposal proposal = proposal(workflow(crate(""), """
                build:
                  runs-on: windows-latest
                  steps:
                    - run: cargo build --release --target x86_64-pc-windows-msvc
                    - run: |
                        New-Item ./kelp-win-x64/bin -ItemType Directory -ea 0
                        Move-Item -Path target/x86_64-pc-windows-msvc/release/kelp.exe -Destination ./kelp-win-x64/bin
                        Compress-Archive -Path ./kelp-win-x64 -DestinationPath ./kelp-win-x64.zip
                    - run: gh release upload "$env:GITHUB_REF_NAME" kelp-win-x64.zip
                """));
        assertThat(proposal.config()).contains("layout: dir");
        assertThat(lost(proposal)).doesNotContain("archive.include bin/ not in the repository");
    }

    @ParameterizedTest(name = "zip {0}: {1}")
    @CsvSource({"-9j, false", "-j9X, false", "-q --junk-paths, false", "-9rX, true"})
    void foldersThatZipLeavesOutAreNotInTheArchive(String options, boolean folder) throws Exception {
        Proposal proposal = proposal(workflow(crate(""), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo build --release
                        mkdir -p out/kelp-linux-x64
                        cp target/release/kelp README.md out/kelp-linux-x64/
                        zip %s kelp-linux-x64.zip out/kelp-linux-x64/*
                        gh release upload "$GITHUB_REF_NAME" kelp-linux-x64.zip
                """.formatted(options)));
        assertThat(said(proposal, Remark.Kind.TAKEN).contains("archive.layout dir"))
                .isEqualTo(folder);
    }

    @Test
    void aFileBesideTheArchiveIsThatOfTheFolderWhereItIsPacked() throws Exception {
        Proposal proposal = proposal(workflow(crate("").file("setup/NOTES.txt", ""), """
                build:
                  runs-on: ubuntu-24.04-arm
                  steps:
                    - run: cargo build --release --target aarch64-unknown-linux-gnu
                    - working-directory: setup
                      run: |
                        cp ../target/aarch64-unknown-linux-gnu/release/kelp .
                        zip -j kelp-linux-arm-${GITHUB_REF_NAME#v}.zip kelp NOTES.txt
                        gh release upload "$GITHUB_REF_NAME" kelp-linux-arm-*.zip
                """));
        assertThat(proposal.config()).contains("include: [setup/NOTES.txt]");
        assertThat(proposal.remarks()).noneMatch(remark -> remark.value().contains("90817"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "mkdir -p pack/bin && cp target/release/kelp pack/bin/, bin/kelp",
        "mkdir pack && cp -p target/release/kelp pack/kelp-server, kelp-server",
        "mkdir pack && cp target/x86_64-unknown-linux-gnu/release/kelp pack/kelp,"
    })
    void aProgramThatIsElsewhereInTheArchiveIsListedWithItsPath(String copies, String path) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo build --release
                        %s
                        tar -C pack -czf kelp-linux.tar.gz .
                    - run: gh release create $GITHUB_REF_NAME kelp-linux.tar.gz
                """.formatted(copies)));
        String moved = "archive.layout " + path + " programs are now at the top level of the archive or its folder";
        assertThat(lost(proposal).contains("programs are now")).isEqualTo(path != null);
        assertThat(path == null ? moved : lost(proposal)).contains(moved);
    }

    @Test
    void aFolderThatIsCalledReleaseIsPackedWithWhatScriptsPutThere() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo build --release
                        mkdir release
                        cp target/release/kelp CHANGES.md release/
                        tar -C release -czf kelp-linux.tar.gz .
                    - run: gh release create $GITHUB_REF_NAME kelp-linux.tar.gz
                """).file("CHANGES.md", "# 1.2.3\n"));
        assertThat(proposal.config()).contains("include: [CHANGES.md");
    }

    @Test
    void foldersThatTheBuildFillsAreListedIfAnArchiveNamesThem() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: sudo apt-get install -y qemu-user-static libkelp-dev
                    - run: cargo build --release
                    - run: >
                        tar -cv CHANGES.md
                        -C target/ pages/ -C ../
                        -C target/release/ kelp
                        | gzip --best > kelp-linux.tar.gz
                    - run: gh release create $GITHUB_REF_NAME kelp-linux.tar.gz
                """).file("CHANGES.md", "# 1.2.3\n"));
        assertThat(lost(proposal)).contains("archive.include pages/ not in the repository");
        assertThat(proposal.config()).contains("packages: [libkelp-dev]").doesNotContain("pages");
    }
}
