package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.Generator;
import dev.slipway.render.Renderer;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePlannerTest {
    private static final String BOTH = "targets: [linux-amd64, linux-arm64, linux-amd64-musl, linux-arm64-musl]\n";

    private static SourceText source(String more) {
        return new SourceText("slipway.yml", "repository: otto-rs/otto\nrust: {}\n" + more);
    }

    private static ReleasePlan plan(String more) {
        return new Generator(Renderer.standard()).generate(source(more)).plan();
    }

    private static Image image(String docker) {
        return plan(BOTH + "docker: " + docker + "\n").image().orElseThrow();
    }

    private static List<String> words(ImageVariant variant) {
        return variant.builds().stream().map(Build::platform).toList();
    }

    private static List<Finding> findings(String more) {
        InvalidSource invalid = catchThrowableOfType(InvalidSource.class, () -> plan(more));
        return invalid == null ? List.of() : invalid.findings();
    }

    @Test
    void eachVariantTakesTheProgramsThatItsBaseCanRun() {
        Image image = image("{ variants: [debian, alpine, distroless, scratch] }");

        assertThat(image.variants())
                .extracting(variant -> variant.base().image())
                .containsExactly(
                        "debian:bookworm-slim", "alpine:3.22", "gcr.io/distroless/cc-debian12:nonroot", "scratch");
        assertThat(image.variants())
                .extracting(ImagePlannerTest::words)
                .containsExactly(
                        List.of("linux-amd64", "linux-arm64"),
                        List.of("linux-amd64-musl", "linux-arm64-musl"),
                        List.of("linux-amd64", "linux-arm64"),
                        List.of("linux-amd64-musl", "linux-arm64-musl"));
        assertThat(image.variants())
                .extracting(ImageVariant::suffix)
                .containsExactly("", "-alpine", "-distroless", "-scratch");
        assertThat(image.variants()).extracting(ImageVariant::user).containsExactly("otto", "otto", "nonroot", "otto");
    }

    @Test
    void aLauncherThatIsAShellScriptNeedsAShellOrAnEntrypointThatIsNone() {
        String java = "name: slip\nrepository: a/slip\nmaven: {}\ntargets: linux-amd64\ndocker: { base: distroless";
        Finding finding = catchThrowableOfType(InvalidSource.class, () -> dev.slipway.Examples.generate(java + " }\n"))
                .findings()
                .get(0);
        assertThat(finding.message()).startsWith("'gcr.io/distroless/cc-debian12:nonroot' has no shell");
        assertThat(finding.help())
                .contains("entrypoint: [/opt/slip/lib/runtime/bin/java, -jar, /opt/slip/lib/app/slip.jar]");
        assertThat(dev.slipway.Examples.generate(
                                java
                                        + ", entrypoint: [/opt/slip/lib/runtime/bin/java, -jar, /opt/slip/lib/app/slip.jar] }\n")
                        .plan()
                        .image())
                .isPresent();
        assertThat(dev.slipway.Examples.generate(java.replace("{}", "{ native: target/slip }") + " }\n")
                        .plan()
                        .image())
                .isPresent();
    }

    @Test
    void distrolessIsTheStaticOneWhereNothingNeedsALibrary() {
        String config = "targets: linux-amd64-musl\ndocker: { base: distroless }\n";

        assertThat(plan(config).image().orElseThrow().usual().base().image())
                .isEqualTo("gcr.io/distroless/static-debian12:nonroot");
    }

    @Test
    void programsAreLinkedInTheOldestOfTheBases() {
        String config = "docker: { variants: { trixie: 'debian:trixie-slim', bookworm: 'debian:bookworm-slim' } }\n";

        assertThat(plan(config).groups().get(0).container()).contains("debian:bookworm");
    }

    @Test
    void aPinnedBaseIsBuiltInTheSystemOfItsTag() {
        String digest = "@sha256:" + "0123456789abcdef".repeat(4);

        assertThat(plan("docker: { base: 'debian:trixie-slim" + digest + "' }\n")
                        .groups()
                        .get(0)
                        .container())
                .contains("debian:trixie");
    }

    @Test
    void everyRegistryHasSecretsOfItsOwnButTheOneThatKnowsTheJob() {
        Image image = image("{ image: [ghcr.io/a/b, c/d, quay.io/e/f], login: { quay.io: 'Q_USER:Q_TOKEN' } }");

        assertThat(image.registries())
                .containsExactly(
                        new Registry("ghcr.io", "", ""),
                        new Registry("docker.io", "DOCKERHUB_USERNAME", "DOCKERHUB_TOKEN"),
                        new Registry("quay.io", "Q_USER", "Q_TOKEN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{ base: alpine } | 'alpine:3.22' has no GNU C library, which 'linux-amd64' and 'linux-arm64' need",
                "{ base: gcr.io/distroless/static-debian12 } | 'gcr.io/distroless/static-debian12' has no GNU C library",
                "{ base: debian, variants: [alpine] } | each variant has its own",
                "{ variants: [debain] } | unknown variant 'debain': no base image given",
                "{ base: distroless, user: otto } | has no user 'otto'",
                "{ base: distroless, user: root } | does not run as root",
                "{ platforms: linux/arm/v7 } | the image has no program for 'linux/arm/v7'",
                "{ image: docker.io/otto } | 'docker.io/otto' has no owner",
                "{ image: github.com/a/b } | 'github.com' is not the registry",
                "{ image: 'localhost:5000/a/b' } | a runner cannot push to 'localhost:5000'",
                "{ image: [a/b, docker.io/a/b] } | 'docker.io/a/b' is the same image as 'a/b'",
                "{ image: [quay.io/a/b, gcr.io/a/b] } | the secret REGISTRY_TOKEN would be used for both quay.io and gcr.io",
                "{ login: { quay.io: 'A:B' } } | no image is pushed to 'quay.io'",
                "{ tags: [latest] } | no image tag is unique to a version",
                "{ tags: ['{major}.{minor}', 'sha-{sha}'] } | no image tag is unique to a version",
                "{ tags: ['{version}', '{sha}-{major}'] } | {sha} and {tag} cannot be combined",
                "{ files: { a: /b, c: /b } } | '/b' is already the place of 'a'",
                "{ files: { a: /usr/local/bin/otto } } | '/usr/local/bin/otto' is already the place of the program"
            })
    void saysWhatCannotBe(String docker, String message) {
        assertThat(findings("docker: " + docker + "\n")).anySatisfy(finding -> {
            assertThat(finding.message()).contains(message);
            assertThat(finding.help()).isNotBlank();
            assertThat(finding.span().start().line()).isEqualTo(3);
        });
    }

    /** A project may have pushed no other tags so far, and people see no more than before. */
    @ParameterizedTest
    @ValueSource(strings = {"{tag}", "v{version}", "v{major}.{minor}.{patch}"})
    void anyTagThatNoOtherVersionHasIsEnough(String tag) {
        assertThat(image("{ tags: ['" + tag + "'] }")
                        .references(image("{}").usual(), new Tag("v1.2.3", "1.2.3"), "c0ffee"))
                .containsExactly("ghcr.io/otto-rs/otto:v1.2.3");
    }

    @Test
    void variantsCannotHaveOneTag() {
        assertThat(findings(BOTH + "docker: { variants: [debian, alpine], tags: ['{version}', '{version}-alpine'] }\n"))
                .extracting(Finding::message)
                .containsExactly("the variants 'debian' and 'alpine' would both be '1.2.3-alpine'");
    }

    @Test
    void aBaseIsAtLeastAsNewAsTheSystemThatProgramsAreLinkedIn() {
        assertThat(findings("linux: { container: 'ubuntu:24.04' }\ndocker: {}\n"))
                .extracting(Finding::message)
                .containsExactly("'debian:bookworm-slim' has glibc 2.36, and 'linux-amd64' is linked with glibc 2.39 in"
                        + " 'ubuntu:24.04'");
    }

    @Test
    void aDigestAloneDoesNotSayWhatItIs() {
        String digest = "0123456789abcdef".repeat(4);

        assertThat(findings("docker: { base: 'debian@sha256:" + digest + "' }\n"))
                .anySatisfy(finding ->
                        assertThat(finding.message()).endsWith("has a digest but no tag, so its system is unknown"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files: { ../a: /b }",
                "files: { a: b }",
                "files: { a: /b/../c }",
                "files: { .git: /b }",
                "env: { A: '$B' }",
                "env: { A: 'a\"b' }",
                "labels: { a: '{{b}}' }",
                "tags: ['{version}', '{date}']",
                "expose: 0",
                "user: 'a b'",
                "smoke: { args: ['$(id)'] }",
                "login: { docker.io: A }",
                "login: { docker.io: 'GITHUB_A:B' }"
            })
    void takesNoTextThatWouldMeanSomethingElse(String docker) {
        assertThat(findings("docker: { " + docker + " }\n")).isNotEmpty();
    }
}
