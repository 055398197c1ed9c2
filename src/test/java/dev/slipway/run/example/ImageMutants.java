package dev.slipway.run.example;

import java.util.List;

/** Faults of images: their tags, platforms, labels and recipes, and what proves them. */
final class ImageMutants {
    private static final String MAKE = "command-make";
    private static final String ATTESTED = "attested";
    private static final String VARIANTS = "image-variants";
    private static final String DOCKERFILE = "Dockerfile";

    static final List<Mutant> ALL = List.of(
            Mutant.ofJob(
                    "an image tag of another kind",
                    MAKE,
                    "docker",
                    "type=semver,pattern={{raw}}",
                    "type=ref,event=branch"),
            Mutant.ofJob(
                    "an image tag by another pattern", MAKE, "docker", "pattern={{version}}", "pattern=v{{version}}"),
            Mutant.ofJob("an image tag left out", MAKE, "docker", "            type=sha\n", ""),
            Mutant.ofJob(
                    "an image tag more",
                    MAKE,
                    "docker",
                    "            type=sha\n",
                    "            type=sha\n            type=semver,pattern={{major}}\n"),
            Mutant.ofJob(
                    "a tag of the minor version that is never set",
                    MAKE,
                    "docker",
                    "enable=${{ steps.newest.outputs.minor }}",
                    "enable=false"),
            Mutant.ofJob(
                    "an image that is never the latest",
                    MAKE,
                    "docker",
                    "latest=${{ steps.newest.outputs.latest }}",
                    "latest=false"),
            Mutant.ofJob(
                            "a fix of an old version as the latest image",
                            MAKE,
                            "docker",
                            "latest=${{ steps.newest.outputs.latest }}",
                            "latest=true")
                    .by(Version.BACKPORT),
            Mutant.ofJob(
                            "a prerelease as the latest image",
                            MAKE,
                            "docker",
                            "echo \"latest=$(leads '')\"",
                            "echo latest=true")
                    .by(Version.PRERELEASE),
            Mutant.ofJob(
                    "an image of another name",
                    MAKE,
                    "docker",
                    "images: ghcr.io/windlass-dev/windlass",
                    "images: ghcr.io/windlass-dev/winch"),
            Mutant.ofJob(
                    "an image in another registry",
                    MAKE,
                    "docker",
                    "images: ghcr.io/windlass-dev/windlass",
                    "images: docker.io/windlass-dev/windlass"),
            Mutant.ofJob(
                    "one platform less",
                    MAKE,
                    "docker",
                    "platforms: linux/amd64,linux/arm64",
                    "platforms: linux/amd64"),
            Mutant.ofJob(
                    "one platform more",
                    MAKE,
                    "docker",
                    "platforms: linux/amd64,linux/arm64",
                    "platforms: linux/amd64,linux/arm64,linux/arm/v7"),
            Mutant.ofJob(
                    "another platform",
                    MAKE,
                    "docker",
                    "platforms: linux/amd64,linux/arm64",
                    "platforms: linux/amd64,linux/386"),
            Mutant.ofJob(
                    "a wrong build context",
                    MAKE,
                    "docker",
                    "build-contexts: binaries=binaries",
                    "build-contexts: binaries=built"),
            Mutant.ofJob(
                    "a build context of another name",
                    MAKE,
                    "docker",
                    "build-contexts: binaries=binaries",
                    "build-contexts: programs=binaries"),
            Mutant.ofJob("a wrong folder of the recipe", MAKE, "docker", "context: .", "context: docker"),
            Mutant.ofJob(
                    "an image without labels",
                    MAKE,
                    "docker",
                    "          labels: ${{ steps.meta.outputs.labels }}\n",
                    ""),
            Mutant.ofJob(
                    "a label of another license",
                    MAKE,
                    "docker",
                    "org.opencontainers.image.licenses=MIT",
                    "org.opencontainers.image.licenses=GPL-3.0-only"),
            Mutant.ofJob(
                    "an image that is not pushed",
                    MAKE,
                    "docker",
                    "outputs: type=image,push-by-digest=true,name-canonical=true,push=true",
                    "outputs: type=image"),
            Mutant.ofJob(
                    "tags that are not put on the image", MAKE, "docker", "docker buildx imagetools create", "true"),
            Mutant.ofJob("tags on another image", MAKE, "docker", "\"${tag%:*}@$DIGEST\"", "\"${tag%:*}:latest\""),
            Mutant.ofJob(
                    "a misspelt digest",
                    MAKE,
                    "docker",
                    "DIGEST: ${{ steps.push.outputs.digest }}\n          TAGS:",
                    "DIGEST: ${{ steps.build.outputs.digest }}\n          TAGS:"),
            Mutant.ofJob(
                    "programs in another folder than the image copies",
                    MAKE,
                    "docker",
                    "path: binaries/arm64",
                    "path: binaries/aarch64"),
            Mutant.ofJob(
                    "an image tried on a platform that it is not for",
                    MAKE,
                    "docker",
                    "            linux/arm64\n        run",
                    "            linux/s390x\n        run"),
            Mutant.in(
                    DOCKERFILE,
                    "a program of one processor for all",
                    MAKE,
                    "",
                    "${TARGETARCH}/windlass",
                    "amd64/windlass"),
            Mutant.in(
                    DOCKERFILE, "a program of another name", MAKE, "", "${TARGETARCH}/windlass", "${TARGETARCH}/winch"),
            Mutant.in(
                    DOCKERFILE, "a program of another stage", MAKE, "", "COPY --from=binaries", "COPY --from=programs"),
            Mutant.in(
                    DOCKERFILE,
                    "another program started",
                    MAKE,
                    "",
                    "ENTRYPOINT [\"/usr/local/bin/windlass\"]",
                    "ENTRYPOINT [\"/usr/local/bin/winch\"]"),
            Mutant.in(DOCKERFILE, "another user", MAKE, "", "\nUSER windlass\n", "\n"),
            Mutant.in(
                    DOCKERFILE,
                    "another base",
                    MAKE,
                    "",
                    "FROM scratch AS runtime",
                    "FROM debian:bookworm-slim AS runtime"),
            Mutant.in(DOCKERFILE, "a program that nobody may start", MAKE, "", "--chmod=755 ", ""),
            Mutant.ofJob(
                    "no attestation of the image",
                    ATTESTED,
                    "docker",
                    "      - name: Attest the provenance of the image\n",
                    "      - name: Attest the provenance of the image\n        if: false\n"),
            Mutant.ofJob(
                    "an attestation of another image",
                    ATTESTED,
                    "docker",
                    "subject-name: ghcr.io/otto-rs/otto",
                    "subject-name: ghcr.io/otto-rs/other"),
            Mutant.ofJob("no signature", ATTESTED, "docker", "cosign sign --yes \"$image@$DIGEST\"", "true"),
            Mutant.ofJob(
                    "a signature of a tag",
                    ATTESTED,
                    "docker",
                    "cosign sign --yes \"$image@$DIGEST\"",
                    "cosign sign --yes \"$image:latest\""),
            Mutant.ofJob("a variant without its suffix", VARIANTS, "docker", "suffix=-alpine,onlatest=true", "suffix="),
            Mutant.ofJob(
                    "a variant of the other recipe",
                    VARIANTS,
                    "docker",
                    "file: Dockerfile.alpine",
                    "file: Dockerfile"));

    private ImageMutants() {}
}
