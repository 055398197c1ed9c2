package dev.slipway.detect.goreleaser;

import static dev.slipway.detect.goreleaser.GoReleaserTest.key;
import static dev.slipway.detect.goreleaser.GoReleaserTest.left;
import static dev.slipway.detect.goreleaser.GoReleaserTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.goreleaser.GoReleaser.Said;
import org.junit.jupiter.api.Test;

/** The images of a GoReleaser config: of dockers, their manifests, and ko. */
class GoReleaserImagesTest {
    @Test
    void flagsOfABuildTellThePlatformAndTheStageOfItsImage() {
        GoReleaser read = read("""
                dockers:
                  - image_templates: ["acme/kelp:{{ .Tag }}-amd64"]
                    goarch: arm64
                    build_flag_templates: ["--platform=linux/amd64", "--target=plain", "--pull"]
                  - image_templates: ["acme/kelp:{{ .Tag }}-arm64"]
                    goarch: arm64
                    build_flag_templates: ["--platform", "linux/arm64/v8", "--target", plain]
                docker_manifests:
                  - name_template: acme/kelp:{{ .Tag }}
                    image_templates: ["acme/kelp:{{ .Tag }}-amd64", "acme/kelp:{{ .Tag }}-arm64"]
                """);
        assertThat(read.stage()).contains("plain");
        assertThat(key(read, "docker.platforms")).isEqualTo("linux/amd64, linux/arm64");
    }

    @Test
    void imagesOfSingleProcessorsAreOneImage() {
        GoReleaser read = read("""
                dockers:
                  - { image_templates: ["acme/kelp:{{ .Tag }}-amd64"], goarch: amd64, dockerfile: build/Dockerfile }
                  - { image_templates: ["acme/kelp:{{ .Tag }}-arm64"], goarch: arm64, dockerfile: build/Dockerfile }
                  - { image_templates: ["acme/kelp-debug:{{ .Tag }}"], dockerfile: debug.Dockerfile }
                docker_manifests:
                  - name_template: acme/kelp:v{{ .Major }}.{{ .Minor }}
                    image_templates: ["acme/kelp:{{ .Tag }}-amd64", "acme/kelp:{{ .Tag }}-arm64"]
                  - name_template: ghcr.io/{{ .Env.GITHUB_REPOSITORY_OWNER }}/kelp:{{ .Env.WHICH }}
                """);
        assertThat(read.images()).extracting(Said::value).containsExactly("docker.io/acme/kelp");
        assertThat(read.dockerfiles().get(0).value()).isEqualTo("build/Dockerfile");
        assertThat(key(read, "docker.tags")).isEqualTo("v{major}.{minor}, {version}");
        assertThat(key(read, "docker.platforms")).isEqualTo("linux/amd64, linux/arm64");
        assertThat(left(read))
                .contains(
                        "dockers[0].image_templates .goreleaser.yml:2",
                        "dockers[2].image_templates .goreleaser.yml:4",
                        "docker_manifests[1].name_template .goreleaser.yml:8");
    }

    @Test
    void imagesOfSingleProcessorsThatNothingJoinsKeepTheirNamesWithoutThese() {
        GoReleaser read = read("""
                dockers:
                  - { image_templates: ["quay.io/acme/kelp:{{ .RawVersion }}-amd64", "quay.io/acme/kelp:latest-amd64"] }
                  - { image_templates: ["quay.io/acme/kelp:{{ .RawVersion }}-arm64v8"], goarch: arm64 }
                """);
        assertThat(read.images()).extracting(Said::value).containsExactly("quay.io/acme/kelp");
        assertThat(key(read, "docker.tags")).isEqualTo("{version}, latest");
        assertThat(key(read, "docker.platforms")).isEqualTo("linux/amd64, linux/arm64");
        assertThat(left(read))
                .contains(
                        "dockers[0].image_templates .goreleaser.yml:2", "dockers[1].image_templates .goreleaser.yml:3");
    }

    @Test
    void koMakesTheImageOfARelease() {
        GoReleaser read = read("""
                kos:
                  - repositories: [ghcr.io/acme/kelp]
                    bare: true
                    tags: ["{{ .Version }}", latest]
                    platforms: [linux/amd64, linux/arm64]
                    base_image: cgr.dev/chainguard/static
                  - repositories: [ghcr.io/acme/tools]
                """);
        assertThat(read.images()).extracting(Said::value).containsExactly("ghcr.io/acme/kelp");
        assertThat(key(read, "docker.tags")).isEqualTo("{version}, latest");
        assertThat(key(read, "docker.platforms")).isEqualTo("linux/amd64, linux/arm64");
        assertThat(left(read)).contains("kos[1].repositories .goreleaser.yml:7").doesNotContain("kos[0]");
    }

    @Test
    void imagesOfKoOnTwoBasesAreTwoImages() {
        GoReleaser read = read("""
                kos:
                  - { repository: ghcr.io/acme/kelp, bare: true, tags: ["{{ .Version }}"], base_image: debian:12-slim }
                  - { repository: ghcr.io/acme/kelp, bare: true, tags: ["{{ .Version }}-debug"], base_image: debian:12 }
                """);
        assertThat(key(read, "docker.tags")).isEqualTo("{version}");
        assertThat(read.left())
                .filteredOn(one -> one.key().equals("kos[1].tags"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.value()).isEqualTo("{version}-debug");
                    assertThat(one.why()).startsWith("tags of another image, built on 'debian:12'");
                });
    }

    @Test
    void koHasABaseIfNoneIsNamed() {
        assertThat(read("kos: [{ repository: ghcr.io/acme/kelp, bare: true, tags: ['{{ .Tag }}'] }]\n")
                        .open())
                .extracting(Said::value)
                .anyMatch(text -> text.startsWith("ko built the image on its usual base"));
    }

    @Test
    void aTagOfPrereleasesAloneIsListed() {
        GoReleaser read = read("""
                dockers_v2:
                  - images: [ghcr.io/acme/kelp]
                    tags: ["{{ .Tag }}", "{{ if .Prerelease }}unstable{{ else }}stable{{ end }}"]
                """);
        assertThat(key(read, "docker.tags")).isEqualTo("{tag}, stable");
        assertThat(read.left())
                .anyMatch(one -> one.value().equals("ghcr.io/acme/kelp:unstable")
                        && one.why().startsWith("only for prereleases"));
    }

    @Test
    void aManifestMayJoinImagesOfSeveralDockerfiles() {
        GoReleaser read = read("""
                dockers:
                  - { image_templates: ["ghcr.io/acme/kelp:{{ .Tag }}-amd64"], goarch: amd64 }
                  - { image_templates: ["ghcr.io/acme/kelp:{{ .Tag }}-arm64"], goarch: arm64, dockerfile: Dockerfile.arm }
                  - { image_templates: ["ghcr.io/acme/tools:{{ .Tag }}"], dockerfile: Dockerfile.tools }
                docker_manifests:
                  - name_template: "ghcr.io/acme/kelp:{{ .Tag }}"
                    image_templates: ["ghcr.io/acme/kelp:{{ .Tag }}-amd64", "ghcr.io/acme/kelp:{{ .Tag }}-arm64"]
                """);
        assertThat(key(read, "docker.platforms")).isEqualTo("linux/amd64, linux/arm64");
        assertThat(left(read))
                .anyMatch(text -> text.startsWith("dockers[1].dockerfile"))
                .anyMatch(text -> text.startsWith("dockers[2].image_templates"));
    }
}
