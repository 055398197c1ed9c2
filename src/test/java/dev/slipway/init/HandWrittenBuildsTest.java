package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workflow by hand tells builds, tests and images is in the config, or init says what is not. */
class HandWrittenBuildsTest extends HandWrittenRelease {
    @Test
    void aPatternForAllProgramsReleasesThoseOfAllPackages() throws Exception {
        String member = "[package]\nname = \"%s\"\nversion = \"1.2.3\"\nrepository = \"https://github.com/me/kelp\"\n";
        Proposal proposal = proposal(workflow(
                repository()
                        .file("Cargo.toml", "[workspace]\nmembers = [\"kelp\", \"kelpc\"]\n")
                        .file("Cargo.lock", "version = 4\n")
                        .file("kelp/Cargo.toml", member.formatted("kelp"))
                        .file("kelp/src/main.rs", "fn main() {}\n")
                        .file("kelpc/Cargo.toml", member.formatted("kelpc"))
                        .file("kelpc/src/main.rs", "fn main() {}\n"),
                """
                build:
                  runs-on: windows-latest
                  steps:
                    - run: cargo build --release --target x86_64-pc-windows-msvc
                    - run: Compress-Archive target/x86_64-pc-windows-msvc/release/*.exe kelp-x86_64-pc-windows-msvc.zip
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-*.zip }
                """));
        assertThat(proposal.config()).contains("bins: [kelp, kelpc]");
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
    void oneCommandMayBuildForSeveralPlatformsAndEachHasItsGlibc() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo zigbuild --release --target=x86_64-unknown-linux-gnu.2.17 --target aarch64-unknown-linux-gnu.2.28
                        for t in x86_64 aarch64; do
                          tar czf kelp-$t-unknown-linux-gnu.tar.gz -C target/$t-unknown-linux-gnu/release kelp
                        done
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config())
                .contains("{ target: x86_64-unknown-linux-gnu, glibc: 2.17 }")
                .contains("{ target: aarch64-unknown-linux-gnu, glibc: 2.28 }")
                .contains("linux: { build: zig }");
    }

    @Test
    void aSecondPackageThatAJobBuildsDoesNotHideTheOneThatIsReleased() throws Exception {
        Proposal proposal = proposal(workflow(
                crate("[workspace]\nmembers = [\"probe\"]\n")
                        .file(
                                "probe/Cargo.toml",
                                "[package]\nname = \"probe\"\nversion = \"0.1.0\"\nedition = \"2021\"\n")
                        .file("probe/src/main.rs", "fn main() {}\n"),
                """
                build:
                  strategy: { matrix: { include: [{ os: macos-15, target: aarch64-apple-darwin, probe: true }, { os: ubuntu-latest, target: x86_64-unknown-linux-musl }] } }
                  runs-on: ${{ matrix.os }}
                  steps:
                    - run: cargo build --release -p kelp --target ${{ matrix.target }}
                    - if: matrix.probe
                      run: cargo build --release -p probe --target ${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(lost(proposal)).doesNotContain("rust.package");
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
                        - { target: i686-unknown-linux-musl, flags: --all-features }
                  runs-on: ubuntu-latest
                  steps:
                    - run: cross build --release ${{ matrix.flags }} --target ${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).doesNotContain("default-features");
        assertThat(lost(proposal))
                .contains("rust.default-features false seen in the build of aarch64-unknown-linux-musl, but not in all")
                .contains("rust.features --all-features seen in the build of i686-unknown-linux-musl, but not in all");
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ubuntu-latest, macos-latest, windows-latest | kelp-x86_64-unknown-linux-gnu.tar.gz kelp-aarch64-apple-darwin.tar.gz kelp-x86_64-pc-windows-msvc.zip",
                "ubuntu-24.04-arm, macos-15-intel | kelp-aarch64-unknown-linux-gnu.tar.gz kelp-x86_64-apple-darwin.tar.gz",
            })
    void anActionThatUploadsWithoutATargetBuildsForItsRunner(String runners, String names) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy: { matrix: { os: [%s] } }
                  runs-on: ${{ matrix.os }}
                  steps:
                    - uses: actions/checkout@v4
                    - uses: taiki-e/upload-rust-binary-action@v1
                      with: { bin: kelp, tar: unix, zip: windows }
                """.formatted(runners)));
        assertThat(names(proposal)).containsExactly(names.split(" "));
    }

    @Test
    void anActionThatUploadsFromAnUnknownRunnerHasNamesThatOnlyARunKnows() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: [self-hosted, big]
                  steps:
                    - uses: taiki-e/upload-rust-binary-action@v1
                      with: { bin: kelp }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("the full name of 'kelp-….tar.gz' is known only during a run");
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
    void aVariableOfTheJobTellsItsTask() throws NoProposal {
        Proposal proposal = proposal(release("""
                one:
                  runs-on: ubuntu-latest
                  env: { KELP_TARGET: x86_64-unknown-linux-musl }
                  steps:
                    - run: cargo xtask dist
                    - run: tar czf kelp-x64-musl.tar.gz -C dist kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-x64-musl.tar.gz }
                """));
        assertThat(proposal.config()).contains("x86_64-unknown-linux-musl").doesNotContain("linux-gnu");
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

    @Test
    void programsForWindowsThatAreCrossCompiledGoToAMachineThatBuildsAllOfThem() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy:
                    matrix:
                      include:
                        - { on: ubuntu-24.04, target: x86_64-pc-windows-gnu }
                        - { on: windows-2022, target: x86_64-pc-windows-msvc }
                  runs-on: ${{ matrix.on }}
                  steps:
                    - run: cargo build --release --target ${{ matrix.target }}
                    - run: 7z a kelp-${{ matrix.target }}.zip ./target/${{ matrix.target }}/release/kelp.exe
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.zip' }
                """));
        assertThat(proposal.config()).contains("windows: { runner: windows-2022 }");
        assertThat(lost(proposal))
                .contains("windows.runner ubuntu-24.04 all targets are built on 'windows-2022'")
                .doesNotContain("cannot be built");
    }

    @Test
    void aValueThatTheConfigCannotHaveIsNotSaidToBeInIt() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  strategy:
                    matrix:
                      include:
                        - { target: x86_64-unknown-linux-gnu, on: ubuntu-24.04 }
                        - { target: aarch64-unknown-linux-gnu, on: ubuntu-24.04-arm }
                  runs-on: ${{ matrix.on }}
                  steps:
                    - run: cargo build --release --target ${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        List<String> both = proposal.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.LEFT)
                .map(remark -> remark.key() + " " + remark.value())
                .filter(left -> proposal.remarks().stream()
                        .anyMatch(remark -> remark.kind() == Remark.Kind.TAKEN
                                && (remark.key() + " " + remark.value()).equals(left)))
                .toList();
        assertThat(both).isEmpty();
    }

    @Test
    void aJobThatOnlyTriesWhetherTheCrateBuildsIsNoTarget() throws Exception {
        Proposal proposal = proposal(release("""
                try:
                  runs-on: ubuntu-latest
                  steps:
                    - run: sudo apt-get install -y libkelp-dev
                    - run: cargo build --release --package kelp
                build:
                  needs: try
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: ./pack.sh target/x86_64-unknown-linux-musl/release/kelp "$SECRET_NAME"
                    - uses: actions/upload-artifact@v4
                      with: { name: kelp, path: out/ }
                ship:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v4
                    - run: gh release create $GITHUB_REF_NAME kelp/*
                """));
        assertThat(proposal.config())
                .contains("targets: [x86_64-unknown-linux-musl]")
                .doesNotContain("libkelp-dev");
    }

    @ParameterizedTest
    @CsvSource({
        ".cargo/config.toml, true",
        ".cargo/config, true",
        "kelp/.cargo/config.toml, true",
        "reed/.cargo/config.toml, false"
    })
    void aFileOfCargoSaysWhatIsBuilt(String file, boolean windows) throws Exception {
        Proposal proposal =
                proposal(workflow(crate("").file(file, "build = { target = 'x86_64-pc-windows-gnu' }\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - { run: cargo build --release, working-directory: kelp }
                    - run: zip kelp.zip kelp/target/release/kelp && gh release create $GITHUB_REF_NAME kelp.zip
                """));
        assertThat(proposal.config().contains("windows-gnu")).isEqualTo(windows);
    }

    @Test
    void anActionThatIsAskedForCrossBuildsWithIt() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: clechasseur/rs-cargo@v5
                      with: { command: build, args: --release --target aarch64-unknown-linux-musl, tool: cross }
                    - run: tar czf kelp-arm.tar.gz -C target/aarch64-unknown-linux-musl/release kelp
                    - run: gh release create $GITHUB_REF_NAME kelp-arm.tar.gz
                """));
        assertThat(proposal.config()).contains("build: cross");
    }

    @Test
    void whatHomebrewInstallsBeforeABuildIsInstalledAgain() throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    strategy:
                      matrix:
                        include:
                          - { os: ubuntu-latest, target: x86_64-unknown-linux-gnu, get: sudo apt-get install -y libkelp-dev }
                          - { os: macos-latest, target: aarch64-apple-darwin, get: brew install coreutils kelpfs }
                    runs-on: ${{ matrix.os }}
                    steps:
                      - run: ${{ matrix.get }}
                      - run: cargo build --release --target ${{ matrix.target }}
                      - run: tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                      - uses: softprops/action-gh-release@v2
                        with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).contains("linux: { packages: [libkelp-dev] }", "macos: { packages: [kelpfs] }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "flags: --all-features ; flags: --locked ; ${{ matrix.flags }}",
                "all: --all-features ; all: '' ; ${{ matrix.all }}",
                "linux: true ; linux: false ; ${{ matrix.linux && '--all-features' || '' }}",
            })
    void allFeaturesOfSomeBuildsAreThoseOfTheirTargets(String first, String second, String flags) throws Exception {
        Proposal proposal =
                proposal(workflow(crate("[features]\ntls = []\ngui = []\n"), """
                build:
                  strategy:
                    matrix:
                      include:
                        - { target: x86_64-unknown-linux-musl, %s }
                        - { target: aarch64-unknown-linux-musl, %s }
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target ${{ matrix.target }} %s
                    - run: tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-${{ matrix.target }}.tar.gz' }
                """.formatted(first, second, flags)));
        assertThat(proposal.config())
                .containsPattern("\\{ target: x86_64-unknown-linux-musl, .*features: \\[(?:gui, tls|tls, gui)] }")
                .doesNotContainPattern("aarch64-unknown-linux-musl, .*features");
        assertThat(lost(proposal)).doesNotContain("--all-features");
    }
}
