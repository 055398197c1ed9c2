package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dockerfiles are found wherever they are, and those that nothing seems to build are reported. */
class DockerfilesTest extends HandWrittenRelease {
    static String image(Proposal proposal) {
        return proposal.config()
                .lines()
                .filter(line -> line.startsWith("docker:"))
                .findFirst()
                .orElse("");
    }

    static String open(Proposal proposal) {
        return proposal.remarks().stream()
                .filter(remark -> remark.key().equals("docker"))
                .map(remark -> remark.kind() + " " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    private SampleRepository pushing(String step) {
        return workflow(crate(""), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - run: cargo build --release
                    - %s
                """.formatted(step));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "docker/Dockerfile    | 'run: docker buildx build --push -t ghcr.io/me/kelp:1 -f docker/Dockerfile .'",
                "kelp.dockerfile      | 'run: docker buildx build . --file=kelp.dockerfile --push --tag ghcr.io/me/kelp:1'",
                "contrib/oci/Containerfile | 'run: podman build -t ghcr.io/me/kelp:1 contrib/oci && podman push "
                        + "ghcr.io/me/kelp:1'",
                "build/Dockerfile     | 'uses: docker/build-push-action@v6\n      with: { push: true, context: "
                        + "./build, tags: ''ghcr.io/me/kelp:1'' }'",
                "Containerfile        | 'run: docker buildx build --push -t ghcr.io/me/kelp:1 .'",
                "deploy/Dockerfile    | 'uses: docker/bake-action@v6\n      with: { push: true, files: deploy/bake.hcl }'",
                "deploy/Dockerfile    | 'run: docker buildx bake --push -f deploy/bake.hcl'",
                "deploy/Dockerfile    | 'run: docker buildx bake --file=deploy/bake.hcl --push kelp'",
            })
    void theOneThatAReleaseBuildsTellsTheBase(String file, String step) throws NoProposal {
        Proposal proposal = proposal(pushing(step)
                .file("deploy/bake.hcl", """
                        variable "OWNER" { default = "ghcr.io/me" }
                        target "kelp" {
                          dockerfile = "deploy/Dockerfile"
                          tags = ["${OWNER}/kelp:${VERSION}"]
                        }
                        """)
                .file(file, "FROM debian:trixie-slim\nCOPY kelp /usr/bin/\n"));
        assertThat(image(proposal)).endsWith("base: debian:trixie-slim, path: /usr/bin }");
        assertThat(open(proposal)).doesNotContain(file);
        assertThat(proposal.remarks())
                .anySatisfy(remark -> assertThat(remark.key() + remark.why()).startsWith("docker.basefrom " + file));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "run: docker buildx build --push --target plain -t ghcr.io/me/kelp:1 .   | debian:trixie-slim",
                "run: docker buildx build --push --target=Small -t ghcr.io/me/kelp:1 .   | alpine:3",
                "run: docker buildx build --push -t ghcr.io/me/kelp:1 .                  | ubuntu:26.04",
                "run: docker buildx build --push --target lost -t ghcr.io/me/kelp:1 .    | ubuntu:26.04",
                "'uses: docker/build-push-action@v6\n      with: { push: true, target: plain, tags: ''ghcr.io/me/kelp:1'' }' | debian:trixie-slim",
                "run: docker buildx bake --push                                          | debian:trixie-slim",
            })
    void theStageThatABuildAsksForIsTheImage(String step, String base) throws NoProposal {
        Proposal proposal = proposal(pushing(step)
                .file(
                        "docker-bake.hcl",
                        "target \"default\" {\n  target = \"plain\"\n  tags = [\"ghcr.io/me/kelp:1\"]\n}\n")
                .file("Dockerfile", """
                        FROM debian:trixie-slim AS plain
                        COPY kelp /opt/
                        ENTRYPOINT ["/opt/kelp"]
                        FROM alpine:3 AS small
                        COPY kelp /opt/
                        ENTRYPOINT ["/opt/kelp", "--small"]
                        FROM ubuntu:26.04
                        COPY kelp /opt/
                        ENTRYPOINT ["/opt/kelp", "--all"]
                        """));
        assertThat(said(proposal, Remark.Kind.TAKEN) + lost(proposal))
                .contains("docker.base " + base)
                .doesNotContain(Stream.of("debian:trixie-slim", "alpine:3", "ubuntu:26.04")
                        .filter(other -> !other.equals(base))
                        .map(other -> "docker.base " + other)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: docker buildx build --push --build-arg BASE=debian:trixie-slim --build-arg=AGE=1 -t ghcr.io/me/kelp:1 .",
                "uses: docker/build-push-action@v6\n      with: { push: true, tags: 'ghcr.io/me/kelp:1', build-args: \"AGE=1\\nBASE=debian:trixie-slim\" }",
            })
    void whatABuildGivesItsArgumentsTellsTheBase(String step) throws NoProposal {
        Proposal proposal =
                proposal(pushing(step).file("Dockerfile", "ARG BASE=placeholder\nFROM ${BASE}\nCOPY kelp /usr/bin/\n"));
        assertThat(image(proposal)).contains("base: debian:trixie-slim").doesNotContain("placeholder");
    }

    @Test
    void anImageWhoseNameOnlyARunKnowsIsNotMissing() throws NoProposal {
        Proposal proposal =
                proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: gh release upload "$GITHUB_REF_NAME" target/release/kelp
                    - run: docker build --push -t "$(cat name)" -f ci/Dockerfile .
                """).file("ci/Dockerfile", "FROM debian:trixie-slim\nCOPY kelp /usr/bin/\n"));
        assertThat(lost(proposal)).contains("docker ci/Dockerfile builds an image in the release");
        assertThat(open(proposal)).doesNotContain("found no image").contains("write 'docker: {}' to add one");
    }

    @Test
    void anImageWhoseNameOnlyARunKnowsIsNotMissingBesideGoReleaser() throws NoProposal {
        Proposal proposal = proposal(workflow(
                crate("")
                        .file("go.mod", "module github.com/me/kelp\n")
                        .file(".goreleaser.yml", "version: 2\n")
                        .file("Dockerfile", "FROM alpine\n"),
                """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - uses: docker/build-push-action@v6
                      with: { push: true, tags: '${{ vars.REGISTRY }}/${{ vars.NAME }}:1' }
                    - uses: goreleaser/goreleaser-action@v6
                      with: { args: release --clean }
                """));
        assertThat(open(proposal))
                .contains(
                        "builds an image in the release, under a name that was not found",
                        "no image, because the name of the one that the release builds is unknown")
                .doesNotContain("found no image");
    }

    @ParameterizedTest
    @CsvSource({
        "docker run --rm reeds ./make.sh, true",
        "docker cp $(docker create --rm reeds):/out ., true",
        "echo built, false"
    })
    void anImageThatItsJobRunsToCompileInIsNoneOfTheRelease(String next, boolean tool) throws NoProposal {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/build-push-action@v6
                      with: { context: ./ci, push: false, load: true, tags: reeds }
                    - run: %s
                    - run: cargo build --release
                    - run: gh release upload "$GITHUB_REF_NAME" target/release/kelp
                """.formatted(next)).file("ci/Dockerfile", "FROM rockylinux:8\n"));
        assertThat(lost(proposal).contains("builds an image in the release")).isNotEqualTo(tool);
        assertThat(open(proposal).contains("the one that the release builds is unknown"))
                .isNotEqualTo(tool);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: docker buildx build -o out -f ci/Dockerfile .",
                "run: docker build --output type=local,dest=out -f ci/Dockerfile .",
                "uses: docker/build-push-action@v6\nwith: { file: ci/Dockerfile, outputs: 'type=local,dest=out' }"
            })
    void aBuildThatLeavesFilesMakesNoImage(String step) throws NoProposal {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - %s
                    - uses: docker/build-push-action@v6
                      with: { push: true, tags: 'ghcr.io/me/kelp:${{ github.ref_name }}' }
                    - run: gh release upload "$GITHUB_REF_NAME" out/kelp
                """.formatted(step.replace("\n", "\n      ")))
                .file("ci/Dockerfile", "FROM rockylinux:8\nRUN make\nFROM scratch\nCOPY --from=0 /out /\n")
                .file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/kelp\n"));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.path /usr/bin from Dockerfile:2 COPY");
        assertThat(lost(proposal)).doesNotContain("a step of the release builds from it too");
    }

    @Test
    void anImageThatIsOnlyTriedIsNoneOfTheRelease() throws NoProposal {
        Proposal proposal = proposal(workflow(
                crate("")
                        .file("go.mod", "module github.com/me/kelp\n")
                        .file(".goreleaser.yml", "version: 2\n")
                        .file("Dockerfile", "FROM alpine\n"),
                """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - run: docker build --tag try . && docker run --rm try
                    - uses: goreleaser/goreleaser-action@v6
                      with: { args: release --clean }
                """));
        assertThat(open(proposal)).doesNotContain("builds an image in the release");
    }

    @Test
    void aPlatformWithoutATargetIsLost() throws NoProposal {
        Proposal proposal = proposal(pushing("""
                uses: docker/build-push-action@v6
                      with: { push: true, tags: 'me/kelp:1', platforms: 'linux/amd64,linux/riscv64' }
                """).file("Dockerfile", "FROM debian:trixie\n"));
        assertThat(lost(proposal))
                .contains("docker.platforms linux/riscv64 the new release builds no image for this platform; from"
                        + " .github/workflows/release.yml");
    }

    @Test
    void oneThatNothingBuildsIsReported() throws NoProposal {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: gh release upload "$GITHUB_REF_NAME" target/release/kelp
                """)
                .file("docker/Dockerfile", "FROM alpine:3.22\n")
                .file("packaging/Dockerfile.debian", "FROM debian:trixie\n")
                .file("docker/Dockerfile.dockerignore", "*\n"));
        assertThat(image(proposal)).isEmpty();
        assertThat(open(proposal))
                .contains("'docker/Dockerfile', 'packaging/Dockerfile.debian' stay as they are; found nothing that "
                        + "builds a release image from them");
    }

    /** What a release builds is no file that nothing builds, whichever image it is for. */
    @Test
    void thoseOfFurtherImagesAreListedWithTheStepThatBuildsThem() throws NoProposal {
        Proposal proposal = proposal(workflow(crate(""), """
                image:
                  runs-on: ubuntu-latest
                  strategy: { matrix: { include: [{ file: Containerfile }, { file: Containerfile.wolfi }] } }
                  steps:
                    - run: cargo build --release
                    - run: podman build --format docker --manifest kelp -f ${{ matrix.file }} target
                    - run: podman manifest push kelp ghcr.io/me/kelp:latest
                """)
                .file("Containerfile", "FROM debian:trixie-slim\nCOPY kelp /usr/bin/\n")
                .file("Containerfile.wolfi", "FROM cgr.dev/chainguard/wolfi-base\n")
                .file("Containerfile.spare", "FROM alpine\n"));
        assertThat(lost(proposal)).contains("docker Containerfile.wolfi a step of the release builds from it too");
        assertThat(open(proposal))
                .contains("'Containerfile.spare' stays as it is; found nothing that builds")
                .doesNotContain("wolfi");
    }

    /** An edition may be built first; the config describes what people get who name none. */
    @Test
    void theDockerfileOfTheImageWithThePlainTagsTellsTheBase() throws NoProposal {
        Proposal proposal = proposal(workflow(crate(""), """
                alpine:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: docker buildx build --push -t ghcr.io/me/kelp:$GITHUB_REF_NAME-alpine docker/alpine
                plain:
                  runs-on: ubuntu-latest
                  steps:
                    - run: docker buildx build --push -t ghcr.io/me/kelp:$GITHUB_REF_NAME docker/plain
                """)
                .file("docker/alpine/Dockerfile", "FROM alpine:3.22\nCOPY kelp /usr/bin/\n")
                .file("docker/plain/Dockerfile", "FROM debian:trixie-slim\nCOPY kelp /usr/bin/\n"));
        assertThat(proposal.config()).contains("base: debian:trixie-slim");
        assertThat(lost(proposal)).contains("docker docker/alpine/Dockerfile a step of the release builds from it too");
    }

    @Test
    void whatGoReleaserBuildsIsNoFileThatNothingBuilds() throws NoProposal {
        Proposal proposal = proposal(repository()
                .file("go.mod", "module github.com/me/reed\n\ngo 1.26\n")
                .file("main.go", "package main\n\nfunc main() {}\n")
                .file(".goreleaser.yml", """
                        dockers:
                          - image_templates: ['ghcr.io/me/reed:{{ .Tag }}']
                            dockerfile: release.Dockerfile
                          - { image_templates: ['ghcr.io/me/reed:{{ .Tag }}-debug'], dockerfile: "./Dockerfile.{{ .Env.KIND }}" }
                        # dockerfile: Dockerfile.old
                        env: [KIND=debug]
                        """)
                .file("release.Dockerfile", "FROM scratch\nCOPY reed /\n")
                .file("Dockerfile.debug", "FROM busybox\nCOPY reed /\n")
                .file("Dockerfile.dev", "FROM golang\n")
                .file("Dockerfile.old", "FROM golang\n"));
        assertThat(open(proposal))
                .contains("'Dockerfile.dev', 'Dockerfile.old' stay as they are")
                .doesNotContain("debug", "release.D");
    }

    @Test
    void aPlatformThatTheBaseCannotRunIsReportedAsLost() throws NoProposal {
        Proposal proposal =
                proposal(workflow(crate(""), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        for target in x86_64-unknown-linux-musl aarch64-unknown-linux-gnu; do
                          cargo build --release --target $target
                          tar czf kelp-$target.tar.gz -C target/$target/release kelp
                        done
                    - run: gh release upload "$GITHUB_REF_NAME" *.tar.gz
                    - run: docker buildx build . --platform linux/amd64,linux/arm64 --push -t ghcr.io/me/kelp:1
                """).file("Dockerfile", "FROM alpine:3.22\nCOPY kelp /usr/bin/\n"));
        assertThat(proposal.config()).contains("base: alpine:3.22").contains("platforms: [linux/amd64]");
        assertThat(proposal.remarks())
                .anySatisfy(remark -> assertThat(remark.kind() + remark.key() + remark.value())
                        .isEqualTo("LEFTdocker.platformslinux/arm64"));
    }

    @Test
    void theAddressOfAPublicRegistryIsKnown() throws NoProposal {
        Proposal proposal = proposal(workflow(crate("").file("Dockerfile", "FROM debian:trixie\n"), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - id: login
                      uses: aws-actions/amazon-ecr-login@v2
                      with: { registry-type: public }
                    - run: cargo build --release
                    - uses: docker/build-push-action@v6
                      with: { push: true, tags: '${{ steps.login.outputs.registry }}/me/kelp:1' }
                """));
        assertThat(proposal.config()).contains("image: public.ecr.aws/me/kelp");
    }

    @Test
    void theDockerfileIsThatOfTheImageInTheConfig() throws NoProposal {
        Proposal proposal = proposal(workflow(crate(""), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/build-push-action@v6
                      with: { outputs: 'type=image,name=ghcr.io/me/kelp,push-by-digest=true,push=true' }
                plugin:
                  runs-on: ubuntu-latest
                  steps:
                    - run: docker buildx build --push -t ghcr.io/me/kelp-plugin:latest plugin
                """)
                .file("Dockerfile", "FROM debian:trixie-slim\nCOPY kelp /usr/bin/\n")
                .file("plugin/Dockerfile", "FROM debian:bookworm\nCOPY kelp /usr/bin/\n"));
        assertThat(image(proposal)).contains("base: debian:trixie-slim");
    }

    @Test
    void anImageThatALaterCommandPushesHasThePlatformsOfItsBuild() throws NoProposal {
        Proposal proposal =
                proposal(workflow(crate(""), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - run: cargo build --release
                    - run: buildah build --manifest kelp --platform linux/amd64,linux/s390x/v8 .
                    - run: buildah manifest push kelp --all docker://ghcr.io/me/kelp:$GITHUB_REF_NAME
                """).file("Dockerfile", "FROM debian:12\nCOPY kelp /usr/bin/\n"));
        assertThat(lost(proposal))
                .contains("docker.platforms linux/s390x/v8 the new release builds no image for this platform");
    }

    @Test
    void featuresOfProgramsThatAJobCompilesForAnImageAreSaid() throws Exception {
        Proposal proposal = proposal(workflow(crate("[features]\nwet = []\n"), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --all-features
                    - run: cargo build --release --features wet
                    - uses: docker/build-push-action@v6
                      with: { push: true, context: ., tags: ghcr.io/me/kelp:1 }
                """)
                .file(
                        "Dockerfile",
                        "FROM debian:trixie-slim\nCOPY target/release/kelp /usr/bin/\nENTRYPOINT [\"kelp\"]\n"));
        assertThat(lost(proposal))
                .contains("docker cargo build --features wet the new image contains the programs of the archives")
                .doesNotContain("all-features");
    }
}
