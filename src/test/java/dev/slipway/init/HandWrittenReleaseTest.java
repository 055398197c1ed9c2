package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Toolchains;
import dev.slipway.config.ConfigReader;
import dev.slipway.detect.SampleRepository;
import dev.slipway.plan.Paths;
import dev.slipway.plan.Planner;
import dev.slipway.source.Rejected;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A release that is written by hand keeps the names that people download, or init says which it does not keep. */
class HandWrittenReleaseTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final String MANIFEST = """
            [package]
            name = "kelp"
            version = "1.2.3"
            edition = "2021"
            license = "MIT"
            repository = "https://github.com/me/kelp"
            """;

    @TempDir
    Path directory;

    private SampleRepository repository() {
        return new SampleRepository(directory);
    }

    private SampleRepository crate(String manifest) {
        return repository()
                .file("Cargo.toml", MANIFEST + manifest)
                .file("Cargo.lock", "version = 4\n")
                .file("src/main.rs", "fn main() {}\n");
    }

    private SampleRepository release(String jobs) {
        return workflow(crate(""), jobs);
    }

    private static SampleRepository workflow(SampleRepository repository, String jobs) {
        return repository.file(
                ".github/workflows/release.yml", "on: { push: { tags: ['v*'] } }\njobs:\n" + jobs.indent(2));
    }

    private static Proposal proposal(SampleRepository repository) throws NoProposal {
        return Proposal.of(repository.read(), Optional.empty(), TODAY);
    }

    /** The files of the release of v9.9.9 but for checksums. */
    private static List<String> names(Proposal proposal) throws Rejected {
        SourceText config = new SourceText("slipway.yml", proposal.config());
        return Planner.plan(ConfigReader.read(YamlReader.read(config), Toolchains.READERS), Paths.USUAL)
                .assets("v9.9.9")
                .stream()
                .filter(name -> !name.endsWith(".sha256"))
                .toList();
    }

    private static String said(Proposal proposal, Remark.Kind kind) {
        return proposal.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(remark -> remark.key() + " " + remark.value() + " " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    private static String lost(Proposal proposal) {
        return said(proposal, Remark.Kind.LEFT);
    }

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
                        "archive.name kelp-{version}-x86_64-unknown-linux-musl.tar.gz only the name of a variable says");
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
    void twoVariantsOfOnePlatformAreTwoFilesOrOneIsListedAsLost() throws Exception {
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
        assertThat(names(alike)).containsExactly("kelp-x86_64-unknown-linux-musl.tar.gz");
        assertThat(lost(alike)).contains("release.files kelp-x86_64-unknown-linux-musl-big.tar.gz no longer released");
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
                .contains("release.files  the full name of '*.snap' is known only in a run");
    }

    @Test
    void whatCargoIsToldIsInTheConfigOrListed() throws Exception {
        Proposal proposal = proposal(workflow(
                crate("[features]\ndefault = [\"net\"]\nnet = []\nslim = []\n[profile.ship]\ninherits = \"release\"\n"),
                """
                build:
                  runs-on: ubuntu-latest
                  env: { RUSTFLAGS: -C target-cpu=x86-64-v2 }
                  steps:
                    - run: cargo install cross --git https://github.com/cross-rs/cross --rev 4090beca3cfffa44371a5bba524de3a578aa46c3
                    - run: cross auditable build --profile=ship --no-default-features -F slim --target=x86_64-unknown-linux-musl --target-dir out/target
                    - run: tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C out/target/x86_64-unknown-linux-musl/ship kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config())
                .contains("rust: { toolchain: stable, features: [slim], profile: ship, default-features: false }")
                .contains("build: cross@4090beca3cfffa44371a5bba524de3a578aa46c3")
                .contains("env: { RUSTFLAGS: \"-C target-cpu=x86-64-v2\" }");
        assertThat(lost(proposal)).contains("'cargo auditable'").contains("rust out/target '--target-dir'");
    }

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
    void whatOnlySomeBuildsAreToldIsListedAsLost() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy:
                    matrix:
                      include:
                        - { target: x86_64-unknown-linux-musl }
                        - { target: aarch64-unknown-linux-musl, flags: --no-default-features }
                  runs-on: ubuntu-latest
                  steps:
                    - run: cross build --release ${{ matrix.flags }} --target ${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).doesNotContain("default-features");
        assertThat(lost(proposal))
                .contains("rust.default-features false only some builds have it, such as aarch64-unknown-linux-musl");
    }

    @Test
    void theActionThatBuildsAndUploadsKeepsItsNames() throws Exception {
        Proposal proposal = proposal(release("""
                upload:
                  strategy:
                    matrix:
                      include:
                        - { on: ubuntu-latest, target: x86_64-unknown-linux-musl }
                        - { on: macos-latest, target: universal-apple-darwin }
                        - { on: windows-latest, target: x86_64-pc-windows-msvc }
                  runs-on: ${{ matrix.on }}
                  steps:
                    - uses: taiki-e/upload-rust-binary-action@v1
                      with:
                        bin: kelp
                        target: ${{ matrix.target }}
                        archive: $bin-$tag-$target
                        zip: all
                        tar: unix
                        profile: ship
                        no-default-features: true
                        features: slim
                        checksum: sha512
                        asset: COMPAT.txt
                """));
        assertThat(names(proposal))
                .containsExactly(
                        "kelp-v9.9.9-x86_64-unknown-linux-musl.tar.gz",
                        "kelp-v9.9.9-universal-apple-darwin.tar.gz",
                        "kelp-v9.9.9-x86_64-pc-windows-msvc.zip");
        assertThat(proposal.config()).contains("features: [slim], profile: ship, default-features: false");
        assertThat(lost(proposal))
                .contains("release.files kelp-{tag}-x86_64-unknown-linux-musl.zip ")
                .contains("kelp-{tag}-x86_64-unknown-linux-musl.sha512")
                .contains("release.files COMPAT.txt ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                build:
                  strategy: { matrix: { goos: [linux, darwin], goarch: [amd64, arm64] } }
                  runs-on: ubuntu-latest
                  env: { GOOS: '${{ matrix.goos }}', GOARCH: '${{ matrix.goarch }}', CGO_ENABLED: 0 }
                  steps:
                    - run: go build -trimpath -tags netgo -ldflags "-w -X main.build=${GITHUB_REF_NAME#v}" -o kelp_${GOOS}_${GOARCH} .
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp_*' }
                """, """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        for pair in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64; do
                          os=${pair%/*}; arch=${pair#*/}
                          CGO_ENABLED=0 GOOS=$os GOARCH=$arch go build -trimpath -tags netgo -ldflags="-w -X 'main.build=${GITHUB_REF_NAME#v}'" -o dist/kelp_${os}_${arch}
                        done
                    - run: gh release create $GITHUB_REF_NAME dist/*
                """})
    void goByHandKeepsPlatformsFlagsAndNames(String jobs) throws Exception {
        Proposal proposal = proposal(workflow(
                repository()
                        .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                        .file("main.go", "package main\n\nfunc main() {}\n"),
                jobs));
        assertThat(names(proposal))
                .containsExactlyInAnyOrder(
                        "kelp_linux_amd64", "kelp_linux_arm64", "kelp_darwin_amd64", "kelp_darwin_arm64");
        assertThat(proposal.config())
                .contains("go: { version: 1.26, ldflags: \"-w -X main.build={version}\", tags: [netgo] }")
                .contains("layout: raw");
        assertThat(lost(proposal)).doesNotContain("release.files");
    }

    @Test
    void ciLooksAtNoLessThanBefore() throws Exception {
        Proposal proposal = proposal(crate("[workspace]\nmembers = [\"core\"]\n")
                .file("core/Cargo.toml", "[package]\nname = \"kelp-core\"\nversion = \"1.0.0\"\n")
                .file("core/src/lib.rs", "")
                .file(".github/workflows/check.yml", """
                        on: [push, pull_request]
                        jobs:
                          test:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo test --all --all-features -- --test-threads=1
                              - run: cargo test --no-default-features
                              - run: cargo +nightly clippy --workspace --all-targets -- -D warnings
                        """));
        assertThat(proposal.config())
                .contains("test-flags: [\"--workspace\", \"--all-features\"]")
                .contains("clippy-flags: [\"--workspace\", \"--all-targets\"]");
        assertThat(lost(proposal)).contains("ci cargo test --no-default-features one set of flags is checked");
    }

    @Test
    void aProfileOfNextestIsNoProfileOfCargo() throws NoProposal {
        Proposal proposal = proposal(crate("").file(".github/workflows/check.yml", """
                        on: [push, pull_request]
                        jobs:
                          test:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo nextest run --profile night --workspace
                        """));
        assertThat(proposal.config()).contains("test-flags: [\"--workspace\"]");
    }

    @Test
    void whatPowerShellDoesOnErrorsIsNoPlaceThatItCopiesTo() throws NoProposal {
        Proposal proposal = proposal(release("""
                pack:
                  runs-on: windows-latest
                  steps:
                    - run: cargo build --release --target x86_64-pc-windows-msvc
                    - shell: pwsh
                      run: |
                        New-Item -ItemType Directory -Force dist
                        Copy-Item target/x86_64-pc-windows-msvc/release/kelp.exe dist/
                        Copy-Item README.md dist/ -ErrorAction SilentlyContinue
                        Compress-Archive -Path dist/* -DestinationPath kelp-x86_64-pc-windows-msvc.zip
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-x86_64-pc-windows-msvc.zip }
                """).file("README.md", "Kelp\n"));
        assertThat(proposal.config()).doesNotContain("layout:");
        assertThat(proposal.remarks()).extracting(Remark::why).noneMatch(why -> why.contains("programs alone"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses: docker/build-push-action@v6\n  with: { push: true, tags: 'ghcr.io/me/kelp:latest' }",
                "run: docker buildx build --push -t ghcr.io/me/kelp:latest .",
                "run: docker build -t x . && docker push ghcr.io/me/kelp:$GITHUB_REF_NAME"
            })
    void anImageThatAnotherWorkflowPushesAtTheTagIsFound(String step) throws Exception {
        SampleRepository repository = release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """)
                .file(
                        ".github/workflows/image.yml",
                        "on: { push: { tags: ['v*'] } }\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n"
                                + ("- " + step).indent(6));
        Proposal proposal = proposal(repository);
        assertThat(proposal.config()).contains("docker:");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.image ghcr.io/me/kelp");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("'.github/workflows/image.yml' pushes an image as well");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM rust:1\nCOPY . .\nRUN cargo install --path .\nENTRYPOINT [\"kelp\"]\n",
                "FROM debian:bookworm AS all\nRUN apt-get update && cargo build --release\nENTRYPOINT [\"/target/release/kelp\"]\n",
                "FROM docker.io/library/golang:1.26-alpine\nRUN go build .\n"
            })
    void whatOnlyBuildsIsNoBaseOfAnImage(String dockerfile) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/build-push-action@v6
                      with: { push: true, tags: 'ghcr.io/me/kelp:latest' }
                    - run: gh release create $GITHUB_REF_NAME
                """).file("Dockerfile", dockerfile));
        assertThat(proposal.config()).contains("docker: { base: debian:bookworm-slim }");
        assertThat(lost(proposal)).contains("it brings a compiler, which programs do not need to run");
    }

    @Test
    void packagesOfTheManifestAreTakenOver() throws Exception {
        Proposal proposal = proposal(crate("""
                [package.metadata.deb]
                name = "kelp-cli"
                maintainer = "Kay Elp <kay@example.org>"
                section = "net"
                depends = "$auto, git (>= 2.30)"
                systemd-units = { enable = false }
                [package.metadata.generate-rpm]
                name = "kelp-cli"
                [package.metadata.generate-rpm.requires]
                git = ">= 2.30"
                less = "*"
                """));
        assertThat(proposal.config()).contains("""
                packages:
                  deb:
                    package: kelp-cli
                    maintainer: "Kay Elp <kay@example.org>"
                    section: net
                    depends: ["git (>= 2.30)"]
                  rpm: { package: kelp-cli, depends: ["git >= 2.30", less] }
                """);
        assertThat(lost(proposal)).contains("packages.deb systemd-units there are no such keys");
    }

    @Test
    void anImageThatIsOnlyTriedSaysNothingOfThePlatformsOfTheOneThatIsPushed() throws Exception {
        Proposal proposal = proposal(release("""
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/build-push-action@v6
                      with: { push: false, load: true, platforms: linux/amd64, tags: ghcr.io/me/kelp }
                    - uses: docker/build-push-action@v6
                      with: { push: true, platforms: "linux/amd64,linux/arm64", tags: ghcr.io/me/kelp }
                    - run: gh release create "$GITHUB_REF_NAME" a.txt
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains("docker.image ghcr.io/me/kelp")
                .doesNotContain("docker.platforms linux/amd64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mdsf verify .", "mvn -B -DskipTests package", "./mvnw package -Dmaven.test.skip=true"})
    void whatTestsNothingIsNotTheWorkflowThatTests(String command) throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        ".github/workflows/a.yml",
                        "on: { push: { branches: [docs] } }\njobs:\n  a:\n    runs-on: windows-latest\n"
                                + "    steps: [{ run: '" + command + "' }]\n")
                .file(".github/workflows/b.yml", """
                        on: { push: { branches: [trunk] } }
                        jobs: { b: { runs-on: ubuntu-latest, steps: [{ run: mvn -B install }] } }
                        """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/b.yml' tests as well")
                .doesNotContain("a.yml");
        assertThat(proposal.config()).contains("branches: [trunk]");
    }
}
