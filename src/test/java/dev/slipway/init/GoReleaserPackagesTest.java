package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What init makes of the packages, images and installers of GoReleaser configs. */
class GoReleaserPackagesTest extends GoReleaserTakeOver {
    @Test
    void aMaintainerWithoutAnAddressIsLeftAndNotSaidToBeTaken() throws NoProposal {
        String config = config(reed(".goreleaser.yml", "nfpms: [{ formats: [deb], maintainer: Reed People }]\n"));
        assertThat(config).contains("deb: { file:");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            env: [CGO_ENABLED=1, CGO_LDFLAGS=-static]                                 | true
            env: [CGO_ENABLED=1], ldflags: ["-s -linkmode=external -extldflags=-static"] | true
            env: [CGO_ENABLED=1], ldflags: ["-s -X main.static=yes"]                  | false
            """)
    void programsThatBringTheLibraryAlongAreNotSaidToNeedIt(String build, boolean statically) throws NoProposal {
        config(reed(".goreleaser.yml", """
                builds: [{ goos: [linux], %s }]
                dockers: [{ image_templates: ["me/reed:{{ .Tag }}"] }]
                """.formatted(build))
                .file("Dockerfile", "FROM alpine:3.22\nCOPY reed /\n")
                .file(
                        "go.mod",
                        "module github.com/me/reed\n\ngo 1.24\n\nrequire github.com/mattn/go-sqlite3 v1.14.0\n"));
        assertThat(said(Remark.Kind.LEFT))
                .contains(
                        statically
                                ? "docker.base alpine:3.22 has no GNU C library; with 'cgo: true', Slipway accepts no such base"
                                : "docker.base alpine:3.22 has no GNU C library, which the programs need");
    }

    @Test
    void aBaseThatCompilesIsNotTakenForTheOneOfAnotherDockerfile() throws NoProposal {
        String config =
                config(reed(".goreleaser.yml", "dockers_v2: [{ images: [me/reed], dockerfile: ci/Dockerfile }]\n")
                        .file("ci/Dockerfile", "FROM golang:1.26\nCOPY reed /bin/\n")
                        .file("Dockerfile", "FROM alpine:3.22\n"));
        assertThat(config).contains("image: docker.io/me/reed").doesNotContain("alpine");
        assertThat(said(Remark.Kind.LEFT)).contains("docker.base golang:1.26 taken for a base to build in");
    }

    @Test
    void oneDockerfileForEachProcessorMakesOneImage() throws NoProposal {
        String config = config(reed(".goreleaser.yml", """
                dockers:
                  - { image_templates: ["me/reed:{{ .Tag }}-amd64"], dockerfile: amd.Dockerfile }
                  - { image_templates: ["me/reed:{{ .Tag }}-arm64"], dockerfile: arm.Dockerfile, goarch: arm64 }
                docker_manifests:
                  - { name_template: "me/reed:{{ .Tag }}", image_templates: ["me/reed:{{ .Tag }}-amd64", "me/reed:{{ .Tag }}-arm64"] }
                """)
                .file("amd.Dockerfile", "# for amd64\nFROM debian:12\nCOPY reed-amd64 /bin/reed\n")
                .file("arm.Dockerfile", "FROM debian:12\nCOPY reed-arm64 /bin/reed\n"));
        assertThat(config).contains("tags: \"{tag}\"", "platforms: [linux/amd64, linux/arm64]");
        assertThat(said(Remark.Kind.LEFT)).doesNotContain("another image");
    }

    @Test
    void namesOfImagesMayComeFromTheWorkflow() throws NoProposal {
        String config = config(reed(".goreleaser.yml", """
                env: ['OWNER={{ if index .Env "WHO" }}{{ .Env.WHO }}{{ else }}nobody{{ end }}']
                dockers: [{ image_templates: ["ghcr.io/{{ .Env.OWNER }}/reed:{{ .Tag }}", "{{ .Env.HUB }}/reed:{{ .Tag }}"] }]
                """)
                .file("Dockerfile", "FROM debian:12\nCOPY reed /bin/\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          ship:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: goreleaser/goreleaser-action@v7
                                with: { args: release }
                                env: { WHO: "${{ github.repository_owner }}", HUB: "${{ vars.HUB }}" }
                        """));
        assertThat(config).contains("docker:").doesNotContain("image:");
        assertThat(said(Remark.Kind.TAKEN)).contains("docker.tags {tag}");
        assertThat(said(Remark.Kind.LEFT)).contains("the environment variable 'HUB' is unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dockers: [{ image_templates: ['{{ .Env.HUB }}:{{ .Tag }}-amd64'] }]",
                "kos: [{ repository: '{{ .Env.HUB }}', bare: true }]"
            })
    void anImageWithoutAKnownNameIsNotSaidToBeNone(String config) throws NoProposal {
        assertThat(config(reed(".goreleaser.yml", config + "\n"))).doesNotContain("docker:");
        assertThat(said(Remark.Kind.OPEN))
                .contains("no image, because the name of the one that the release builds is unknown")
                .doesNotContain("found no");
        assertThat(said(Remark.Kind.LEFT))
                .contains("builds an image in the release")
                .doesNotContain("one image covers");
    }

    @ParameterizedTest
    @CsvSource({
        "RUN apk add git make, true",
        "RUN apk add ~  git ~  make, true",
        "RUN make install, false",
        "RUN apk add make && CGO_ENABLED=0 make, false"
    })
    void aPackageThatIsCalledLikeACompilerCompilesNothing(String run, boolean based) throws NoProposal {
        String config =
                config(reed(".goreleaser.yml", "dockers_v2: [{ images: [me/reed], dockerfile: ci/Dockerfile }]\n")
                        .file("ci/Dockerfile", "FROM debian:12\n" + run.replace("~", "\\\n") + "\nCOPY reed /bin/\n"));
        assertThat(config.contains("base: debian:12")).isEqualTo(based);
        assertThat(said(Remark.Kind.LEFT).contains("taken for a base to build in"))
                .isEqualTo(!based);
    }

    @Test
    void packagesKeepTheNamesOfTheirTemplates() throws NoProposal {
        String config = config(reed(".goreleaser.yml", """
                builds: [{ goos: [linux], goarch: [amd64, arm, arm64], goarm: [7] }]
                archives: [{ name_template: 'reed-{{ .Os }}-{{ .Arch }}{{ .Arm }}' }]
                nfpms:
                  - formats: [deb, rpm]
                    license: MIT
                    file_name_template: '{{ .ConventionalFileName }}'
                    overrides: { rpm: { file_name_template: 'reed-{{ .Tag }}.{{ .Os }}-{{ .Arch }}{{ .Arm }}' } }
                """));
        assertThat(config).contains("packages: { deb: true, rpm: { file: \"{package}-{tag}.{platform}.rpm\" } }");
        assertThat(said(Remark.Kind.LEFT)).doesNotContain(".deb", ".rpm");
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
    void oneRegistryWithSeveralAddressesIsOne() throws NoProposal {
        assertThat(config(reed(".goreleaser.yml", """
                dockers_v2: [{ images: [registry.hub.docker.com/me/reed], platforms: [linux/amd64, linux/arm] }]
                builds: [{ goos: [linux], goarch: [amd64, arm, arm64], goarm: ["7"] }]
                """)))
                .contains("image: docker.io/me/reed", "platforms: [linux/amd64, linux/arm/v7]");
    }

    @Test
    void anSbomOfAnotherKindIsSaidToChange() throws NoProposal {
        config(reed(".goreleaser.yaml", "sboms: [{ args: [scan, $artifact, --output, github-json=$document] }]\n"));
        assertThat(said(Remark.Kind.LEFT)).contains("github-json=$document Slipway writes SPDX or CycloneDX");
    }

    @Test
    void aPackageForNewerProcessorsHasOneForThePlatformInItsPlace() throws NoProposal {
        config(reed(".goreleaser.yml", """
                builds: [{ goos: [linux], goarch: [amd64, arm64], goamd64: [v2] }]
                archives: [{ name_template: "{{ .ProjectName }}_{{ .Os }}_{{ .Arch }}" }]
                nfpms: [{ formats: [deb], maintainer: "Reed <reed@example.org>" }]
                """));
        assertThat(said(Remark.Kind.LEFT))
                .contains(
                        "reed_{version}_linux_amd64v2.deb no longer released; the package for this platform is 'reed_")
                .doesNotContain("can add it");
    }
}
