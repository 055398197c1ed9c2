package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.Repository;
import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What init makes of GoReleaser configs. */
@Tag("once")
class GoReleaserTakeOverTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    @TempDir
    Path directory;

    private List<Remark> remarks = List.of();

    private SampleRepository reed(String path, String config) {
        return new SampleRepository(directory)
                .file("go.mod", "module github.com/me/reed\n\ngo 1.26\n")
                .file("main.go", "package main\n\nfunc main() {}\n")
                .file("LICENSE", "MIT\n")
                .file(path, config);
    }

    private String config(SampleRepository repository) throws NoProposal {
        return config(
                repository.committed().origin("https://github.com/me/reed").read());
    }

    private String config(Repository repository) throws NoProposal {
        Proposal proposal = Proposal.of(repository, Optional.empty(), TODAY);
        remarks = proposal.remarks();
        return proposal.config();
    }

    private String said(Remark.Kind kind) {
        return remarks.stream()
                .filter(remark -> remark.kind() == kind)
                .map(remark -> remark.key() + " " + remark.value() + " " + remark.why())
                .collect(Collectors.joining("\n"));
    }

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
    void theConfigThatTheReleaseNamesIsRead() throws NoProposal {
        SampleRepository repository = reed(
                        "ci/release.yml", "archives: [{ name_template: 'reed.{{ .Os }}.{{ .Arch }}' }]\n")
                .file(".goreleaser.yml", "archives: [{ name_template: 'other-{{ .Os }}-{{ .Arch }}' }]\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          release:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: goreleaser/goreleaser-action@v7
                                with: { args: release --clean --config=ci/release.yml }
                        """);
        assertThat(config(repository)).contains("name: \"{name}.{platform}\"", "as: linux.amd64");
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
    void aMaintainerWithoutAnAddressIsLeftAndNotSaidToBeTaken() throws NoProposal {
        String config = config(reed(".goreleaser.yml", "nfpms: [{ formats: [deb], maintainer: Reed People }]\n"));
        assertThat(config).contains("deb: true");
        assertThat(said(Remark.Kind.TAKEN)).doesNotContain("Reed People");
        assertThat(said(Remark.Kind.LEFT))
                .contains("goreleaser nfpms[0].maintainer Reed People a Debian package needs a name and an address");
    }

    @Test
    void whatAPackageNeedsAndLacksIsNotSaidToBeTakenOver() throws NoProposal {
        String config = config(reed(".goreleaser.yml", "nfpms: [{ formats: [rpm] }]\n"));
        assertThat(config).doesNotContain("rpm");
        assertThat(said(Remark.Kind.TAKEN)).doesNotContain("packages.rpm");
        assertThat(said(Remark.Kind.LEFT)).contains("packages.rpm true");
    }

    @Test
    void theConfigOfFullReleasesIsReadAndNotThatOfBetas() throws NoProposal {
        String flow = """
                on: { push: { tags: ['%s'] } }
                jobs:
                  one:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: goreleaser/goreleaser-action@v6
                        with: { args: '%s' }
                """;
        String config = config(reed(".goreleaser.yml", "archives: [{ name_template: 'reed.{{ .Os }}.{{ .Arch }}' }]\n")
                .file("beta.yml", "archives: [{ name_template: 'beta-{{ .Os }}-{{ .Arch }}' }]\n")
                .file(".github/workflows/a.yml", flow.formatted("v[0-9]+.[0-9]+.[0-9]+-*", "release -f beta.yml"))
                .file(".github/workflows/b.yml", flow.formatted("v[0-9]+.[0-9]+.[0-9]+", "release --clean")));
        assertThat(config).contains("name: \"{name}.{platform}\"").doesNotContain("-*");
    }

    @Test
    void aSnapshotIsNoRelease() throws NoProposal {
        String config = config(reed(".goreleaser.yml", "version: 2\n").file(".github/workflows/snapshot.yml", """
                        on: { push: { branches: [main] } }
                        jobs:
                          try:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: goreleaser/goreleaser-action@v6
                                with: { args: release --snapshot --clean }
                              - run: goreleaser release --clean --skip=sign,publish
                        """));
        assertThat(config).doesNotContain("trigger");
        assertThat(said(Remark.Kind.TAKEN)).doesNotContain("snapshot.yml");
    }

    @Test
    void aListOfComponentsOfAProgramIsNamedForEachMachine() throws NoProposal {
        config(reed(".goreleaser.yml", """
                builds: [{ goos: [linux], goarch: [amd64, arm64], binary: reed }]
                sboms: [{ artifacts: binary, documents: ["{{ .Binary }}-{{ .Arch }}.spdx.json"] }]
                signs: [{ artifacts: sbom, signature: "{{ .Env.artifact }}.asc" }]
                """));
        assertThat(said(Remark.Kind.LEFT))
                .contains("reed-amd64.spdx.json, reed-arm64.spdx.json")
                .contains("reed-amd64.spdx.json.asc, reed-arm64.spdx.json.asc")
                .doesNotContain("…");
    }

    @Test
    void anImageOfAlpineFitsProgramsWithoutC() throws NoProposal {
        String config = config(reed(".goreleaser.yml", """
                builds: [{ env: [CGO_ENABLED=0] }]
                dockers: [{ image_templates: ["me/reed:{{ .Tag }}"] }]
                """)
                .file("Dockerfile", "FROM alpine:3.22\nCOPY reed /\n")
                .file(
                        "go.mod",
                        "module github.com/me/reed\n\ngo 1.24\n\nrequire github.com/mattn/go-sqlite3 v1.14.0\n"));
        assertThat(config).contains("base: alpine:3.22");
    }

    @Test
    void aBaseThatCompilesIsNotTakenForTheOneOfAnotherDockerfile() throws NoProposal {
        String config =
                config(reed(".goreleaser.yml", "dockers_v2: [{ images: [me/reed], dockerfile: ci/Dockerfile }]\n")
                        .file("ci/Dockerfile", "FROM golang:1.26\nCOPY reed /bin/\n")
                        .file("Dockerfile", "FROM alpine:3.22\n"));
        assertThat(config).contains("image: docker.io/me/reed").doesNotContain("alpine");
        assertThat(said(Remark.Kind.LEFT)).contains("docker.base golang:1.26 contains a compiler");
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
                .contains("deb: { package: reed-server }");
    }

    @Test
    void aPartOfTheVersionThatNoFlagHasIsLeftWithTheReason() throws NoProposal {
        config(reed(".goreleaser.yml", "builds: [{ ldflags: ['-X main.major={{ .Major }}'] }]\n"));
        assertThat(said(Remark.Kind.LEFT)).contains("main.major={major} 'go.ldflags' has {version}, {tag}");
    }

    @Test
    void theTagOfGitIsEnoughForAnImage() throws NoProposal {
        assertThat(config(reed(".goreleaser.yml", "dockers_v2: [{ images: [me/reed], tags: ['{{ .Tag }}'] }]\n")))
                .contains("tags: \"{tag}\"");
        assertThat(said(Remark.Kind.OPEN)).doesNotContain("'{version}' is added");
    }

    @Test
    void aTagThatEachVersionNeedsIsSaidToBeAdded() throws NoProposal {
        config(reed(".goreleaser.yml", "dockers_v2: [{ images: [me/reed], tags: ['v{{ .Major }}'] }]\n"));
        assertThat(said(Remark.Kind.OPEN)).contains("docker.tags  the tag '{version}' is added");
        assertThat(said(Remark.Kind.TAKEN))
                .contains("docker.tags v{major}, {version} from .goreleaser.yml:1 dockers_v2[0].tags");
    }

    @Test
    void aListOfComponentsOfAReleasedProgramIsNamedAfterTheFileThatPeopleDownload() throws NoProposal {
        config(reed(".goreleaser.yml", """
                builds: [{ goos: [linux, windows], goarch: [amd64] }]
                archives: [{ formats: [binary], name_template: 'reed-v{{ .Version }}.{{ .Os }}' }]
                sboms: [{ artifacts: binary, documents: ["{{ .ArtifactName }}.spdx.json"] }]
                """));
        assertThat(said(Remark.Kind.LEFT))
                .contains("reed-v{version}.linux.spdx.json, reed-v{version}.windows.exe.spdx.json");
    }

    @Test
    void installersThatAreNotMadeAreListedByTheNamesThatPeopleDownload() throws NoProposal {
        config(reed(".goreleaser.yml", """
                builds: [{ goos: [darwin, windows], goarch: [amd64, arm64] }]
                dmg: [{ name: "Reed-{{ .Arch }}" }]
                msi: [{ wxs: reed.wxs }]
                scoops: [{ repository: { owner: me, name: bucket } }]
                """));
        assertThat(said(Remark.Kind.LEFT))
                .contains("release.files Reed-amd64.dmg", "release.files Reed-arm64.dmg")
                .contains("release.files reed_x64.msi", "release.files reed_arm64.msi")
                .contains("goreleaser scoops 1 item no longer published there, so people who install it that way keep");
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
    void oneRegistryWithSeveralAddressesIsOne() throws NoProposal {
        assertThat(config(reed(".goreleaser.yml", """
                dockers_v2: [{ images: [registry.hub.docker.com/me/reed], platforms: [linux/amd64, linux/arm] }]
                builds: [{ goos: [linux], goarch: [amd64, arm, arm64], goarm: ["7"] }]
                """)))
                .contains("image: docker.io/me/reed", "platforms: [linux/amd64, linux/arm/v7]");
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

    private String released(String steps, String more) throws NoProposal {
        return config(
                reed(".goreleaser.yaml", """
                version: 2
                builds: [{ binary: 'reed-{{ .Os }}-{{ .Arch }}', targets: [linux_amd64, windows_amd64], env: [CGO_ENABLED=0] }]
                release: { draft: true, name_template: 'Reed {{ .Version }}' }
                """ + more).file(".github/workflows/release.yml", """
                on: { push: { tags: ['v3.*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                """ + steps.indent(6)));
    }

    @Test
    void whatOnlyBuildsPacksNothing() throws NoProposal {
        String config = released("""
                - run: goreleaser build --clean
                - uses: softprops/action-gh-release@v2
                  with: { files: dist/** }
                """, "");
        assertThat(config)
                .contains("archive: { name: \"{name}-{platform}\", layout: raw }")
                .doesNotContain("checksums.txt", "draft", "title");
        assertThat(said(Remark.Kind.LEFT))
                .contains("goreleaser goreleaser build --clean only compiles programs")
                .doesNotContain("reed_{version}", "changelog");
        assertThat(said(Remark.Kind.TAKEN)).contains("archive.layout raw from .goreleaser.yaml:2 builds[0].binary");
    }

    @Test
    void aReleaseThatSomethingElseCreatesIsNotWhatTheConfigSays() throws NoProposal {
        String config = released("""
                - run: goreleaser release --skip=publish
                - run: gh release create "$GITHUB_REF_NAME" dist/*.tar.gz
                """, "");
        assertThat(config).doesNotContain("draft", "title");
        assertThat(said(Remark.Kind.LEFT))
                .contains("goreleaser release gh release create creates the release, so what the config says")
                .doesNotContain("changelog.use");
    }

    @Test
    void notesFromAFileAreNoListOfCommits() throws NoProposal {
        String config = released("""
                - uses: goreleaser/goreleaser-action@v6
                  with: { args: release --clean --release-notes=out/words.md }
                """, "changelog: { sort: asc }\n");
        assertThat(config).contains("draft: keep");
        assertThat(said(Remark.Kind.LEFT))
                .contains("release.notes --release-notes out/words.md the text of the release comes from this file")
                .doesNotContain("goreleaser changelog");
    }

    @Test
    void aTapThatNobodyPushesToIsNotPushedTo() throws NoProposal {
        String config = config(reed(".goreleaser.yaml", """
                homebrew_casks:
                  - { repository: { owner: me, name: homebrew-reed, token: x }, skip_upload: true, binaries: [reed] }
                winget: [{ publisher: me, skip_upload: "true" }]
                brews: [{ repository: { owner: me, name: homebrew-more }, skip_upload: auto }]
                """));
        assertThat(config).contains("homebrew: me/homebrew-more").doesNotContain("winget");
        assertThat(said(Remark.Kind.LEFT))
                .contains("homebrew_casks[0].skip_upload true GoReleaser does not push it")
                .contains("winget[0].skip_upload true GoReleaser does not push it")
                .doesNotContain("HOMEBREW_TAP_TOKEN", "binaries");
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
    void aFolderThatIsLeftOutTodayIsNoLoss() throws NoProposal {
        config(reed(".goreleaser.yaml", """
                builds: [{ binary: bin/reed }]
                archives: [{ strip_binary_directory: true }]
                """));
        assertThat(said(Remark.Kind.LEFT)).doesNotContain("bin/reed");
    }

    @Test
    void anSbomOfAnotherKindIsSaidToChange() throws NoProposal {
        config(reed(".goreleaser.yaml", "sboms: [{ args: [scan, $artifact, --output, github-json=$document] }]\n"));
        assertThat(said(Remark.Kind.LEFT)).contains("github-json=$document Slipway writes SPDX or CycloneDX");
    }

    @Test
    void aReleaseOnAnotherServiceIsPointedAt() throws NoProposal {
        config(reed(".goreleaser.yaml", "version: 2\n")
                .file(
                        ".circleci/config.yml",
                        "# release it\njobs:\n  ship:\n    steps: [{ run: goreleaser release }]\n")
                .file(".travis.yml", "script: go test ./...\n"));
        assertThat(said(Remark.Kind.OPEN))
                .contains("'.circleci/config.yml:4' mentions a release, but is a config of CircleCI")
                .doesNotContain(".travis.yml");
    }

    @Test
    void filesThatNobodyUploadsTodayAreSaidToBeUploaded() throws NoProposal {
        config(reed(".goreleaser.yaml", "release: { skip_upload: auto }\n"));
        assertThat(said(Remark.Kind.LEFT))
                .contains("release.skip_upload auto GoReleaser uploads no files of prereleases, but Slipway does");
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

    private String announced(boolean draft) throws NoProposal {
        config(reed(".goreleaser.yaml", "release: { draft: " + draft + " }\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ["v*"] } }
                        jobs:
                          go:
                            runs-on: ubuntu-latest
                            steps: [{ uses: goreleaser/goreleaser-action@v6, with: { args: release } }]
                        """)
                .file(".github/workflows/news.yml", """
                        on: { release: { types: [published] } }
                        jobs: { tell: { runs-on: ubuntu-latest, steps: [{ run: ./tell.sh }] } }
                        """));
        return said(Remark.Kind.OPEN);
    }

    @Test
    void aDraftThatAPersonPublishesStartsOtherWorkflows() throws NoProposal {
        assertThat(announced(true)).doesNotContain("news.yml");
    }

    @Test
    void aReleaseThatTheWorkflowPublishesStartsNone() throws NoProposal {
        assertThat(announced(false)).contains("'.github/workflows/news.yml' starts when");
    }

    @Test
    void thePrefixOfTheTagsOfAMonorepoIsThatOfOurs() throws NoProposal {
        assertThat(config(reed(".goreleaser.yaml", "monorepo: { tag_prefix: reed/, dir: tools/reed }\n")))
                .contains("\ntag: reed/v*\n");
        assertThat(said(Remark.Kind.TAKEN))
                .contains("tag reed/v* from .goreleaser.yaml:1 tag_prefix, with the usual 'v' after it");
        assertThat(said(Remark.Kind.LEFT)).contains("goreleaser monorepo.dir tools/reed");
    }

    @Test
    void aPrefixThatOnlyARunFillsInIsSaid() throws NoProposal {
        config(reed(".goreleaser.yaml", "monorepo: { tag_prefix: '{{ .Env.PART }}/' }\n"));
        assertThat(said(Remark.Kind.OPEN))
                .contains("tag  GoReleaser releases at tags that begin with '{{ .Env.PART }}/'");
    }
}
