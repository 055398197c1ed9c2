package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Examples;
import dev.slipway.source.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasePlannerTest {
    private static final String BASE = "repository: a/otto\nrust: {}\n";

    private static ReleasePlan plan(String text) {
        return Examples.generate(config(text)).plan();
    }

    private static List<Finding> findings(String text) {
        return Examples.findings(config(text));
    }

    private static String config(String text) {
        return BASE + text.replace('⏎', '\n') + "\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tag: '!v*' | 3:6 every pattern excludes tags, and none starts a release | add one such as 'v*' before them",
                "tag: ['!v*-x', v*] | 3:7 '!v*-x' excludes nothing: no pattern before it includes a tag | move it down",
                "tag: [v*, '!v*'] | 3:11 the patterns exclude every tag that they include | exclude less, as in "
                        + "'!v*-nightly'",
                "tag: v1.2 | 3:6 no version matches 'v1.2' | a tag is 'v' and a version such as 1.2.3 or 1.2.3-rc.1: "
                        + "write 'v*'",
                "tag: nightly-*-x+ | 3:6 no version matches 'nightly-*-x+' | a tag is 'nightly-' and a version such "
                        + "as 1.2.3 or 1.2.3-rc.1: write 'nightly-*'",
                "release: { trigger: [tag, published] } | 3:27 'published' cannot be combined with other triggers, "
                        + "which create the release themselves | keep either 'published' or the others",
                "release: { trigger: [call, published] } | 3:28 'published' cannot be combined with other triggers, "
                        + "which create the release themselves | keep either 'published' or the others",
                "tag: [v*, '!v*-x']⏎release: { trigger: call } | 3:11 the pattern has no effect: only pushed tags are "
                        + "compared with patterns | remove the pattern, or add 'tag' to release.trigger",
                "release: { trigger: published, draft: keep } | 3:32 no effect with 'trigger: published': the person "
                        + "who publishes the release decides this | remove the key, or use another trigger",
                "release: { trigger: published, notes: changelog } | 3:32 no effect with 'trigger: published': the "
                        + "person who publishes the release decides this | remove the key, or use another trigger",
                "release: { trigger: published, title: x } | 3:32 no effect with 'trigger: published': the person who "
                        + "publishes the release decides this | remove the key, or use another trigger",
                "tag: [v*, '!v*-x']⏎release: { trigger: dispatch } | 3:11 the pattern has no effect: only pushed tags "
                        + "are compared with patterns | remove the pattern, or add 'tag' to release.trigger",
                "sign: true | 3:7 'sign' signs the image, but there is no image | add 'docker: {}', or write 'attest: "
                        + "true' to prove where the archives are from",
            })
    void whatCannotBeIsExplained(String text, String message, String help) {
        assertThat(findings(text))
                .extracting(finding -> finding.position() + " " + finding.message(), Finding::help)
                .containsExactly(tuple(message, help));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "go: {} | the version is not in the sources of Go stable | remove the key: the tag is the version",
                "command: { build: make } | the version is not in the sources of 'make' | remove the key, or add a "
                        + "command that prints it, such as 'version: cat VERSION' under 'command'",
            })
    void aVersionThatNothingSaysCannotBeCompared(String toolchain, String message, String help) {
        assertThat(Examples.findings("repository: a/otto\n" + toolchain + "\nrelease: { version-check: true }\n"))
                .extracting(Finding::message, Finding::help)
                .containsExactly(tuple(message, help));
        assertThat(Examples.findings("repository: a/otto\n" + toolchain + "\nrelease: { trigger: dispatch }\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tag: [v*, '!v*-nightly']",
                "tag: [v*, '!v0.*', '!v1.*']",
                "tag: '[0-9]+.[0-9]+.[0-9]+'",
                "tag: '[0-9]+.[0-9]+.[0-9]+*'",
                "tag: 'v[0-9]+.[0-9]+.[0-9]+-rc*'",
                "tag: v*-rc.*",
                "tag: v*.*.*",
                "tag: otto-v*",
                "tag: 'v[1-9].*'",
                "tag: 'v[0-9]*'",
                "tag: v1.*",
                "tag: '*'",
                "tag: '**'",
            })
    void tagsThatProjectsUseAreTaken(String tags) {
        assertThat(findings(tags)).isEmpty();
        TagRule rule = plan(tags).tags();
        assertThat(rule.starts(rule.example().name())).isTrue();
    }

    @Test
    void theLastPatternThatMatchesATagDecides() {
        TagRule tags = plan("tag: [v*, '!v*-*', v*-rc.*]").tags();
        assertThat(tags.starts("v1.2.3")).isTrue();
        assertThat(tags.starts("v1.2.3-nightly")).isFalse();
        assertThat(tags.starts("v1.2.3-rc.1")).isTrue();
    }

    @Test
    void nothingLooksAtTheVersionFirstUnlessSomebodyAsks() {
        assertThat(plan("docker: {}").versionFirst()).isFalse();
        assertThat(plan("release: { draft: keep, title: '{name} {version}', environment: x }")
                        .versionFirst())
                .isFalse();
        assertThat(plan("attest: true⏎sbom: spdx").versionFirst()).isFalse();
        assertThat(plan("release: { latest: newest }").versionFirst()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release: { trigger: published }",
                "release: { trigger: [tag, dispatch] }",
                "release: { trigger: [tag, call] }",
                "release: { trigger: call }",
                "release: { version-check: true }",
                "release: { notes: changelog }",
                "release: { notes: git-cliff }",
            })
    void whatMustBeKnownBeforeBuildingIsLookedAtFirst(String text) {
        assertThat(plan(text).versionFirst()).isTrue();
    }

    @Test
    void aTypedVersionIsComparedWithTheManifestUnlessSomebodyObjects() {
        assertThat(plan("release: { trigger: dispatch }").release().versionCheck())
                .isTrue();
        assertThat(plan("release: { trigger: dispatch, version-check: false }")
                        .release()
                        .versionCheck())
                .isFalse();
        assertThat(plan("").release().versionCheck()).isFalse();
        assertThat(plan("release: { trigger: call }").release().versionCheck()).isFalse();
    }

    @Test
    void theListOfComponentsIsAnAssetWithAChecksum() {
        assertThat(plan("targets: linux-amd64⏎sbom: cyclonedx").assets("v1.0.0"))
                .containsExactly(
                        "otto-v1.0.0-linux-amd64.tar.gz",
                        "otto-v1.0.0-linux-amd64.tar.gz.sha256",
                        "otto-v1.0.0.cdx.json",
                        "otto-v1.0.0.cdx.json.sha256");
    }

    @Test
    void whatARepositoryMustAllowIsTold() {
        assertThat(RequiredSetting.of(plan("release: { trigger: dispatch, environment: prod }⏎attest: true")))
                .extracting(RequiredSetting::where)
                .contains("Repository: Environments", "Repository: Rules, Rulesets", "Repository: General");
        assertThat(RequiredSetting.of(plan("release: { trigger: [tag, call], environment: prod }")))
                .extracting(RequiredSetting::what)
                .anyMatch(what -> what.contains("let the release's branches and tags deploy"));
        assertThat(RequiredSetting.of(plan("")))
                .extracting(RequiredSetting::where)
                .containsExactly("Repository: Actions, General", "Organization: Actions, General");
    }
}
