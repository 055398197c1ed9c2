package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.doctor.Setup.Image;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondImageCheckTest {
    private static final String FILE = ".github/workflows/container.yml";

    @TempDir
    Path directory;

    private HealthyCrate crate;

    @BeforeEach
    void aCrateWithAnImage() {
        crate = new HealthyCrate(directory);
        crate.image = Optional.of(
                new Image(List.of("ghcr.io/Otto-rs/otto", "docker.io/otto/otto"), "debian:bookworm-slim", List.of()));
    }

    private void workflow(String on, String... steps) {
        crate.sample.file(
                FILE,
                "on: " + on + "\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - "
                        + String.join("\n      - ", steps) + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ uses: docker/build-push-action@v6, with: { push: true, tags: 'ghcr.io/otto-rs/otto:latest' } }",
                "{ uses: docker/build-push-action@v6, with: { outputs: 'type=image,name=ghcr.io/otto-rs/otto,push=true' } }",
                "{ uses: redhat-actions/push-to-registry@v2, with: { registry: ghcr.io/otto-rs, image: otto } }",
                "{ run: docker buildx build --push -t ghcr.io/otto-rs/otto:$GITHUB_REF_NAME . }",
                "{ run: docker push otto/otto:latest && docker push docker.io/otto/otto:latest }",
                "{ run: docker push otto/otto:latest }",
                "{ env: { KO_DOCKER_REPO: ghcr.io/otto-rs/otto }, run: 'ko build --bare -t latest,$GITHUB_REF_NAME ./cmd/otto' }",
                "{ env: { KO_DOCKER_REPO: ghcr.io/otto-rs }, run: ko publish -B ./cmd/otto }",
                "{ run: 'export KO_DOCKER_REPO=ghcr.io/otto-rs/otto; ko build --bare .' }",
                "{ run: 'crane copy quay.io/otto/otto:latest ghcr.io/otto-rs/otto:latest' }",
                "{ run: 'crane push image.tar ghcr.io/otto-rs/otto:latest' }",
                "{ run: 'crane tag ghcr.io/otto-rs/otto:main $GITHUB_REF_NAME' }",
                "{ run: 'skopeo copy --all oci-archive:otto.tar docker://ghcr.io/otto-rs/otto:latest' }",
                "{ run: 'nix run .#image.copyTo -- docker://ghcr.io/otto-rs/otto:latest' }",
                "{ run: 'regctl image copy otto/edge ghcr.io/otto-rs/otto' }",
                "{ run: 'docker buildx imagetools create -t ghcr.io/otto-rs/otto:latest ghcr.io/otto-rs/otto@sha256:0' }",
                "{ run: '/kaniko/executor --context . --destination=ghcr.io/otto-rs/otto:latest' }",
                "{ run: 'docker run gcr.io/kaniko-project/executor:v1 --destination ghcr.io/otto-rs/otto:latest' }",
                "{ run: 'pack build ghcr.io/otto-rs/otto:latest --builder paketobuildpacks/builder-jammy-base --publish' }",
                "{ run: 'mvn -B package jib:build -Djib.to.image=ghcr.io/otto-rs/otto:latest' }",
                "{ run: './gradlew jib --image=ghcr.io/otto-rs/otto' }",
                "{ run: 'gradle bootBuildImage --imageName=ghcr.io/otto-rs/otto --publishImage' }",
                "{ run: 'podman manifest push --all otto docker://ghcr.io/otto-rs/otto:latest' }",
                "{ run: 'buildah push otto docker://ghcr.io/otto-rs/otto:latest' }",
                "{ run: 'depot build --push --tag ghcr.io/otto-rs/otto:latest .' }",
                "{ uses: depot/build-push-action@v1, with: { push: true, tags: 'ghcr.io/otto-rs/otto:latest' } }",
                "{ uses: int128/kaniko-action@v1, with: { push: true, tags: 'ghcr.io/otto-rs/otto:latest' } }",
                "{ uses: docker/build-push-action@v1, with: { repository: otto-rs/otto, registry: ghcr.io, tags: latest } }",
                "{ uses: mr-smithers-excellent/docker-build-push@v6, with: { image: otto-rs/otto, registry: ghcr.io, tags: 'v1, latest' } }",
                "{ uses: akhilerm/tag-push-action@v2, with: { src: 'a/b:1', dst: 'ghcr.io/otto-rs/otto:latest' } }",
            })
    void aWorkflowThatPushesTheSameImageAtTheSameTagIsAnError(String step) {
        workflow("{ push: { tags: ['v*.*.*'] } }", step);
        Advice advice = crate.only("second-image");
        assertThat(advice.severity()).isEqualTo(Severity.ERROR);
        assertThat(advice.message()).startsWith(FILE + " also pushes '").contains("/otto' at tags such as 'v1.2.3'");
        assertThat(advice.help()).isEqualTo("delete it, or its jobs that push this image, before the next release");
        assertThat(advice.where()).contains(FoundAt.line(FILE, 6));
    }

    @Test
    void namesThatAnotherStepWorksOutAreThoseOfTheImage() {
        crate.sample.origin("https://github.com/otto-rs/otto.git");
        workflow(
                "{ push: { tags: ['v*'] }, pull_request: {} }",
                "{ id: meta, uses: docker/metadata-action@v5, with: { images: 'ghcr.io/${{ github.repository }}' } }",
                "{ uses: docker/build-push-action@v6, with: { push: \"${{ github.event_name != 'pull_request' }}\", tags: '${{ steps.meta.outputs.tags }}' } }");
        assertThat(crate.only("second-image").message())
                .isEqualTo(FILE
                        + " also pushes 'ghcr.io/otto-rs/otto' at tags such as 'v1.2.3'; for a tag that both push, the last push decides "
                        + "what people pull");
    }

    @Test
    void koPushesToTheRegistryThatItsActionSets() {
        crate.sample.origin("https://github.com/Otto-rs/otto.git");
        workflow("{ push: { tags: ['v*'] } }", "uses: ko-build/setup-ko@v0.9", "run: ko build --bare ./cmd/otto");
        assertThat(crate.only("second-image").message()).contains("also pushes 'ghcr.io/otto-rs/otto'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ env: { KO_DOCKER_REPO: ko.local }, run: ko build --bare . }",
                "{ env: { KO_DOCKER_REPO: ghcr.io/otto-rs/otto }, run: ko build --bare --push=false . }",
                "{ run: 'skopeo copy docker://ghcr.io/otto-rs/otto:latest oci-archive:otto.tar' }",
                "{ run: 'crane export ghcr.io/otto-rs/otto:latest otto.tar' }",
                "{ run: 'pack build ghcr.io/otto-rs/otto:latest' }",
                "{ run: 'mvn jib:dockerBuild -Djib.to.image=ghcr.io/otto-rs/otto' }",
                "{ run: 'docker buildx imagetools inspect ghcr.io/otto-rs/otto:latest' }",
            })
    void whatStaysOnTheMachineIsNoPush(String step) {
        workflow("{ push: { tags: ['v*'] } }", step);
        assertThat(crate.examine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ push: { branches: [main] } }",
                "{ push: { branches-ignore: [gh-pages] } }",
                "{ push: { tags-ignore: ['v*'] } }",
                "{ push: { tags: ['nightly'] } }",
                "{ schedule: [{ cron: '7 4 * * 1' }] }",
            })
    void aWorkflowThatNoTagOfAReleaseStartsIsNone(String on) {
        workflow(on, "{ uses: docker/build-push-action@v6, with: { push: true, tags: 'ghcr.io/otto-rs/otto:edge' } }");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void aBuildThatNobodyCanPullIsNone() {
        workflow(
                "{ push: { tags: ['v*'] } }",
                "{ uses: docker/metadata-action@v5, with: { images: ghcr.io/otto-rs/otto } }",
                "{ uses: docker/build-push-action@v6, with: { load: true, tags: 'ghcr.io/otto-rs/otto:test' } }");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void anotherImageIsAWarningAndNoneWithoutAnImageOfOurs() {
        workflow("push", "{ run: docker push quay.io/otto/otto-slim:latest }");
        assertThat(crate.only("second-image").severity()).isEqualTo(Severity.WARNING);
        assertThat(crate.only("second-image").message()).endsWith("under other names: 'quay.io/otto/otto-slim'");
        crate.image = Optional.empty();
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void aWorkflowThatAPublishedReleaseStartedDoesNotStartAnyMore() {
        workflow("{ release: { types: [published] } }", "{ run: docker push ghcr.io/otto-rs/otto:latest }");
        assertThat(crate.only("second-image").severity()).isEqualTo(Severity.WARNING);
        assertThat(crate.only("second-image").help())
                .isEqualTo("delete it, for the new release pushes 'ghcr.io/otto-rs/otto'");
        crate.tags = new Setup.Tags(
                List.of("v*"), tag -> true, tag -> true, tag -> true, "a version", "v1.2.3", "1.2.3", true);
        assertThat(crate.only("second-image").severity()).isEqualTo(Severity.ERROR);
        crate.image = Optional.empty();
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void aWorkflowThatReleasesTooIsToldOnce() {
        workflow(
                "{ push: { tags: ['v*'] } }",
                "{ run: docker push ghcr.io/otto-rs/otto:latest }",
                "{ run: gh release create v1 }");
        assertThat(crate.examine()).extracting(Advice::rule).containsExactly("second-release");
    }
}
