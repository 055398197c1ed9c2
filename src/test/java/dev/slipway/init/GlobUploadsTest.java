package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern that uploads a folder is complete only if all commands that may fill the folder were followed. */
class GlobUploadsTest extends GlobUploads {
    @Test
    void whatOnlyListsAnArchiveUnpacksNothing() throws Exception {
        assertThat(open(of("dist/*", "cd dist && unzip -l kelp.zip"))).doesNotContain(MORE);
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
    void ofMoreCommandsThanAreComparedAnyMayFillAFolder() throws Exception {
        String many = IntStream.range(0, 400)
                .mapToObj(at -> "tool" + at + " out" + at)
                .collect(Collectors.joining(" && "));
        assertThat(open(of("dist/*", many + " && tool dist"))).contains("'dist/*' " + MORE);
        assertThat(open(of("dist/*", "tool1 out1 && tool2 out2"))).doesNotContain(MORE);
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

    @ParameterizedTest
    @CsvSource({"asset_name: proof.jsonl, false", "asset_name: '${{ steps.x.outputs.y }}', true", "tag: v1, true"})
    void anUploadUnderOneNameIsOfOneFile(String name, boolean more) throws Exception {
        String said = open(proposal(
                release(uploading("dist/kelp-linux.tar.gz", "- run: ./scripts/extras.py\n", """
                - { id: x, uses: actions/attest-build-provenance@v2 }
                - uses: svenstaro/upload-release-action@v2
                  with: { file: "${{ steps.x.outputs.bundle-path }}", %s }
                """.formatted(name)))));
        assertThat(said.contains(MORE)).as(said).isEqualTo(more);
    }

    @ParameterizedTest
    @CsvSource({"'asset_name: kelp-extras', false", "'overwrite: true', true"})
    void aPatternThatIsUploadedUnderOneNameFitsOneFile(String name, boolean more) throws Exception {
        String said = open(proposal(
                release(uploading("dist/kelp-linux.tar.gz", "- run: ./scripts/extras.py\n", """
                - uses: shogo82148/actions-upload-release-asset@v1
                  with: { upload_url: x, asset_path: './bin/*', %s }
                """.formatted(name)))));
        assertThat(said.contains(MORE)).as(said).isEqualTo(more);
    }
}
