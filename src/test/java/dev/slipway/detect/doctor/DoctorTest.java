package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.ReleaseGrammars;
import dev.slipway.detect.doctor.Setup.Image;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advice about tags, other workflows, notes, images and files of a release. */
class DoctorTest extends WithHealthyCrate {
    @Test
    void aHealthyReleaseGetsNoAdvice() {
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void tagsThatStartNoReleaseAreNamedWithAPatternThatFits() {
        crate.sample.git("tag", "1.0.0");
        assertThat(crate.only("tags").message())
                .isEqualTo("the newest release tag is '1.0.0', but pushing such a tag starts no release: 'v*' does not "
                        + "match it");
        assertThat(crate.only("tags").help()).startsWith("write 'tag: \"[0-9]+.[0-9]+.[0-9]+*\"' in slipway.yml");
    }

    @Test
    void tagsOfAnEarlierStyleAreNotTheNewest() {
        crate.tags = new Setup.Tags(
                List.of("2*"),
                name -> name.startsWith("2"),
                name -> name.startsWith("2"),
                ReleaseGrammars.TAG::matches,
                "a version",
                "26.03",
                "26.03",
                false);
        crate.sample.git("tag", "1.9.0").git("tag", "26.03.2");
        assertThat(crate.examine())
                .extracting(Advice::message)
                .noneMatch(message -> message.startsWith("the newest release tag is '1.9.0'"));
    }

    @ParameterizedTest
    @CsvSource({
        "otto@1.2.3,          write 'tag: otto@*' in slipway.yml",
        "@otto-rs/otto@1.2.3, write 'tag: \"@otto-rs/otto@*\"' in slipway.yml",
        "otto#1.2.3,          no config releases such tags: push tags such as 'v1.2.3' from now on",
        "выпуск-1.2.3,        no config releases such tags: push tags such as 'v1.2.3' from now on",
        "'otto,25.07',        no config releases such tags: push tags such as 'v1.2.3' from now on",
    })
    void aPatternIsAdvisedIfAConfigTakesIt(String tag, String help) {
        crate.tags = new Setup.Tags(
                List.of("v*"),
                name -> name.startsWith("v"),
                name -> name.startsWith("v"),
                ReleaseGrammars.TAG::matches,
                "a version",
                "v1.2.3",
                "1.2.3",
                false);
        crate.sample.git("tag", tag);
        assertThat(crate.only("tags").help()).startsWith(help);
    }

    @Test
    void theConfigOfDistGoesWithItsWorkflow() {
        crate.sample.file("dist-workspace.toml", "[dist]\ntargets = [\"x86_64-unknown-linux-musl\"]\n");
        assertThat(crate.only("second-release").severity()).isEqualTo(Severity.WARNING);
        crate.sample.file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs: { host: { runs-on: ubuntu-latest, steps: [{ run: dist host --steps=create }] } }
                """);
        assertThat(crate.only("second-release").severity()).isEqualTo(Severity.ERROR);
        assertThat(crate.only("second-release").help())
                .endsWith("and delete 'dist-workspace.toml', from which dist writes it again");
    }

    @Test
    void theTableOfDistInAManifestIsItsConfig() {
        crate.sample.file(
                "Cargo.toml",
                "[package]\nname = \"otto\"\nversion = \"1.0.0\"\nrust-version = \"1.90\"\n"
                        + "[workspace.metadata.dist]\ntargets = [\"x86_64-unknown-linux-musl\"]\n");
        assertThat(crate.only("second-release").message()).contains("'Cargo.toml [workspace.metadata.dist]'");
    }

    @Test
    void aReleaseThatAPersonPublishesStartsOtherWorkflows() {
        crate.sample.file(".github/workflows/upload.yml", """
                on: { release: { types: [published] } }
                jobs: { up: { runs-on: ubuntu-latest, steps: [{ run: gh release upload $GITHUB_REF_NAME otto }] } }
                """);
        assertThat(crate.only("second-release").severity()).isEqualTo(Severity.WARNING);
        crate.tags = new Setup.Tags(
                List.of("v*"), tag -> true, tag -> true, tag -> true, "a version", "v1.2.3", "1.2.3", true);
        assertThat(crate.only("second-release").severity()).isEqualTo(Severity.ERROR);
        assertThat(crate.only("second-release").message()).contains("also releases when somebody publishes a release");
    }

    @Test
    void aReleaseWhoseTextNobodyHasWrittenIsAnError() {
        crate.changelog = true;
        assertThat(crate.only("changelog").message())
                .isEqualTo("the release notes come from CHANGELOG.md, but this file is missing");

        crate.sample.file("CHANGELOG.md", "# Changelog\n");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void whatAnImageTakesIsCommitted() {
        crate.sample.file("etc/otto.toml", "log = 1\n");
        crate.image = Optional.of(
                new Image(List.of("ghcr.io/otto-rs/otto"), "debian:bookworm-slim", List.of("src", "etc/otto.toml")));
        assertThat(crate.only("image-files").message())
                .isEqualTo("the image copies 'etc/otto.toml', which is not committed");
        crate.sample.git("add", "etc/otto.toml");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void anImageOfSomebodyElseIsAWarning() {
        crate.image = Optional.of(new Image(List.of("ghcr.io/other/team/otto"), "debian:bookworm-slim", List.of()));
        assertThat(crate.only("package"))
                .extracting(Advice::severity, Advice::message)
                .containsExactly(Severity.WARNING, "the image belongs to 'other', but the repository to 'otto-rs'");
        crate.image = Optional.of(new Image(List.of("ghcr.io/Otto-RS/otto"), "debian:bookworm-slim", List.of()));
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaidFirst() {
        crate.sample.file("Cargo.toml", "[package\n");
        assertThat(crate.examine().get(0).rule()).isEqualTo("unreadable");
    }

    @Test
    void findsPatternsOfFilesThatMatchNothing() {
        crate.sample.file("LICENSE-MIT", "MIT").file("doc/man/otto.1", ".TH").committed();
        crate.files = List.of("LICENSE-*", "doc", "doc/man/", "doc/*/otto.1", "{out-dir}/otto.fish", "Cargo.toml");
        assertThat(crate.examine()).isEmpty();

        crate.files = List.of("LICENCE-*", "doc/*.1");
        assertThat(crate.examine())
                .extracting(Advice::message)
                .containsExactly(
                        "the release needs 'LICENCE-*', but no committed file matches it",
                        "the release needs 'doc/*.1', but no committed file matches it");
    }
}
