package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import dev.slipway.published.PublishedRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Old releases in which some files differ from the others in name, variant or format. */
class OldVariantsTest extends OldReleaseTakeOver {
    @Test
    void programsAsTheyAreStayPrograms() throws NoProposal {
        PublishedRelease old =
                release("v1.2.3", "kelp-linux-amd64\nkelp-linux64\nkelp-windows-amd64.exe\nkelp-win64.exe\n");
        Proposal proposal = propose(module(), old);
        assertThat(config(proposal)).isEqualTo("""
                targets: [linux-amd64, windows-amd64]
                archive: { name: "{name}-{platform}", layout: raw }""");
        assertThat(lost(proposal, old)).isEqualTo("kelp-linux64 -> \nkelp-win64.exe ->");
        assertThat(remarks(proposal, Remark.Kind.OPEN)).contains("checksums : the release has none");
    }

    @Test
    void theNamesThatEndWithThePlatformArePlainWhereAnotherWordFollowsInAsMany() throws NoProposal {
        PublishedRelease old = release(
                "v1.2.3",
                "kelp-linux-amd64-fetch\nkelp-linux-amd64.tar.gz\nkelp-windows-amd64-fetch\nkelp-windows-amd64.zip\n");
        Proposal proposal = propose(module(), old);
        assertThat(config(proposal)).contains("archive: { name: \"{name}-{platform}\"");
        assertThat(lost(proposal, old)).isEqualTo("kelp-linux-amd64-fetch -> \nkelp-windows-amd64-fetch ->");
    }

    @Test
    void onlyWindowsMayHaveAProgramAsItIs() throws NoProposal {
        PublishedRelease old = release("v1.2.3", "kelp-v1.2.3-linux-amd64.tar.gz\nkelp-v1.2.3-windows-amd64.exe\n");
        Proposal proposal = propose(module(), old);
        assertThat(config(proposal)).contains("archive: { layout: { linux: flat, windows: raw } }");
        assertThat(lost(proposal, old)).isEmpty();
    }

    @Test
    void aNameThatTheConfigOfAnotherToolMakesIsMadeAgain() throws NoProposal {
        SampleRepository repository = module().file(".goreleaser.yaml", """
                builds: [{ goos: [linux], goarch: [amd64, arm], goarm: ["6"], env: [CGO_ENABLED=0] }]
                archives: [{ name_template: "kelp_{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ if .Arm }}v{{ .Arm }}{{ end }}" }]
                """);
        PublishedRelease old = release("v1.2.3", """
                kelp_1.2.3_linux_amd64.tar.gz
                kelp_1.2.3_linux_armv6.tar.gz
                """);
        Proposal proposal = propose(repository, old);
        assertThat(config(proposal)).contains("{ target: linux-armv7, as: linux_armv6, env: { GOARM: 6 } }");
        assertThat(lost(proposal, old)).isEmpty();
        assertThat(remarks(proposal, Remark.Kind.LEFT)).doesNotContain("has no target");
    }

    @Test
    void aTargetThatNoBuildWasFoundForIsBuiltLikeTheOthers() throws NoProposal {
        SampleRepository repository = crate().file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --features wet --target x86_64-unknown-linux-gnu
                      - run: tar czf kelp-x86_64-unknown-linux-gnu.tar.gz -C target/x86_64-unknown-linux-gnu/release kelp
                      - run: gh release upload "$GITHUB_REF_NAME" kelp-x86_64-unknown-linux-gnu.tar.gz
                """);
        Proposal proposal = propose(repository, release("v1.2.3", """
                kelp-x86_64-unknown-linux-gnu.tar.gz
                kelp-x86_64-unknown-linux-musl.tar.gz
                """));
        assertThat(config(proposal)).contains("targets: [x86_64-unknown-linux-gnu, x86_64-unknown-linux-musl]");
        assertThat(proposal.config()).contains("features: [wet]");
        assertThat(remarks(proposal, Remark.Kind.GUESS))
                .contains("targets x86_64-unknown-linux-musl: no build was found")
                .doesNotContain("other features");
    }

    @Test
    void theNamesOfChecksumsInTheReleaseReplaceTheNameInTheWorkflow() throws NoProposal {
        SampleRepository repository = crate().file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release
                      - run: tar czf kelp-linux-amd64.tar.gz -C target/release kelp
                      - run: sha256sum *.tar.gz > sums.txt
                      - run: gh release upload "$GITHUB_REF_NAME" *.tar.gz sums.txt
                """);
        PublishedRelease old = release("v1.2.3", "kelp-linux-amd64.tar.gz\nkelp-linux-amd64.tar.gz.sha256\n");
        Proposal proposal = propose(repository, old);
        assertThat(config(proposal)).doesNotContain("checksum");
        assertThat(lost(proposal, old)).isEmpty();
    }

    @Test
    void debugInformationIsNoTarget() throws NoProposal {
        PublishedRelease old = release("v1.2.3", """
                kelp-x86_64-unknown-linux-gnu
                kelp-arm-unknown-linux-gnueabihf.debug
                kelp-x86_64-apple-darwin.dSYM.zip
                """);
        Proposal proposal = propose(crate(), old);
        assertThat(config(proposal)).contains("targets: [x86_64-unknown-linux-gnu]");
        assertThat(remarks(proposal, Remark.Kind.LEFT)).doesNotContain("has no target");
        assertThat(lost(proposal, old)).contains("gnueabihf.debug", "dSYM.zip");
    }

    @Test
    void aNameWithoutAProcessorIsNoTargetThatIsLacking() throws NoProposal {
        PublishedRelease old = release("v1.2.3", "kelp-linux-amd64\nkelp-macos\n");
        assertThat(remarks(propose(crate(), old), Remark.Kind.LEFT))
                .contains("kelp-macos: the name has no processor, so the target is unknown")
                .doesNotContain("has no target");
    }

    @ParameterizedTest
    @CsvSource({"v1.2.3, kelp-$GITHUB_REF_NAME-macos.zip, kelp-v1.2.3", "'', kelp-macos.zip, kelp"})
    void theMachineThatMakesAFileSaysItsProcessorAlsoNextToTheNames(String tag, String file, String start)
            throws NoProposal {
        PublishedRelease old = release(tag, start + "-linux-amd64.zip\n" + start + "-macos.zip\n");
        SampleRepository repository = new SampleRepository(directory)
                .file("CMakeLists.txt", "add_executable(kelp main.c)\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          mac:
                            runs-on: macos-latest
                            steps:
                              - run: zip %1$s kelp && gh release upload $GITHUB_REF_NAME %1$s
                        """.formatted(file));
        Proposal proposal = propose(repository, old);
        assertThat(proposal.config()).contains("{ target: macos-arm64, as: macos }");
        assertThat(remarks(proposal, Remark.Kind.GUESS)).contains("'macos-latest' makes this file");
    }

    @Test
    void namesThatFollowNoCommonTextAreKept() throws NoProposal {
        PublishedRelease old = release("v1.2.3", """
                kelp_linux_1.2.3_amd64.tar.gz
                kelp_darwin_1.2.3_arm64.tar.gz
                """);
        Proposal proposal = propose(module(), old);
        assertThat(config(proposal)).contains("""
                targets:
                  - { target: linux-amd64, archive: "kelp_linux_{version}_amd64" }
                  - { target: macos-arm64, archive: "kelp_darwin_{version}_arm64" }""");
        assertThat(lost(proposal, old)).isEmpty();
    }

    @Test
    void aNameThatDiffersFromTheOthersIsThatOfItsTarget() throws NoProposal {
        PublishedRelease old = release("v1.2.3", """
                kelp-1.2.3-linux-amd64.tar.gz
                kelp-1.2.3-linux-arm64.tar.gz
                kelp-win64-1.2.3.zip
                """);
        Proposal proposal = propose(module(), old);
        assertThat(config(proposal)).contains("""
                targets: [linux-amd64, linux-arm64, { target: windows-amd64, archive: "kelp-win64-{version}" }]
                archive: { name: "{name}-{version}-{platform}" }""");
        assertThat(lost(proposal, old)).isEmpty();
    }

    @Test
    void eachSetOfFeaturesOfTheReleaseKeepsItsFile() throws NoProposal {
        PublishedRelease old = release("v1.2.3", """
                kelp-full-v1.2.3-x86_64-unknown-linux-musl.tar.gz
                kelp-full-v1.2.3-x86_64-apple-darwin.tar.gz
                kelp-full-v1.2.3-universal-apple-darwin.tar.gz
                kelp-full-v1.2.3-x86_64-pc-windows-msvc.zip
                kelp-lean-v1.2.3-x86_64-apple-darwin.tar.gz
                kelp-lean-v1.2.3-x86_64-pc-windows-msvc.zip
                """);
        Proposal proposal = propose(crate().file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          build:
                            strategy:
                              matrix:
                                target: [x86_64-unknown-linux-musl, x86_64-apple-darwin, x86_64-pc-windows-msvc]
                                feature: [lean, full]
                                exclude: [{ target: x86_64-unknown-linux-musl, feature: lean }]
                            runs-on: ubuntu-latest
                            env: { NAME: 'kelp-${{ matrix.feature }}-${{ github.ref_name }}-${{ matrix.target }}' }
                            steps:
                              - run: cross build --release --features ${{ matrix.feature }} --target ${{ matrix.target }}
                              - run: tar czf $NAME.tar.gz -C target/${{ matrix.target }}/release kelp
                                if: ${{ !contains(matrix.target, 'windows') }}
                              - run: 7z a $NAME.zip target/${{ matrix.target }}/release/kelp.exe
                                if: contains(matrix.target, 'windows')
                              - uses: softprops/action-gh-release@v2
                                with: { files: 'kelp-*' }
                        """), old);
        assertThat(lost(proposal, old)).isEmpty();
        assertThat(proposal.config())
                .contains("features: [full]")
                .contains("{ target: x86_64-apple-darwin, as: x86_64-apple-darwin-lean, "
                        + "archive: \"kelp-lean-{tag}-x86_64-apple-darwin\", features: [lean] }");
        assertThat(proposal.plan().assets("v1.2.3")).contains("kelp-full-v1.2.3-universal-apple-darwin.tar.gz");
        assertThat(proposal.config().lines().filter(line -> line.contains("universal")))
                .singleElement()
                .satisfies(line -> assertThat(line).doesNotContain("lean").doesNotContain("features: []"));
    }

    @Test
    void anInstallerThatCannotBeTakesNoOtherAway() throws NoProposal {
        PublishedRelease old = release("v1.2.3", """
                kelp-installer.ps1
                kelp-installer.sh
                kelp-x86_64-pc-windows-msvc.tar.gz
                kelp-x86_64-unknown-linux-musl.tar.gz
                """);
        Proposal proposal = propose(crate(), old);
        assertThat(proposal.config()).contains("installers: [shell]");
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains("packages.installers powershell: Windows cannot unpack");
        assertThat(remarks(proposal, Remark.Kind.TAKEN))
                .contains("packages.installers shell")
                .doesNotContain("packages.installers powershell");
    }

    @Test
    void aVariantOfAProcessorKeepsItsFileAndItsVariable() throws NoProposal {
        SampleRepository repository = module().file(".goreleaser.yml", """
                builds: [{ goos: [linux], goarch: [amd64, arm], goarm: [6, 7] }]
                sboms: [{ artifacts: archive }]
                """);
        PublishedRelease old = release("v1.2.3", """
                kelp_1.2.3_checksums.txt
                kelp_1.2.3_linux_amd64.tar.gz
                kelp_1.2.3_linux_armv6.tar.gz
                kelp_1.2.3_linux_armv7.tar.gz
                kelp_1.2.3_linux_amd64.tar.gz.sbom.json
                """);
        Proposal proposal = propose(repository, old);
        assertThat(config(proposal)).contains("as: linux_armv6, env: { GOARM: 6 }");
        assertThat(lost(proposal, old)).isEqualTo("kelp_1.2.3_linux_amd64.tar.gz.sbom.json ->");
        assertThat(proposal.remarks().stream()
                        .filter(remark -> remark.key().matches("checksums|checksum-file|sbom"))
                        .map(Remark::key))
                .containsExactlyInAnyOrder("checksums", "checksum-file", "sbom");
    }

    @Test
    void namesOfOlderArmProcessorsAreVariantsOfOneTargetInGo() throws NoProposal {
        PublishedRelease old = release("v1.2.3", """
                kelp-linux-amd64.tar.gz
                kelp-linux-armv5.tar.gz
                kelp-linux-armv6.tar.gz
                kelp-linux-armv7.tar.gz
                """);
        Proposal proposal = propose(module(), old);
        assertThat(lost(proposal, old)).isEmpty();
        assertThat(config(proposal))
                .contains("env: { GOARM: 5 }", "env: { GOARM: 6 }")
                .doesNotContain("GOARM: 7");
        assertThat(remarks(proposal, Remark.Kind.GUESS)).doesNotContain("arm");
    }

    @Test
    void theWordArmAloneIsAGuessInGo() throws NoProposal {
        PublishedRelease old = release("v1.2.3", "kelp-linux-amd64.tar.gz\nkelp-linux-arm.tar.gz\n");
        Proposal proposal = propose(module(), old);
        assertThat(lost(proposal, old)).isEmpty();
        assertThat(remarks(proposal, Remark.Kind.GUESS))
                .contains("targets linux-arm: armv7-unknown-linux-gnueabihf GOARM=6: the name only says 'arm'");
    }
}
