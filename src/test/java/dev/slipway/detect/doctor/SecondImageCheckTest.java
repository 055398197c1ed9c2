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
                .isEqualTo(
                        FILE + " also pushes 'ghcr.io/otto-rs/otto' at tags such as 'v1.2.3', so the last push decides "
                                + "what people pull");
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
