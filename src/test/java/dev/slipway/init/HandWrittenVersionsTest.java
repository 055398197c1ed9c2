package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tag or a version in the name of a file stays what it is, however it gets there; what only a variable names is a guess. */
class HandWrittenVersionsTest extends HandWrittenRelease {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo \"VERSION=$(cat about/tag.txt)\" >> $GITHUB_ENV",
                "echo \"VERSION=$(<about/tag.txt)\" >> $GITHUB_ENV",
                "cd about; v=`cat tag.txt`; echo \"VERSION=$v\" >> $GITHUB_ENV"
            })
    void aTagThatTravelsInAFileStaysATag(String reads) throws Exception {
        Proposal proposal = proposal(release("""
                about:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        mkdir -p out/about
                        echo "${{ github.ref_name }}" > out/about/tag.txt
                    - uses: actions/upload-artifact@v4
                      with: { name: about, path: out/about }
                build:
                  needs: about
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v4
                      with: { name: about, path: about }
                    - run: %s
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-$VERSION-x86_64-unknown-linux-musl.tgz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tgz' }
                """.formatted(reads)));
        assertThat(names(proposal)).containsExactly("kelp-v9.9.9-x86_64-unknown-linux-musl.tar.gz");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("guess");
        assertThat(lost(proposal)).contains("kelp-{tag}-x86_64-unknown-linux-musl.tgz no longer released");
    }

    @ParameterizedTest(name = "{0}, {1} at {2}")
    @CsvSource({
        "pack.sh, VERSION=1.4.2, v1.4.2, kelp-9.9.9-linux.tar.gz",
        "pack.sh, export KELP_VERSION='1.5.0' # the next one, v1.4.2, kelp-9.9.9-linux.tar.gz",
        "pack.sh, readonly version=\"v1.4.2\", v1.4.2, kelp-v9.9.9-linux.tar.gz",
        "pack.sh, VER=1.4.2, v1.4.2, kelp-9.9.9-linux.tar.gz",
        "pack.sh, VERSION=1.4.1, v1.4.2, kelp-1.4.1-linux.tar.gz",
        "pack.sh, PYTHON=1.4.2, v1.4.2, kelp-1.4.2-linux.tar.gz",
        "Makefile, VERSION := 1.4.2, v1.4.2, kelp-9.9.9-linux.tar.gz",
        "Makefile, PROJECT_VERSION ?= v1.4.3, v1.4.2, kelp-v9.9.9-linux.tar.gz",
    })
    void theVersionOfTheNewestTagInAScriptIsTheOneOfTheNextRelease(String file, String line, String tag, String name)
            throws Exception {
        String variable = line.replaceFirst("^(?:export |readonly )", "").replaceFirst("\\W.*", "");
        String packing = "tar czf kelp-$(" + variable + ")-linux.tgz -C target/x86_64-unknown-linux-musl/release kelp";
        SampleRepository repository = release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v4
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: %s
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tgz' }
                """.formatted(file.equals("Makefile") ? "make pack" : "bash pack.sh"));
        repository
                .file(
                        file,
                        file.equals("Makefile")
                                ? line + "\npack:\n\t" + packing + "\n"
                                : line + "\n" + packing.replace('(', '{').replace(')', '}') + "\n")
                .committed()
                .git("tag", tag);
        assertThat(names(proposal(repository))).containsExactly(name);
    }

    @Test
    void aPathThatIsConvertedForWindowsIsTheSameFile() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: windows-latest
                  defaults: { run: { shell: bash } }
                  steps:
                    - uses: dtolnay/rust-toolchain@master
                      with: { toolchain: stable, target: x86_64-pc-windows-msvc }
                    - run: cargo build --release --target x86_64-pc-windows-msvc
                    - run: |
                        name="$PWD/kelp-${GITHUB_REF_NAME}-win64.zip"
                        7z a $name ./target/x86_64-pc-windows-msvc/release/kelp.exe
                        echo "FILE=$(cygpath -m $name)" >> $GITHUB_ENV
                    - uses: softprops/action-gh-release@v2
                      with: { files: "${{ env.FILE }}" }
                """));
        assertThat(names(proposal)).containsExactly("kelp-v9.9.9-win64.zip");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("which ones come from");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "core.exportVariable('KELP_VERSION', context.ref.split('/').pop()) | kelp-{version}-x86_64-unknown-linux-musl.zip",
                "core.exportVariable(\"KELP_VERSION\", \"nightly\") | kelp-nightly-x86_64-unknown-linux-musl.zip",
            })
    void aVariableOfAScriptInJavaScriptIsNotEmpty(String script, String name) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/github-script@v9
                      with:
                        script: |
                          const some = context.payload
                          %s
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: zip -j kelp-${{ env.KELP_VERSION }}-x86_64-unknown-linux-musl.zip target/x86_64-unknown-linux-musl/release/kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.zip' }
                """.formatted(script)));
        String archives = said(proposal, Remark.Kind.GUESS) + lost(proposal) + proposal.config();
        assertThat(archives).doesNotContain("kelp--x86_64");
        assertThat(names(proposal).toString() + archives).contains(name.replace("{version}", "9.9.9"));
    }

    @Test
    void anArtifactWithAVersionInItsPathIsAFile() throws Exception {
        Proposal proposal = proposal(release("""
                tide:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/github-script@v9
                      with: { script: "core.exportVariable('TIDE_VERSION', context.ref)" }
                    - run: ./tide
                    - uses: actions/upload-artifact@v7
                      with:
                        name: ${{ format('tide-{0}.zip', env.TIDE_VERSION) }}
                        path: ${{ format('out/tide-{0}.zip', env.TIDE_VERSION) }}
                ship:
                  needs: tide
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/github-script@v9
                      with: { script: "core.exportVariable('TIDE_VERSION', context.ref)" }
                    - uses: actions/download-artifact@v8
                      with: { name: "${{ format('tide-{0}.zip', env.TIDE_VERSION) }}", path: dist }
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'dist/tide-*.zip' }
                """));
        assertThat(lost(proposal)).contains("release.files tide-{version}.zip no longer released");
    }

    @Test
    void aVersionThatOnlyAVariableNamesIsCalledAGuess() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-$KELP_VERSION-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains(
                        "archive.name kelp-{version}-x86_64-unknown-linux-musl.tar.gz whether it contains the tag or the version is guessed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v$KELP_VERSION",
                "${KELP_TAG#v}",
                "$(grep '^version' Cargo.toml | head -1 | cut -d'\"' -f2)",
                "$(cargo metadata --format-version 1 | jq -r '.packages[0].version')"
            })
    void aVersionThatHasNoLetterIsNoGuess(String version) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        tar czf "kelp-%s-x86_64-unknown-linux-musl.tar.gz" -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """.formatted(version)));
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("guess");
    }

    @Test
    void anEndingThatOnlyTheFormatOfAManifestTellsIsAGuess() throws Exception {
        Proposal proposal = proposal(workflow(crate("""
                        [package.metadata.binstall]
                        pkg-url = "{ repo }/releases/download/v{ version }/{ name }-{ target }.{ archive-format }"
                        pkg-fmt = "tgz"
                        """), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: ./pack-it
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'out/*' }
                """));
        assertThat(names(proposal)).containsExactly("kelp-x86_64-unknown-linux-musl.tar.gz");
        assertThat(said(proposal, Remark.Kind.GUESS)).contains("for which files may also end with '.tgz'");
    }

    @Test
    void aNameThatOnlyTheManifestTellsIsSaid() throws Exception {
        Proposal proposal = proposal(workflow(
                crate(
                        "[package.metadata.binstall]\n"
                                + "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ target }.tgz\"\npkg-fmt = \"tgz\"\n"),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: make all-files
                    - uses: softprops/action-gh-release@v2
                      with: { files: '${{ env.FILES }}' }
                """));
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains("'cargo binstall' looks for 'kelp-x86_64-unknown-linux-gnu.t")
                .contains("from Cargo.toml [package.metadata.binstall]");
        assertThat(names(proposal))
                .contains("kelp-x86_64-unknown-linux-gnu.tar.gz", "kelp-x86_64-pc-windows-msvc.tar.gz");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uses: softprops/action-gh-release@v2@with: { tag_name: 'v${{ inputs.version }}-cli' } | v{version}-cli",
                "run: gh release create v${{ inputs.version }}+shore a.zip | v{version}+shore",
                "run: gh release create v${{ inputs.version }} a.zip | ",
                "run: gh release create ${{ inputs.name }}-${{ inputs.version }} a.zip | "
            })
    void aTagThatEndsInAWordIsNoneOfAConfig(String step, String tag) throws Exception {
        Proposal proposal = proposal(crate("")
                .file(".github/workflows/release.yml", """
                on: { workflow_dispatch: { inputs: { version: { required: true }, name: {} } } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - %s
                """.formatted(step.replace("@with", "\n        with"))));
        if (tag == null) {
            assertThat(lost(proposal)).doesNotContain("no config puts a word after the version");
        } else {
            assertThat(lost(proposal)).contains("tag " + tag + " no config puts a word after the version");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | v9.9.9",
                "{ tagRegex: '(.*)' } | v9.9.9",
                "{ tagRegex: 'v(.*)' } | 9.9.9",
                "{ tagRegex: '^v(.+)$', tagRegexGroup: 1 } | 9.9.9",
                "{ tagRegex: 'v(.*)', tagRegexGroup: 0 } | v9.9.9",
            })
    void anActionGetsTheTagOrWhatAPatternFindsInIt(String inputs, String name) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: olegtarasov/get-tag@v2.1
                      id: got
                      with: %s
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: zip -j kelp-${{ steps.got.outputs.tag }}-x86_64-unknown-linux-musl.zip target/x86_64-unknown-linux-musl/release/kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.zip' }
                """.formatted(inputs)));
        assertThat(names(proposal)).containsExactly("kelp-" + name + "-x86_64-unknown-linux-musl.zip");
    }
}
