package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is pushed with an image in addition to its tags: platforms, labels, proofs, and images of other builds. */
class PushedPartsTest extends PushedImages {
    @Test
    void jobsThatPushPartsOfOneImageByDigestBuildItsPlatforms() throws Exception {
        String part = """
                %s:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/build-push-action@v6
                      with: { platforms: linux/%s, outputs: 'type=image,name=ghcr.io/me/%s,push-by-digest=true,push=true' }
                """;
        Proposal proposal = proposal(release(BUILD
                        + part.formatted("amd", "amd64", "kelp")
                        + part.formatted("weed", "riscv64", "weed")
                        + part.formatted("arm", "arm64", "kelp") + """
                joined:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/metadata-action@v5
                      with: { images: ghcr.io/me/kelp, tags: 'type=semver,pattern={{version}}' }
                    - run: docker buildx imagetools create $(jq -r .tags <<< "$DOCKER_METADATA_OUTPUT_JSON")
                """)
                .file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/kelp\n"));
        assertThat(proposal.config()).contains("docker:").doesNotContain("platforms");
    }

    @Test
    void whatIsAttachedToTheImageIsListedWithTheKeyThatAttachesIt() throws Exception {
        Proposal proposal = image("""
                - uses: docker/build-push-action@v6
                  with:
                    push: true
                    tags: ghcr.io/me/kelp:${{ github.ref_name }}
                    sbom: true
                    provenance: mode=max
                    annotations: manifest:org.opencontainers.image.vendor=me
                - uses: actions/attest-build-provenance@v3
                  with: { subject-name: ghcr.io/me/kelp, push-to-registry: true }
                - run: cosign sign --yes ghcr.io/me/kelp@sha256:0
                """);
        assertThat(proposal.config()).contains("attest: true");
        assertThat(lost(proposal))
                .contains(
                        "docker sbom: true attached to the image only with the key 'sbom'",
                        "docker provenance: mode=max attached to the image only with the key 'attest'",
                        "docker annotations no config key for it",
                        "docker cosign sign attached to the image only with the key 'sign'")
                .doesNotContain("actions/attest-build-provenance");
        assertThat(lost(image("""
                - uses: docker/build-push-action@v6
                  with: { push: true, tags: 'ghcr.io/me/kelp:latest', sbom: false, provenance: true }
                """))).doesNotContain("attached");
    }

    @Test
    void optionsOfACommandAttachTheSame() throws Exception {
        assertThat(lost(image("""
                - run: |
                    docker buildx build --push --sbom=true --provenance mode=max,builder-id=me --annotation a=b \\
                      -t ghcr.io/me/kelp:$GITHUB_REF_NAME .
                """)))
                .contains(
                        "docker sbom: true attached to the image only with the key 'sbom'",
                        "docker provenance: mode=max,builder-id=me attached to the image only with the key 'attest'",
                        "docker annotations no config key for it");
    }

    @Test
    void platformsOfAllRowsOfAMatrixAreThoseOfTheImage() throws Exception {
        Proposal proposal =
                proposal(release(BUILD + """
                image:
                  runs-on: ubuntu-latest
                  strategy: { matrix: { arch: [arm64, amd64] } }
                  steps:
                    - uses: docker/build-push-action@v6
                      with:
                        push: true
                        platforms: linux/${{ matrix.arch }}
                        tags: ghcr.io/me/kelp:${{ github.sha }}-${{ matrix.arch }}
                """).file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/kelp\n"));
        assertThat(proposal.config()).contains("docker:").doesNotContain("platforms:");
    }

    /** A Dockerfile may leave labels to the workflow. */
    @Test
    void labelsOfTheWorkflowAreThoseOfTheImage() throws Exception {
        Proposal proposal = image("""
                - uses: docker/metadata-action@v5
                  with:
                    images: ghcr.io/me/kelp
                    labels: |
                      org.opencontainers.image.vendor=Me & Co
                      org.opencontainers.image.title=kelp
                      org.opencontainers.image.url=https://kelp.example
                      org.opencontainers.image.licenses=(MIT)
                      org.opencontainers.image.source=https://kelp.example/git
                      org.example.run=${{ github.run_id }}
                - uses: docker/build-push-action@v6
                  with:
                    push: true
                    tags: ghcr.io/me/kelp:${{ github.ref_name }}
                    labels: org.example.team=sea
                - run: docker buildx build -t ghcr.io/me/kelp:try --label org.example.team=land .
                """);
        assertThat(proposal.config())
                .contains(
                        "org.opencontainers.image.vendor: \"Me & Co\"",
                        "org.opencontainers.image.url: https://kelp.example",
                        "org.opencontainers.image.licenses: \"(MIT)\"",
                        "org.example.team: sea")
                .doesNotContain("title", "image.source");
        assertThat(lost(proposal)).contains("docker LABEL org.example.run=… known only during a run");
    }

    @Test
    void imagesOfBuildsBetweenReleasesAreNotThoseOfTheRelease() throws Exception {
        String push = """
                on: %s
                jobs:
                  image:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: docker/build-push-action@v6
                        with: { push: true, tags: 'ghcr.io/me/kelp:%s' }
                      - run: gh release upload %s kelp.txt
                """;
        Proposal proposal = proposal(release(BUILD)
                .file(".github/workflows/image.yml", push.formatted("{ release: {} }", "${{ github.ref_name }}", "v1"))
                .file(".github/workflows/nightly.yml", push.formatted("{ schedule: [] }", "nightly", "nightly"))
                .file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/kelp\n"));
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("nightly.yml' builds between releases");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.tags {tag}");
        assertThat(lost(proposal)).doesNotContain("nightly");
    }

    @Test
    void aReleaseThatPushesToABranchStartTagsImagesByTheBranch() throws Exception {
        Proposal proposal = proposal(crate("")
                .file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/kelp\n")
                .file(
                        ".github/workflows/build.yml",
                        "on: { push: { branches: [trunk] }, pull_request: {} }\njobs:\n" + (BUILD + """
                                image:
                                  runs-on: ubuntu-latest
                                  steps:
                                    - uses: docker/metadata-action@v5
                                      id: meta
                                      with: { images: me/kelp }
                                    - uses: docker/build-push-action@v6
                                      with: { push: true, tags: '${{ steps.meta.outputs.tags }}' }
                                """).indent(2)));
        assertThat(said(proposal, Remark.Kind.TAKEN)).doesNotContain("docker.tags");
        assertThat(lost(proposal)).contains("docker.tags trunk not pushed by the new release");
    }
}
