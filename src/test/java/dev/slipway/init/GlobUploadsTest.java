package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern that uploads whatever is in a folder is complete only if everything that could be in it was followed. */
class GlobUploadsTest extends HandWrittenRelease {
    private static final String MORE = "may upload more files than are listed here";

    private static String uploading(String pattern, String... commands) {
        return """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: mkdir dist && tar czf dist/kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                """ + String.join("", commands).indent(4) + """
                    - uses: softprops/action-gh-release@v2
                      with: { files: '%s' }
                """.formatted(pattern);
    }

    private Proposal of(String pattern, String command) throws NoProposal {
        return proposal(release(uploading(pattern, "- run: " + command + "\n")));
    }

    private static String open(Proposal proposal) {
        return said(proposal, Remark.Kind.OPEN);
    }

    @Test
    void whatOnlyListsAnArchiveUnpacksNothing() throws Exception {
        assertThat(open(of("dist/*", "cd dist && unzip -l kelp.zip"))).doesNotContain(MORE);
    }

    @Test
    void signaturesOfFilesThatNobodySawAreListedByTheirEnding() throws Exception {
        Proposal proposal = proposal(release("""
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release && mkdir out && reedpack out/kelp-$RANDOM.reed
                    - run: |
                        for one in out/*.reed; do
                          cosign sign-blob --yes --bundle="${one}.sigstore.json" "$one"
                          gh release upload "$GITHUB_REF_NAME" "$one" "${one}.sigstore.json"
                        done
                """));
        assertThat(said(proposal, Remark.Kind.LEFT)).contains("release.files *.reed.sigstore.json no longer released");
    }

    @ParameterizedTest
    @CsvSource({
        "ci/pack.py out/*, ci/notes.py out/kelp-linux-amd64.zip, kelp-linux-amd64.zip",
        "ci/pack.py out/*, ci/notes.py out/reed-linux-amd64.zip, kelp-linux-amd64",
        "ci/pack.py out/*, echo done, kelp-linux-amd64",
        "ci/look.py out/*, unzip out/kelp-linux-amd64.zip, kelp-linux-amd64",
    })
    void anArchiveThatALaterCommandGetsIsWhatAScriptMadeOfTheFile(String packing, String later, String name)
            throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo build --release --target x86_64-unknown-linux-musl
                        mkdir out && cp target/x86_64-unknown-linux-musl/release/kelp out/kelp-linux-amd64
                    - run: %s
                    - run: %s
                    - uses: softprops/action-gh-release@v2
                      with: { files: out/* }
                """.formatted(packing, later)));
        assertThat(names(proposal)).containsExactly(name);
    }

    @ValueSource(strings = {"rm -rf dist", "|\n    # all of it\n    sudo rm -f dist/*.gz\n    rmdir dist"})
    void whatIsTidiedAwayAtTheEndWasUploadedBefore(String command) throws Exception {
        String workflow = uploading("dist/*") + ("- run: " + command + "\n").indent(4);
        assertThat(proposal(release(workflow)).config()).contains("name: \"{name}-{platform}\"");
    }

    @Test
    void whatIsRemovedBeforeAnUploadIsNotUploaded() throws Exception {
        String workflow = uploading("dist/*", "- run: echo > dist/kelp.tmp.zip\n", "- run: rm dist/*.tmp.zip\n");
        assertThat(lost(proposal(release(workflow)))).doesNotContain("tmp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./scripts/extras.py",
                "ninja -C out extras",
                "docs2man --out dist man/kelp.md",
                "docs2man --out=dist man/kelp.md",
                "docs2man man/kelp.md \"$PWD/dist\"",
                "docker run --rm -v ./dist:/out builder",
                "tar xf vendor.tar.gz -C dist",
                "unzip vendor.zip -d dist",
                "gh release download v1 -R me/weed -D dist",
                "cd dist && curl -LO https://example.org/weed",
                "cp out/weed dist/",
                "cp out/weed-* dist/",
                "mv out dist/weed",
                "cp out/weed dist/ && rm dist/kelp*",
                "DIR=\"$(cd \"$(dirname \"$0\")\" && pwd)\" && cp out/weed \"$DIR/dist/\"",
                "pn copy-artifacts",
            })
    void aCommandThatMayFillTheFolderIsSaidWithItsLine(String command) throws Exception {
        assertThat(open(of("dist/*", command)))
                .contains("'dist/*' " + MORE + ": which ones come from '")
                .contains("(.github/workflows/release.yml:8)")
                .contains("run 'slipway init --against'")
                .contains("from .github/workflows/release.yml:9 jobs.ship");
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "python3 {0}", "node {0}", "ruby"})
    void aScriptInAnotherLanguageMayFillTheFolder(String shell) throws Exception {
        assertThat(open(proposal(release(uploading("dist/*", "- shell: '" + shell + "'\n  run: extras(\"dist\")\n")))))
                .contains("'dist/*' " + MORE + ": which ones come from '" + shell.replaceFirst(" .*", "") + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256sum dist/*",
                "ls -l dist",
                "cargo test --release",
                "apt-get install -y mingw-w64",
                "docs2man --out site man/kelp.md",
                "docker build -t kelp .",
                "gzip --keep dist/kelp-linux.tar.gz",
                "cp target/x86_64-unknown-linux-musl/release/kelp dist/kelp-plain",
                "tar xf vendor.tar -C vendor && cd \"$(mktemp -d)\" && mv weed/*.deb dist/",
                "mkdir stage && cp README.md stage/ && mv stage/README.md dist/",
                "chmod +x dist/kelp-linux.tar.gz",
                "wix.exe --version && python tools/pack.py --help",
                "cp out/weed dist/ && rm dist/weed",
                "cp out/weed dist/ && cd dist && rm -f we*",
                "npm publish --access public",
                "pnpm --silent stage publish pkg/",
                "./VC/Auxiliary/Build/vcvarsall.bat amd64",
                "pn config set registry x",
                "zig version && make test",
                "stack path --local-bin && dotnet --info && dart pub get",
                "find dist -name '*.deb' && jar -uf dist/kelp.jar META-INF",
            })
    void whatIsFollowedOrLeavesNothingThereIsNoReasonForDoubt(String command) throws Exception {
        assertThat(open(of("dist/*", command))).doesNotContain(MORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dist/*.tar.gz", "dist/kelp-*", "dist/**"})
    void onlyWhatFitsThePatternCounts(String pattern) throws Exception {
        boolean all = !pattern.endsWith(".tar.gz");
        assertThat(open(of(pattern, "cp out/kelp-notes.txt.in dist/kelp-notes && ninja -C out docs")))
                .contains("'" + pattern + "' " + MORE);
        assertThat(open(of(pattern, "cp out/kelp-notes dist/kelp-notes")).contains(MORE))
                .isEqualTo(all);
    }

    @Test
    void twoStepsThatUploadTheSameAreOneLine() throws Exception {
        String step =
                "- uses: softprops/action-gh-release@v2\n  if: ${{ vars.early %s 'x' }}\n  with: { files: 'dist/*' }\n";
        Proposal proposal = of("dist/*", "iscc setup.iss && ninja -C out docs");
        Proposal twice = proposal(release(uploading(
                "dist/*", "- run: iscc setup.iss && ninja -C out docs\n", step.formatted("=="), step.formatted("!="))));
        assertThat(open(twice).split(MORE)).hasSameSizeAs(open(proposal).split(MORE));
    }

    @Test
    void aPackerThatOnlyPrintsItsVersionLeavesNothing() throws Exception {
        Proposal proposal = of("dist/*", "wix.exe --version && iscc --help && makensis -VERSION && iscc /?");
        assertThat(lost(proposal)).doesNotContain("release.files *.");
        assertThat(open(proposal)).doesNotContain(MORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MSBuild.exe setup/kelp.wixproj -p:OutputPath=\"$PWD/dist\"|*.msi",
                "fpm -s dir -t rpm -p dist -n kelp usr|*.rpm",
                "nfpm package -p deb -t dist/|*.deb",
                "iscc /Odist setup.iss|*.exe",
                "jpackage --type dmg --dest dist --input lib|*.dmg"
            })
    void whatAPackerLeavesIsLostByItsKind(String line) throws Exception {
        String[] parts = line.split("\\|");
        assertThat(lost(of("dist/*", parts[0])))
                .contains("release.files " + parts[1] + " no longer released; today it comes from '")
                .contains("(.github/workflows/release.yml:8)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkgbuild --root usr --identifier org.kelp dist/kelp.pkg|kelp.pkg",
                "hdiutil create -volname Kelp -srcfolder usr dist/kelp.dmg|kelp.dmg",
                "fpm -s dir -t deb -p dist/kelp.deb usr|kelp.deb",
                "appimagetool AppDir dist/kelp.AppImage|kelp.AppImage"
            })
    void whatAPackerNamesIsLostUnderItsName(String line) throws Exception {
        String[] parts = line.split("\\|");
        Proposal proposal = of("dist/*", parts[0]);
        assertThat(lost(proposal)).contains("release.files " + parts[1] + " no longer released");
        assertThat(open(proposal)).doesNotContain(MORE);
    }

    @Test
    void whatIsNamedLikeAKnownFileIsNoPackage() throws Exception {
        assertThat(lost(of("dist/*.deb", "cp README.md dist/ && stamp dist/README.md")))
                .doesNotContain("README.md*.deb");
    }

    @Test
    void aKindThatNobodyIsKnownToMakeIsCalledLostOnlyIfThereIsOne() throws Exception {
        assertThat(lost(of("dist/*.deb", "tar xf vendor.tar.gz -C dist")))
                .contains("release.files *.deb no longer released, if there is one today; it may come from 'tar xf ");
    }

    @Test
    void aGradleTaskFillsFoldersOfBuilds() throws Exception {
        Proposal proposal = proposal(workflow(
                repository()
                        .file("build.gradle", "plugins { id 'application' }\n")
                        .file("gradlew", "")
                        .committed()
                        .origin("https://github.com/me/kelp"),
                """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: ./gradlew :cli:files
                    - run: cd cli/build/run && zip kelp.zip kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'cli/build/run/*' }
                """));
        assertThat(lost(proposal)).contains("release.files kelp.zip");
        assertThat(open(proposal)).contains("'./gradlew :cli:files' (.github/workflows/release.yml:6)");
    }

    @Test
    void whatAnotherJobLeavesComesWithItsArtifact() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: macos-latest
                  steps:
                    - run: tar czf kelp.tar.gz README.md && ninja -C out bundle
                    - uses: actions/upload-artifact@v4
                      with: { name: mac, path: '*.tar.gz' }
                other:
                  runs-on: ubuntu-latest
                  steps:
                    - run: tar czf weed.tar.gz README.md
                    - uses: actions/upload-artifact@v4
                      with: { name: linux, path: '*.tar.gz' }
                ship:
                  needs: [build, other]
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v4
                      with: { path: got }
                    - run: mkdir dist && mv got/mac/* dist/
                    - run: gh release upload $GITHUB_REF_NAME dist/*
                    - run: gh release upload $GITHUB_REF_NAME got/linux/*
                """));
        assertThat(open(proposal))
                .contains("'dist/*' " + MORE)
                .contains("'ninja -C out bundle' (.github/workflows/release.yml:6)")
                .doesNotContain("'got/linux/*'");
    }

    /** What is deeper than the pattern reaches is not uploaded; what is moved up again is. */
    @Test
    void foldersKeepTheirPlaceOnTheirWayThroughArtifacts() throws Exception {
        String jobs = """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: mkdir dist && zip dist/kelp.zip README.md && tar xf vendor.tar -C runtime/vendor
                    - run: cp -r runtime dist
                    - uses: actions/upload-artifact@v4
                      with: { name: all, path: dist }
                ship:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v4
                    - run: mkdir up && mv all* up/
                    - run: gh release upload $GITHUB_REF_NAME up/all/%s
                """;
        assertThat(open(proposal(release(jobs.formatted("*"))))).doesNotContain(MORE);
        assertThat(open(proposal(release(jobs.formatted("runtime/vendor/*"))))).contains(MORE);
        assertThat(open(proposal(release(jobs.formatted("**"))))).contains(MORE);
    }

    @Test
    void ofMoreCommandsThanAreComparedAnyMayFillAFolder() throws Exception {
        String many = IntStream.range(0, 400)
                .mapToObj(at -> "tool" + at + " out" + at)
                .collect(Collectors.joining(" && "));
        assertThat(open(of("dist/*", many + " && tool dist"))).contains("'dist/*' " + MORE);
        assertThat(open(of("dist/*", "tool1 out1 && tool2 out2"))).doesNotContain(MORE);
    }

    @Test
    void anArtifactThatNobodyUploadsIsNotKnown() throws Exception {
        assertThat(open(proposal(release(uploading(
                        "dist/*",
                        "- uses: actions/download-artifact@v4\n  with: { name: extras, path: dist, run-id: 7 }\n")))))
                .contains("'download-artifact extras' (.github/workflows/release.yml:8)");
    }

    @Test
    void filesThatXargsHandsOnAreUploaded() throws Exception {
        Proposal proposal = proposal(release("""
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: mkdir dist && cp extras.zip dist/
                    - run: ./label dist/* | xargs gh release create "$GITHUB_REF_NAME" --title "The Kelp" --
                """));
        assertThat(lost(proposal)).contains("release.files extras.zip").doesNotContain("Kelp");
    }

    @Test
    void theFolderOfTheRunnerIsNotPartOfAPattern() throws NoProposal {
        assertThat(open(proposal(release("""
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: mkdir dist && make -C tools all
                    - run: gh release upload "$GITHUB_REF_NAME" "$GITHUB_WORKSPACE"/dist/*
                """)))).contains("'dist/*' " + MORE).doesNotContain("/github/workspace");
    }

    @Test
    void aPathThatOnlyARunKnowsMayComeFromWhateverIsNotRead() throws Exception {
        String step = "- id: pack\n  run: |\n    dotnet tool install --global wix\n    nu scripts/pack.nu\n";
        String open = open(proposal(release(uploading("${{ steps.pack.outputs.file }}", step))));
        assertThat(open)
                .contains(
                        "'…' " + MORE + ": which ones come from 'nu scripts/pack.nu' (.github/workflows/release.yml:8)")
                .doesNotContain("dotnet");
    }

    @Test
    void aPatternInAnArrayMayUploadMoreThanWasSeen() throws Exception {
        Proposal proposal = proposal(workflow(crate(""), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: actions/upload-artifact@v4
                      with:
                          name: build-linux
                          path: |
                            *.zip
                            *.tar.gz
                sign:
                  runs-on: windows-latest
                  steps:
                    - run: Compress-Archive -Path signed -DestinationPath (Get-Name)
                    - uses: actions/upload-artifact@v4
                      with: { name: build-windows, path: kelp-*-signed.zip }
                ship:
                  needs: [build, sign]
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v4
                      with: { pattern: build-*, merge-multiple: true }
                    - run: |
                        files=( *.zip *.tar.gz )
                        gh release create "$GITHUB_REF_NAME" "${files[@]}"
                """));
        assertThat(lost(proposal)).contains("release.files kelp-*-signed.zip no longer released");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("may upload more files");
    }

    void patternsThatTheSameCommandMayFillAreSaidOnce() throws Exception {
        assertThat(open(proposal(release("""
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release && ./scripts/extras.py
                    - run: gh release upload $GITHUB_REF_NAME dist/a* dist/b*
                """))))
                .contains("'dist/a*', 'dist/b*' " + MORE)
                .containsOnlyOnce(MORE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"curl -L https://reed.example/ship.tgz -o ship.tgz, false", "echo ship.tgz, true"})
    void aToolThatTheJobFetchesFillsNoFolderOfFiles(String fetch, boolean said) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        mkdir out
                        tar czf out/kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - run: |
                        %s
                        tar xzf ship.tgz
                        ghr $GITHUB_REF_NAME out/
                """.formatted(fetch)));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("may upload more files"))
                .isEqualTo(said);
    }

    @Test
    void whatIsDeletedAfterItsUploadIsReleased() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        for t in x86_64-unknown-linux-gnu x86_64-unknown-linux-musl; do
                          cargo build --release --target $t
                          tar czf kelp-$t.tar.gz -C target/$t/release kelp
                          date > kelp-$t.sum
                          gh release upload "$GITHUB_REF_NAME" kelp-$t.*
                          rm -f kelp-*
                        done
                """));
        assertThat(lost(proposal))
                .contains("kelp-x86_64-unknown-linux-gnu.sum", "kelp-x86_64-unknown-linux-musl.sum")
                .doesNotContain("known only during a run");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("the full name of");
    }

    @Test
    void aLoopOverArtifactsAlsoCopiesTheFilesThatNobodySaw() throws Exception {
        String jobs = """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: mv target/x86_64-unknown-linux-musl/release/kelp kelp.bin
                    - uses: actions/upload-artifact@v7
                      with: { name: kelp-linux, path: kelp.bin }
                weave:
                  runs-on: ubuntu-latest
                  strategy: { matrix: { port: [reef, fjord] } }
                  steps:
                    - run: make ${{ matrix.port }}
                    - uses: actions/upload-artifact@v7
                      with: { name: 'kelp-${{ matrix.port }}', path: 'out/kelp*' }
                ship:
                  needs: [build, weave]
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v8
                    - run: |
                        mkdir all
                        for one in LOOK; do
                          mv "$one" all/$(dirname "$one")
                        done
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'all/*' }
                """;
        assertThat(open(proposal(release(jobs.replace("LOOK", "kelp-*/*"))))).contains("'all/*' " + MORE);
        assertThat(open(proposal(release(jobs.replace("LOOK", "kelp-lin*/*"))))).doesNotContain(MORE);
    }
}
