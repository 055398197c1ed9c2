package dev.slipway.blueprint;

import static dev.slipway.blueprint.Drawn.input;
import static dev.slipway.blueprint.Drawn.names;
import static dev.slipway.blueprint.Drawn.permissions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Workflow;
import org.junit.jupiter.api.Test;

/** What a release signs and attests, and which jobs may do so. */
class ProofTest {
    private static final String BASE = "repository: a/otto\nrust: {}\ntargets: linux-amd64\n";

    private static Workflow release(String text) {
        return Examples.generate(BASE + text + "\n").blueprint().release();
    }

    @Test
    void whoSignsMaySignAndNobodyElse() {
        Workflow plain = release("docker: {}");
        assertThat(permissions(plain, "create-release")).containsExactly("contents: write");
        assertThat(permissions(plain, "docker")).containsExactly("contents: read", "packages: write");

        Workflow signed = release("docker: {}\nsign: true");
        assertThat(permissions(signed, "create-release")).containsExactly("contents: write");
        assertThat(permissions(signed, "docker"))
                .containsExactly("contents: read", "packages: write", "id-token: write");

        Workflow attested = release("docker: {}\nattest: true\nsbom: spdx");
        assertThat(permissions(attested, "create-release"))
                .containsExactly("contents: write", "id-token: write", "attestations: write");
        assertThat(permissions(attested, "build-linux")).containsExactly("contents: read");
        assertThat(permissions(attested, "sbom")).containsExactly("contents: read");
    }

    @Test
    void whatIsAttestedIsWhatPeopleDownload() {
        Workflow release = release("docker: { image: otto/otto }\nattest: true\nsbom: cyclonedx");
        assertThat(names(release, "create-release"))
                .containsSubsequence(
                        "Pack",
                        "Attest the provenance of the archives",
                        "Attest the components of the archives",
                        "Publish");
        assertThat(input(release, "create-release", "Attest the provenance of the archives", "subject-path"))
                .isEqualTo("dist/otto-${{ github.ref_name }}-linux-amd64.tar.gz");
        assertThat(input(release, "create-release", "Attest the components of the archives", "sbom-path"))
                .isEqualTo("dist/otto-${{ github.ref_name }}.cdx.json");
        assertThat(input(release, "docker", "Attest the provenance of the image", "subject-name"))
                .isEqualTo("index.docker.io/otto/otto");
        assertThat(input(release, "docker", "Attest the provenance of the image", "subject-digest"))
                .isEqualTo("${{ steps.push.outputs.digest }}");
        assertThat(names(release, "docker"))
                .containsSubsequence("Run the image on each platform", "Attest the provenance of the image");
    }

    @Test
    void eachNameOfAnImageIsSignedAndAttested() {
        Workflow release = release("docker: { image: [ghcr.io/a/otto, a/otto] }\nattest: true\nsign: true");
        assertThat(input(release, "docker", "Attest the provenance of the image, at ghcr.io/a/otto", "subject-name"))
                .isEqualTo("ghcr.io/a/otto");
        assertThat(input(release, "docker", "Attest the provenance of the image, at a/otto", "subject-name"))
                .isEqualTo("index.docker.io/a/otto");
        assertThat(Drawn.env(Drawn.run(Drawn.job(release, "docker"), "Sign the image")))
                .containsEntry("IMAGES", "ghcr.io/a/otto\na/otto");
    }
}
