package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.Repository;
import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;

/** What init makes of GoReleaser configs. */
class GoReleaserTakeOverTest extends GoReleaserTakeOver {
    @Test
    void namesAreThoseOfTheTemplatesWithAWordForEachTarget() throws NoProposal {
        String config = config(reed(".config/goreleaser.yml", """
                version: 2
                builds: [{ goos: [linux, darwin], goarch: [amd64, "386"], goamd64: [v1, v3], env: [CGO_ENABLED=0] }]
                archives:
                  - name_template: reed-{{ .Tag }}-{{ if eq .Os "darwin" }}mac{{ else }}{{ .Os }}{{ end }}-{{ .Arch }}{{ if ne .Amd64 "v1" }}{{ .Amd64 }}{{ end }}
                    wrap_in_directory: true
                checksum: { name_template: sums.txt }
                """));
        assertThat(config)
                .contains(
                        "  - linux-amd64\n",
                        "{ target: linux-amd64, as: linux-amd64v3, env: { GOAMD64: v3 } }",
                        "{ target: macos-amd64, as: mac-amd64 }",
                        "{ target: linux-i686, as: linux-386 }",
                        "layout: dir",
                        "checksums: combined\nchecksum-file: sums.txt")
                .doesNotContain("cgo:");
        assertThat(said(Remark.Kind.LEFT)).doesNotContain("sums.txt");
    }

    @Test
    void ofTwoArchivesForWindowsWingetGetsTheZip() throws NoProposal {
        String archives = """
                builds: [{ goos: [linux, windows], goarch: [amd64] }]
                archives:
                  - { id: packed, formats: [tar.gz], name_template: "reed-{{ .Os }}-{{ .Arch }}" }
                  - { id: zipped, formats: [zip], name_template: "reed-{{ .Os }}-{{ .Arch }}" }
                """;
        String winget =
                "winget: [{ publisher: Me, package_identifier: Me.Reed, repository: { owner: me, name: pkgs } }]\n";
        assertThat(config(reed(".goreleaser.yml", archives + winget)))
                .contains("archive: { name: \"{name}-{platform}\" }");
        assertThat(said(Remark.Kind.LEFT)).contains("release.files reed-windows-amd64.tar.gz");
    }

    @Test
    void hooksThatSignProgramsAreSaidToNoLongerSignThem() throws NoProposal {
        config(reed(".goreleaser.yml", """
                builds:
                  - { id: mac, goos: [darwin], hooks: { post: [{ cmd: "./tools/sign '{{ .Path }}'" }] } }
                  - { id: linux, goos: [linux], hooks: { post: "./tools/shrink '{{ .Path }}'" } }
                """));
        assertThat(said(Remark.Kind.LEFT))
                .contains(
                        "goreleaser builds[0].hooks { post } these commands sign or notarize programs, and no longer run")
                .contains("goreleaser builds[1].hooks { post } commands before or after a build no longer run");
    }

    @Test
    void aConfigThatIsNoYamlIsAFindingAndTheRestIsProposed() throws NoProposal {
        Repository repository = reed(".goreleaser.yaml", "builds: [\n")
                .committed()
                .origin("https://github.com/me/reed")
                .read();
        assertThat(config(repository)).contains("name: reed");
        assertThat(repository.release().untold())
                .anyMatch(finding -> finding.file().equals(".goreleaser.yaml"));
    }

    @Test
    void programsOfRustKeepTheirTriplesAndTheirGlibc() throws NoProposal {
        SampleRepository repository = new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"reed\"\nversion = \"1.2.3\"\nlicense = \"MIT\"\n")
                .file("Cargo.lock", "version = 4\n")
                .file("src/main.rs", "fn main() {}\n")
                .file(".goreleaser.yaml", """
                        builds:
                          - builder: rust
                            targets: [x86_64-unknown-linux-gnu.2.17, aarch64-apple-darwin, x86_64-pc-windows-gnu]
                            flags: [--release, --no-default-features, --features=tls]
                        universal_binaries: [{ replace: true }]
                        """);
        assertThat(config(repository))
                .contains("rust: { ", "features: [tls]", "default-features: false", "glibc: 2.17", "as: darwin_all")
                .contains("target: x86_64-pc-windows-gnu, as: windows_amd64");
    }

    @Test
    void whatOnlyARunKnowsIsSaidAndNotGuessed() throws NoProposal {
        String config = config(reed(".goreleaser.yml", """
                archives: [{ name_template: "reed-{{ .Env.CHANNEL }}-{{ .Os }}-{{ .Arch }}" }]
                """));
        assertThat(config).doesNotContain("…");
        assertThat(said(Remark.Kind.LEFT))
                .contains(
                        "goreleaser archive.name reed-…-linux-amd64 the name is unknown: the environment variable 'CHANNEL' is unknown; from .goreleaser.yml:1");
    }

    @Test
    void nothingIsAskedAboutGoIfAnotherLanguageBuildsTheProgram() throws NoProposal {
        config(new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"reed\"\nversion = \"1.0.0\"\nlicense = \"MIT\"\n")
                .file("Cargo.lock", "version = 4\n")
                .file("src/main.rs", "fn main() {}\n")
                .file(".goreleaser.yml", """
                builds: [{ main: ./pack, goos: [linux], goarch: [amd64], hooks: { post: ./pack/copy.sh } }]
                """)
                .file("pack/main.go", "package main\n\nfunc main() {}\n"));
        assertThat(said(Remark.Kind.OPEN)).doesNotContain("go.flags", "go.cgo");
    }

    @Test
    void aKeyThatAnUnreadIncludeMaySetIsAGuess() throws NoProposal {
        config(reed(".goreleaser.yml", """
                includes: [{ from_url: { url: acme/meta/all.yml } }]
                checksum: { name_template: sums.txt }
                """));
        assertThat(said(Remark.Kind.GUESS))
                .contains("targets linux_amd64")
                .contains("archive.name {name}_{version}_{platform} from .goreleaser.yml"
                        + " (GoReleaser's default, unless '.goreleaser.yml:1 includes' sets 'archives')")
                .contains("go.ldflags ");
        assertThat(said(Remark.Kind.TAKEN))
                .contains("checksum-file sums.txt from .goreleaser.yml:2 checksum.name_template")
                .doesNotContain("linux_amd64");
        assertThat(said(Remark.Kind.OPEN))
                .contains("includes a config that cannot be read here")
                .doesNotContain("go.flags", "go.cgo");
        assertThat(said(Remark.Kind.LEFT)).contains("goreleaser includes 1 item not read");
    }

    @Test
    void aListOfChecksumsThatTheWorkflowReadsIsCalledAsThere() throws NoProposal {
        String config = config(reed(".goreleaser.yml", "includes: [{ from_url: { url: acme/meta/all.yml } }]\n")
                .file(".github/workflows/ship.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          ship:
                            runs-on: ubuntu-latest
                            steps:
                              - { uses: goreleaser/goreleaser-action@v6, with: { args: release } }
                              - { uses: actions/attest-build-provenance@v3, with: { subject-checksums: ./dist/sums.txt } }
                        """));
        assertThat(config).contains("checksum-file: sums.txt");
        assertThat(said(Remark.Kind.TAKEN)).contains("checksum-file sums.txt from .github/workflows/ship.yml:7");
    }

    @Test
    void aConfigOfTheRepositoryThatIsIncludedIsReadWithItsOwnLines() throws NoProposal {
        String config = config(reed(".goreleaser.yml", "includes: [{ from_file: { path: ./ci/names.yml } }]\n")
                .file("ci/names.yml", "\narchives: [{ name_template: 'reed.{{ .Os }}.{{ .Arch }}' }]\n"));
        assertThat(config).contains("name: \"{name}.{platform}\"");
        assertThat(said(Remark.Kind.TAKEN)).contains("from ci/names.yml:2 archives[0].name_template");
        assertThat(said(Remark.Kind.GUESS)).doesNotContain("archive.name");
    }

    @Test
    void aDefaultIsSaidAsOneWithoutALineThatDoesNotShowIt() throws NoProposal {
        config(reed(".goreleaser.yml", "builds: [{ goos: [linux] }]\n"));
        assertThat(said(Remark.Kind.TAKEN))
                .contains("checksums combined from .goreleaser.yml (GoReleaser's default: no 'checksum')")
                .contains("from .goreleaser.yml:1 builds[0] (GoReleaser's default: no 'ldflags')");
    }

    @Test
    void aProgramAsItIsKeepsTheEndingThatWindowsWants() throws NoProposal {
        String config = config(reed(
                ".goreleaser.yml",
                "builds: [{ goos: [linux, windows], goarch: [amd64] }]\narchives: [{ formats: [binary] }]\n"));
        assertThat(config).contains("layout: raw");
        assertThat(said(Remark.Kind.LEFT)).doesNotContain("archive.format");
    }

    @Test
    void namesThatFollowNoCommonTextAreThoseOfTheirTargets() throws NoProposal {
        SampleRepository repository = reed(".goreleaser.yml", """
                builds: [{ goos: [linux, darwin], goarch: [amd64, arm], goarm: [6, 7], ignore: [{ goos: darwin, goarch: arm }] }]
                archives: [{ name_template: '{{ .Os }}_{{ .Version }}_{{ .Arch }}{{ with .Arm }}v{{ . }}{{ end }}' }]
                """);
        assertThat(config(repository)).contains("""
                targets:
                  - { target: linux-amd64, archive: "linux_{version}_amd64" }
                  - { target: linux-armv7, archive: "linux_{version}_armv7" }
                  - { target: linux-armv7, as: linux-armv7-goarm6, archive: "linux_{version}_armv6", env: { GOARM: 6 } }
                  - { target: macos-amd64, archive: "darwin_{version}_amd64" }
                """);
    }

    @Test
    void oneProgramForSeveralSystemsMayBeNamedByItsFolderOrItsFile() throws NoProposal {
        String config = config(reed(".goreleaser.yml", """
                builds:
                  - { id: a, goos: [linux], goarch: [amd64] }
                  - { id: b, goos: [windows], goarch: [amd64], main: ./main.go }
                """));
        assertThat(config).contains("linux-amd64", "windows-amd64");
    }

    @Test
    void theNameOfTheOtherToolsProjectStaysWhereFilesHaveIt() throws NoProposal {
        String config = config(reed(".goreleaser.yml", """
                project_name: reed-server
                builds: [{ goos: [linux], goarch: [amd64] }]
                archives: [{ name_template: 'reed-{{ .Os }}-{{ .Arch }}' }]
                nfpms: [{ formats: [deb] }]
                """));
        assertThat(config)
                .contains("name: reed\n", "bins: [reed-server]", "package: .")
                .contains("checksum-file: \"reed-server_{version}_checksums.txt\"")
                .contains("deb: { package: reed-server, file: \"{package}_{version}_linux_{arch}.deb\" }");
    }

    @Test
    void aPartOfTheVersionThatNoFlagHasIsLeftWithTheReason() throws NoProposal {
        config(reed(".goreleaser.yml", "builds: [{ ldflags: ['-X main.major={{ .Major }}'] }]\n"));
        assertThat(said(Remark.Kind.LEFT)).contains("main.major={major} 'go.ldflags' has {version}, {tag}");
    }

    @Test
    void aBuildThatNoArchiveHasIsSaidAsAWhole() throws NoProposal {
        config(reed(".goreleaser.yml", """
                builds: [{ id: reed }, { id: daemon, binary: daemon, main: ./cmd/daemon, ldflags: [-s] }]
                archives: [{ ids: [reed] }]
                """));
        assertThat(said(Remark.Kind.LEFT))
                .contains("goreleaser builds[1] daemon not built, because no archive contains it")
                .doesNotContain("builds[1].ldflags");
    }

    @Test
    void aUniversalFileIsLostAndEachProcessorGetsOneUnderAnotherName() throws NoProposal {
        String config = config(reed(".goreleaser.yml", """
                builds: [{ goos: [linux, darwin], goarch: [amd64, arm64] }]
                universal_binaries: [{ replace: true }]
                """));
        assertThat(config).contains("as: darwin_amd64", "as: darwin_arm64").doesNotContain("darwin_all");
        assertThat(said(Remark.Kind.LEFT)).contains("release.files reed_{version}_darwin_all.tar.gz");
        assertThat(said(Remark.Kind.OPEN)).contains("no universal program for macOS is built");
    }

    @Test
    void aProgramForOneProcessorNeverHasTheNameOfAUniversalOne() throws NoProposal {
        String config = config(reed(".goreleaser.yml", """
                builds: [{ goos: [linux, darwin], goarch: [amd64, arm64] }]
                universal_binaries: [{ replace: true }]
                archives: [{ name_template: "reed-{{ .Os }}{{ if eq .Os \\"linux\\" }}-{{ .Arch }}{{ end }}" }]
                """));
        assertThat(config).contains("linux-amd64").doesNotContain("macos");
        assertThat(said(Remark.Kind.LEFT)).contains("release.files reed-darwin.tar.gz");
    }

    @Test
    void whatMeansTheSameAsOursIsNotSaidToBeLost() throws NoProposal {
        config(reed(".goreleaser.yaml", """
                builds:
                  - { id: unix, goos: [linux], mod_timestamp: "{{ .CommitTimestamp }}", ldflags: ['-s -X "main.v={{ .Version }}"'] }
                  - { id: win, goos: [windows], mod_timestamp: "{{.CommitTimestamp}}", ldflags: [-s, "-X main.v={{.Version}}"] }
                  - { id: mac, goos: [darwin], mod_timestamp: "1700000000", ldflags: ["-s -X main.v={{ .Tag }}"] }
                release: { skip_upload: false }
                """));
        assertThat(said(Remark.Kind.LEFT))
                .contains("builds[2].mod_timestamp 1700000000", "builds[2].ldflags 1 item all programs are built like")
                .doesNotContain("builds[0].", "builds[1]", "skip_upload");
    }

    @Test
    void flagsThatOnlyARunFillsInAreTheSameInEveryBuild() throws NoProposal {
        config(reed(".goreleaser.yaml", """
                builds:
                  - { id: unix, goos: [linux], ldflags: ["{{ .Env.LOST }}"] }
                  - { id: win, goos: [windows], ldflags: ["{{.Env.LOST}}"] }
                """));
        assertThat(said(Remark.Kind.LEFT)).doesNotContain("builds[1]");
    }

    @Test
    void programsInAFolderOfAnArchiveAreSaidToLeaveIt() throws NoProposal {
        config(reed(".goreleaser.yaml", "builds: [{ binary: bin/reed, goos: [linux, darwin] }]\n"));
        assertThat(said(Remark.Kind.LEFT))
                .containsOnlyOnce("builds[0].binary bin/reed archives contain the program without this folder");
    }

    @Test
    void programsThatAreCalledAfterTheirPlatformInArchivesAreSaidToBeRenamed() throws NoProposal {
        String build = "builds: [{ binary: 'reed-{{ .Os }}-{{ .Arch }}', goos: [linux, darwin], goarch: [amd64] }]\n";
        config(reed(".goreleaser.yaml", build + "archives: [{ name_template: 'reed-{{ .Os }}-{{ .Arch }}' }]\n"));
        assertThat(said(Remark.Kind.LEFT))
                .containsOnlyOnce("builds[0].binary reed-{{ .Os }}-{{ .Arch }} the program has the same name in all"
                        + " archives, and no longer one such as 'reed-linux-amd64'");
    }

    @Test
    void aFolderThatIsLeftOutTodayIsNoLoss() throws NoProposal {
        config(reed(".goreleaser.yaml", """
                builds: [{ binary: bin/reed }]
                archives: [{ strip_binary_directory: true }]
                """));
        assertThat(said(Remark.Kind.LEFT)).doesNotContain("bin/reed");
    }

    @Test
    void aFolderThatIsCreatedBeforeTheBuildIsNoPackageOfTheRepository() throws NoProposal {
        String config = config(new SampleRepository(directory)
                .file("go.mod", "module github.com/me/reed\n\ngo 1.26\n")
                .file("cmd/reed/main.go", "package main\n\nfunc main() {}\n")
                .file(".goreleaser.yaml", "before: { hooks: [./stage.sh] }\nbuilds: [{ dir: ./out/staged }]\n"));
        assertThat(config).contains("package: ./cmd/reed").doesNotContain("staged");
        assertThat(said(Remark.Kind.OPEN))
                .contains("go.package  GoReleaser builds './out/staged', which is not in the repository, so something");
    }
}
