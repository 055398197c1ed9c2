package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a packer or a script leaves in an uploaded folder has the name or the kind that its command shows. */
class GlobUploadsOfPackersTest extends GlobUploads {
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
}
