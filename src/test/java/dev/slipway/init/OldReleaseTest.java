package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import dev.slipway.published.PublishedRelease;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What init makes of the names of a release that exists. */
class OldReleaseTest extends OldReleaseTakeOver {
    @Test
    void triplesAreKept() throws NoProposal {
        PublishedRelease old = release("1.2.3", """
                kelp-1.2.3-x86_64-unknown-linux-musl.tar.gz
                kelp-1.2.3-arm-unknown-linux-gnueabihf.tar.gz
                kelp-1.2.3-aarch64-apple-darwin.tar.gz
                kelp-1.2.3-x86_64-pc-windows-msvc.zip
                """);
        Proposal proposal = propose(crate(), old);
        assertThat(config(proposal)).isEqualTo("""
                tag: "[0-9]+.[0-9]+.[0-9]+*"
                targets:
                  - arm-unknown-linux-gnueabihf
                  - x86_64-unknown-linux-musl
                  - aarch64-apple-darwin
                  - x86_64-pc-windows-msvc""");
        assertThat(lost(proposal, old)).isEmpty();
        assertThat(remarks(proposal, Remark.Kind.TAKEN))
                .contains(
                        "targets aarch64-apple-darwin: from old.txt:3",
                        "archive.name {name}-{tag}-{platform}: from old.txt:1");
        assertThat(remarks(proposal, Remark.Kind.GUESS)).contains("archive.layout flat: file names do not show");
    }

    @ParameterizedTest
    @CsvSource({"kelp.win32.exe, true", "kelp.win32-i686.exe, false", "kelp.windows-x86.exe, false"})
    void aNameOfWindowsWithAWidthOnlySuggestsAProcessor(String file, boolean guessed) throws NoProposal {
        Proposal proposal = propose(crate(), release("1.2.3", file + "\nkelp.x86_64\n"));
        assertThat(remarks(proposal, Remark.Kind.GUESS).contains("'win32' is also a name of Windows alone"))
                .isEqualTo(guessed);
    }

    @ParameterizedTest
    @CsvSource({
        "kelp-v1.2.3-debian-all.deb, 'packages: { deb: {} }'",
        "kelp-ubuntu-amd64.deb, 'packages: { deb: { file: \"{package}-ubuntu-{arch}.deb\" } }'",
        "kelp-debian-x86_64.deb, 'packages: { deb: {} }'",
        "kelp-cli-1.2.3-debian-amd64.deb, package: kelp-cli"
    })
    void theSystemOfAPackageIsNoPartOfItsName(String file, String packages) throws NoProposal {
        Proposal proposal = propose(module(), release("v1.2.3", file + "\nkelp-linux-amd64.tar.gz\n"));
        assertThat(config(proposal)).contains(packages);
    }

    @Test
    void aPlatformWithoutAVendorIsThatOfATarget() throws NoProposal {
        Proposal proposal = propose(module(), release("v1.2.3", """
                kelp-x86_64-linux-musl.tar.gz
                kelp-aarch64-linux-gnu.tar.gz
                kelp-aarch64-macos.tar.gz
                """));
        assertThat(config(proposal))
                .contains("linux-amd64-musl, as: x86_64-linux-musl", "linux-arm64, as: aarch64-linux-gnu");
        assertThat(remarks(proposal, Remark.Kind.LEFT)).doesNotContain("does not build for");
    }

    @Test
    void aWordBeforeTheVersionOfATagIsNoPartOfTheName() throws NoProposal {
        Proposal proposal = propose(module().committed().git("tag", "build_41"), release("build_41", """
                kelp-build_41-linux-amd64.tar.gz
                kelp-build_41-darwin-arm64.tar.gz
                """));
        assertThat(proposal.config()).contains("name: kelp\n", "tag: \"build_[0-9]*\"");
        assertThat(proposal.plan().assets("build_41")).contains("kelp-build_41-linux-amd64.tar.gz");
    }

    @Test
    void whatTheWorkflowPacksIsInTheArchivesOfTheRelease() throws NoProposal {
        PublishedRelease old = release("v1.2.3", "kelp-1.2.3-x86_64-unknown-linux-musl.tar.gz\n");
        Proposal proposal = propose(crate().file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target x86_64-unknown-linux-musl
                      - run: |
                          name=kelp-${GITHUB_REF_NAME#v}-x86_64-unknown-linux-musl
                          mkdir $name && cp LICENSE target/x86_64-unknown-linux-musl/release/kelp $name
                          tar czf $name.tar.gz $name
                          gh release create $GITHUB_REF_NAME $name.tar.gz
                """), old);
        assertThat(proposal.config()).contains("layout: dir");
        assertThat(remarks(proposal, Remark.Kind.GUESS)).doesNotContain("archive.layout");
    }

    @Test
    void aPackageIsCalledByWhatIsBeforeTheUnderscoreOfItsFile() throws NoProposal {
        Proposal proposal = propose(module().committed().git("tag", "1.2.3-1"), release("1.2.3-1", """
                kelp-1.2.3-1-linux-amd64.tar.gz
                kelp_1.2.3_amd64.deb
                """));
        assertThat(proposal.config()).contains("packages:").doesNotContain("kelp-1");
    }

    @Test
    void aVersionWithoutTheLetterOfTheTagIsTheVersion() throws NoProposal {
        PublishedRelease old = release("v1.2.3", """
                kelp_1.2.3_Darwin_all.tar.xz
                kelp_1.2.3_Linux_x86_64.tar.xz
                kelp_1.2.3_Linux_arm64.tar.xz
                kelp_1.2.3_Windows_x86_64.zip
                kelp_1.2.3_Windows_x86_64.tar.xz
                kelp_1.2.3_checksums.txt
                """);
        Proposal proposal = propose(module(), old);
        assertThat(config(proposal)).isEqualTo("""
                targets:
                  - { target: linux-amd64, as: Linux_x86_64 }
                  - { target: linux-arm64, as: Linux_arm64 }
                  - { target: macos-amd64, as: Darwin_x86_64 }
                  - { target: macos-arm64, as: Darwin_arm64 }
                  - { target: windows-amd64, as: Windows_x86_64 }
                archive: { name: "{name}_{version}_{platform}", format: { linux: tar.xz, macos: tar.xz } }
                checksums: combined
                checksum-file: "{name}_{version}_checksums.txt\"""");
        assertThat(lost(proposal, old)).isEqualTo("""
                kelp_1.2.3_Darwin_all.tar.xz ->\s
                kelp_1.2.3_Windows_x86_64.tar.xz ->""");
        assertThat(remarks(proposal, Remark.Kind.OPEN))
                .contains("no universal program for macOS is built", "old.txt:1");
        assertThat(remarks(proposal, Remark.Kind.LEFT)).doesNotContain("macos-universal");
    }

    @Test
    void aUniversalProgramThatGoCannotBuildBecomesThoseThatItIsMadeOf() throws NoProposal {
        PublishedRelease old = release("v1.2.3", """
                kelp_1.2.3_darwin_all.tar.gz
                kelp_1.2.3_linux_amd64.tar.gz
                """);
        Proposal proposal = propose(goreleased(), old);
        assertThat(config(proposal)).contains("as: linux_amd64", "as: darwin_amd64", "as: darwin_arm64");
        assertThat(lost(proposal, old)).isEqualTo("kelp_1.2.3_darwin_all.tar.gz ->");
        assertThat(remarks(proposal, Remark.Kind.OPEN)).contains("no universal program for macOS is built");
        assertThat(remarks(proposal, Remark.Kind.LEFT)).doesNotContain("apple-darwin", "macos-universal");
    }

    @Test
    void partsOfAUniversalProgramAreCalledAsOtherFilesAre() throws NoProposal {
        Proposal plain = propose(module(), release("v1.2.3", "kelp-darwin-universal\nkelp-linux-amd64\n"));
        assertThat(config(plain)).contains("as: darwin-amd64", "as: darwin-arm64");
    }

    @Test
    void partsOfAUniversalProgramHaveTheTriplesOfTheCompiler() throws NoProposal {
        Proposal triples = propose(
                module(), release("v1.2.3", "kelp-universal-apple-darwin.zip\nkelp-x86_64-unknown-linux-gnu.zip\n"));
        assertThat(config(triples)).contains("as: x86_64-apple-darwin", "as: aarch64-apple-darwin");
    }

    private SampleRepository goreleased() {
        return module().file(".goreleaser.yaml", """
                version: 2
                builds:
                  - { goos: [darwin, linux], goarch: [amd64, arm64, arm], goarm: [6] }
                universal_binaries:
                  - replace: true
                """);
    }

    @Test
    void namesOfPackagesAreKeptToo() throws NoProposal {
        PublishedRelease old = release("v1.2.3", """
                kelp_1.2.3_linux_amd64.tar.gz
                kelp_1.2.3_linux_armv6.tar.gz
                kelp_1.2.3_linux_amd64.deb
                kelp_1.2.3_linux_armv6.deb
                kelp_1.2.3_checksums.txt
                """);
        Proposal proposal = propose(goreleased(), old);
        assertThat(proposal.config())
                .contains("deb: { file: \"{package}_{version}_{platform}.deb\" }")
                .contains("{ target: linux-armv7, as: linux_armv6, env: { GOARM: 6 } }");
        assertThat(lost(proposal, old)).isEmpty();
    }

    @Test
    void listsOfChecksumsForOnePlatformEachAreNoneOfAllFiles() throws NoProposal {
        PublishedRelease old = release("v1.2.3", """
                kelp_1.2.3_linux_amd64.tar.gz
                kelp-linux-checksums.txt
                kelp-mac-checksums.txt
                """);
        Proposal proposal = propose(module(), old);
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains(
                        "checksums kelp-linux-checksums.txt, kelp-mac-checksums.txt: one file has the checksums of all "
                                + "platforms; from old.txt:2");
        assertThat(remarks(proposal, Remark.Kind.OPEN)).doesNotContain("the release has none");
    }

    @Test
    void aTextThatGivesTheNamesOfTheFilesIsNoOther() throws NoProposal {
        SampleRepository repository = module().file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    strategy: { matrix: { os: [linux, darwin] } }
                    steps:
                      - run: |
                          GOOS=${{ matrix.os }} GOARCH=amd64 go build -o kelp .
                          zip kelp-${{ matrix.os }}-x64-$GITHUB_REF_NAME.zip kelp
                          gh release upload $GITHUB_REF_NAME kelp-${{ matrix.os }}-x64-$GITHUB_REF_NAME.zip
                """);
        PublishedRelease old = release("v1.2.3", "kelp-linux-x64-v1.2.3.zip\nkelp-darwin-x64-v1.2.3.zip\n");
        Proposal proposal = propose(repository, old);
        assertThat(lost(proposal, old)).isEmpty();
        assertThat(remarks(proposal, Remark.Kind.LEFT)).doesNotContain("have other names");
    }

    @Test
    void namesWithoutAVersionAreKept() throws NoProposal {
        PublishedRelease old = release("v1.2.3", "Linux-x64-kelp.tgz\nMac-arm64-kelp.tgz\n");
        Proposal proposal = propose(crate(), old);
        assertThat(config(proposal)).contains("as: Linux-x64", "as: Mac-arm64");
        assertThat(lost(proposal, old)).isEqualTo("""
                Linux-x64-kelp.tgz -> Linux-x64-kelp.tar.gz
                Mac-arm64-kelp.tgz -> Mac-arm64-kelp.tar.gz""");
        assertThat(remarks(proposal, Remark.Kind.LEFT)).contains("archive.format .tgz: becomes 'tar.gz'");
        assertThat(remarks(proposal, Remark.Kind.GUESS))
                .contains("targets Linux-x64: x86_64-unknown-linux-gnu: the name does not show which C library");
    }

    @Test
    void packagesInstallersAndProofComeFromTheNames() throws NoProposal {
        PublishedRelease old = release("v1.2.3", """
                kelp-x86_64-unknown-linux-gnu.tar.gz
                kelp-x86_64-unknown-linux-gnu.tar.gz.sha256
                kelp-x86_64-unknown-linux-gnu.tar.gz.sha512
                kelp-x86_64-unknown-linux-gnu.tar.gz.asc
                kelp-aarch64-unknown-linux-gnu.tar.gz
                kelp-v1.2.3.cdx.json
                SHA256SUMS
                kelp-bin-musl_1.2.3_amd64.deb
                kelp-bin_1.2.3_amd64.deb
                kelp-1.2.3-1.x86_64.rpm
                kelp-installer.sh
                """);
        Proposal proposal = propose(crate(), old);
        assertThat(config(proposal)).contains("""
                checksums: both
                hashes: [sha256, sha512]
                sbom: cyclonedx
                packages:
                  deb: { package: kelp-bin, targets: [x86_64-unknown-linux-gnu] }
                  rpm: { targets: [x86_64-unknown-linux-gnu] }
                  installers: [shell]""");
        assertThat(lost(proposal, old))
                .isEqualTo("kelp-x86_64-unknown-linux-gnu.tar.gz.asc -> \nkelp-bin-musl_1.2.3_amd64.deb ->");
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains("attest kelp-x86_64-unknown-linux-gnu.tar.gz.asc: Slipway does not sign files");
    }

    @Test
    void namesWinOverTheWorkflowAndTheReportSaysSo() throws NoProposal {
        SampleRepository repository = crate().file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    runs-on: ${{ matrix.on }}
                    strategy:
                      matrix:
                        include:
                          - { on: ubuntu-22.04, target: x86_64-unknown-linux-musl }
                          - { on: macos-15, target: x86_64-apple-darwin }
                    steps:
                      - run: |
                          cargo build --release --target ${{ matrix.target }}
                          tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                          gh release upload "$GITHUB_REF_NAME" kelp-${{ matrix.target }}.tar.gz
                """);
        PublishedRelease old = release("v1.2.3", "kelp-v1.2.3-linux-x86_64.tar.gz\nkelp-v1.2.3-macos-arm64.tar.gz\n");
        Proposal proposal = propose(repository, old);
        assertThat(config(proposal)).contains("{ target: x86_64-unknown-linux-musl, as: linux-x86_64 }", "macos-arm64");
        assertThat(lost(proposal, old)).isEmpty();
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains(
                        "targets x86_64-apple-darwin: old.txt has no file for it, so it is not a target",
                        "archive.name kelp-{platform}: the files in old.txt have other names, which are used instead; "
                                + "this one is from .github/workflows/release.yml:");
        assertThat(remarks(proposal, Remark.Kind.TAKEN))
                .contains("targets linux-x86_64: x86_64-unknown-linux-musl, from old.txt:1 and "
                        + ".github/workflows/release.yml:");
    }

    @Test
    void whatPackagesLoseIsSaidNextToTheirNamesToo() throws NoProposal {
        SampleRepository repository = crate().file("Cargo.toml", """
                [package]
                name = "kelp"
                version = "1.2.3"
                license = "MIT"
                [package.metadata.deb]
                assets = [["kelp.toml", "etc/", "644"]]
                systemd-units = { enable = false }
                """);
        Proposal proposal = propose(repository, release("v1.2.3", "kelp-linux-amd64.tar.gz\nkelp_1.2.3-1_amd64.deb\n"));
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains("packages.deb kelp.toml: packages contain programs")
                .contains("packages.deb systemd-units: no config key for this");
        assertThat(remarks(proposal, Remark.Kind.TAKEN)).contains("packages.deb", "old.txt:2");
    }

    @Test
    void namesWinOverTheConfigOfAnotherTool() throws NoProposal {
        SampleRepository repository = crate().file("dist-workspace.toml", """
                [workspace]
                members = ["cargo:."]
                [dist]
                targets = ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin"]
                installers = ["shell", "powershell"]
                unix-archive = ".tar.zst"
                """);
        PublishedRelease old = release("v1.2.3", """
                kelp-x86_64-unknown-linux-gnu.tar.xz
                kelp-x86_64-unknown-linux-gnu.tar.xz.sha256
                kelp-installer.sh
                kelp-installer.sh.sha256
                """);
        Proposal proposal = propose(repository, old);
        assertThat(config(proposal))
                .contains("targets: [x86_64-unknown-linux-gnu]", "format: tar.xz", "packages: { installers: [shell] }");
        assertThat(lost(proposal, old)).isEmpty();
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains("targets aarch64-apple-darwin: old.txt has no file for it");
    }

    @Test
    void aListWithoutPlatformsSaysThatItDoesNotHelp() throws NoProposal {
        Proposal proposal = propose(crate(), release("v1.2.3", "kelp.jar\n"));
        assertThat(remarks(proposal, Remark.Kind.OPEN)).contains("targets : no name in old.txt shows a system");
    }

    @Test
    void anArchiveShowsTheLayout() throws NoProposal, IOException {
        SampleRepository repository = crate().file("doc/kelp.1", "manual").file("README.md", "kelp");
        PublishedRelease old = release("v1.2.3", "kelp-v1.2.3-linux-amd64.tar.gz\n");
        Proposal proposal = propose(repository, shown(old, "dl/kelp-v1.2.3-linux-amd64.tar.xz", """
                        kelp/
                        kelp/kelp
                        kelp/LICENSE
                        kelp/man/kelp.1
                        kelp/complete/_kelp
                        """));
        assertThat(config(proposal)).contains("archive: { layout: dir, include: [LICENSE, \"doc/kelp.1 => man/\"] }");
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains(
                        "archive.layout kelp/: the folder gets the name of the archive, 'kelp-v1.2.3-linux-amd64', so "
                                + "scripts that use the old one fail; from dl/kelp-v1.2.3-linux-amd64.tar.xz",
                        "archive.include complete/_kelp: not in the repository");
        assertThat(remarks(proposal, Remark.Kind.GUESS)).doesNotContain("archive.layout");
    }

    @Test
    void aProgramAloneStaysAlone() throws NoProposal, IOException {
        PublishedRelease old = release("v1.2.3", "kelp-v1.2.3-linux-amd64.tar.gz\n");
        assertThat(config(propose(crate(), shown(old, "a.tar.gz", "./kelp\n")))).contains("archive: { layout: bin }");
    }

    @Test
    void aListOnStandardInputDoesNotShowWhatItsArchiveIsCalled() throws Exception {
        PublishedRelease old = release("v1.2.3", "kelp-v1.2.3-linux-amd64.tar.gz\n");
        Proposal proposal = propose(crate(), shown(old, "standard input", "kelp-1/kelp\n"));
        assertThat(remarks(proposal, Remark.Kind.GUESS)).contains("the folder in the archive is 'kelp-1'");
        assertThat(remarks(proposal, Remark.Kind.LEFT)).doesNotContain("the folder gets the name");
    }

    @Test
    void aProgramInAFolderOfItsOwnIsSaid() throws NoProposal, IOException {
        PublishedRelease old = release("v1.2.3", "kelp-v1.2.3-linux-amd64.tar.gz\n");
        Proposal proposal = propose(crate(), shown(old, "a.tar.gz", "bin/kelp\nshare/LICENSE\n"));
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains("archive.layout bin/kelp: programs are now at the top level of the archive");
    }

    @ParameterizedTest
    @CsvSource({"install.sh, true", "kelp-installer.sh, true", "shell-hook.sh, false", "uninstall.sh, false"})
    void aScriptIsAnInstallerByItsName(String file, boolean installs) throws NoProposal {
        Proposal proposal = propose(module(), release("v1.2.3", file + "\nkelp-linux-amd64.tar.gz\n"));
        assertThat(config(proposal).contains("installers")).isEqualTo(installs);
    }
}
