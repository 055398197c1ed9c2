package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.blueprint.Drawn;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HatchesTest {
    private static final String RUST = "repository: a/otto\nrust: {}\ntargets: [linux-amd64, macos-arm64]\n";
    private static final String JOB =
            "runs-on: ubuntu-latest, timeout-minutes: 5, permissions: {}, steps: [{ name: X, run: x }]";

    @Test
    void aFurtherJobNeedsOursByTheirWords() {
        Workflow release = Examples.generate(RUST + "docker: {}\njobs: { a: { needs: [build, docker], " + JOB
                        + " }, b: { needs: [a, release], " + JOB + " } }\n")
                .blueprint()
                .release();
        assertThat(release.job("a").orElseThrow().neededIds()).containsExactly("build-linux", "build-macos", "docker");
        assertThat(release.job("b").orElseThrow().neededIds()).containsExactly("a", "create-release");
    }

    @Test
    void aFurtherJobMayNeedEveryJobOfTheRelease() {
        String config = RUST
                + "docker: {}\nsbom: spdx\nrelease: { trigger: dispatch, draft: until-complete }\narchive: { "
                + "generate: { x: '{bin} x' } }\n";
        Generation plain = Examples.generate(config);
        List<String> ours = Drawn.ids(plain.blueprint().release().jobs());
        assertThat(ours).isEqualTo(plain.plan().jobs());
        Workflow release = Examples.generate(config + "jobs: { a: { needs: " + ours + ", " + JOB
                        + " }, b: { needs: release, " + JOB + " } }\n")
                .blueprint()
                .release();
        assertThat(release.job("a").orElseThrow().neededIds()).isEqualTo(ours);
        assertThat(release.job("b").orElseThrow().neededIds()).containsExactly("publish-release");
        assertThat(ours)
                .allSatisfy(id -> assertThat(Examples.findings(config + "jobs: { " + id + ": { " + JOB + " } }\n"))
                        .extracting(Finding::message)
                        .containsExactly("'" + id + "' is a job that Slipway generates"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'jobs: { docker: { ' | 4:21 there is no job 'dokcer'",
                "'jobs: { release: { ' | 4:9 'release' is a job that Slipway generates",
            })
    void whatDoesNotFitIsSaidInItsPlace(String start, String message) {
        assertThat(Examples.findings(RUST + start + "needs: dokcer, " + JOB + " } }\n"))
                .extracting(finding -> finding.position() + " " + finding.message())
                .anyMatch(text -> text.endsWith(message.replaceFirst("^[0-9:]+ ", "")));
    }

    @Test
    void whatTheLinterFindsInAFurtherJobIsExplainedByTheConfig() {
        Generation generation = Examples.generate(RUST
                + "jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ "
                + "github.event.issue.title }}\n");
        List<Finding> findings = new Validator(LocalDate.of(2026, 11, 1)).check(generation);
        assertThat(findings)
                .extracting(Finding::rule, finding -> finding.help().replaceFirst(".*it comes from", ""))
                .contains(tuple("template-injection", " 'jobs.a.steps.0.run' at slipway.yml:8:14"));
    }

    @Test
    void aPermissionIsAddedToWhatAJobNeeds() {
        Generation generation = Examples.generate(RUST
                + "permissions: { release: { contents: write, discussions: write }, build: { contents: write } }\n");
        assertThat(Drawn.permissions(Drawn.job(generation, "create-release")))
                .containsExactly("contents: write", "discussions: write");
        assertThat(Drawn.permissions(Drawn.job(generation, "build-macos"))).containsExactly("contents: write");
        assertThat(Examples.findings(RUST + "permissions: { docker: { id-token: write } }\n"))
                .extracting(Finding::message)
                .containsExactly("permissions for an image, but there is no image");
    }

    private static Generation with(Map<String, String> templates) {
        return new Generator(new Overrides(templates)).generate(new SourceText("slipway.yml", RUST));
    }

    @Test
    void aScriptOfTheProjectsOwnIsRunInPlaceOfOurs() {
        Generation generation = with(Map.of("scripts/checksums.sh", "sha512sum dist/* > SUMS\r\n"));
        assertThat(Drawn.script(Drawn.job(generation, "create-release"), "Compute checksums"))
                .isEqualTo("sha512sum dist/* > SUMS");
        assertThat(generation.overrides().paths()).containsExactly(".slipway/templates/scripts/checksums.sh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workflow.yml.ftl | 'name: x\n[=.node.nam]' | .slipway/templates/workflow.yml.ftl:2:",
                "scripts/checksums.sh | 'true\nprintf %s \uD800' | .slipway/templates/scripts/checksums.sh:2:1: "
                        + "error: this line cannot be written as UTF-8",
                "workflow.yaml.ftl | x | .slipway/templates/workflow.yaml.ftl:1:1: error: there is no template "
                        + "'workflow.yaml.ftl'",
                "scripts/nothing.sh | x | .slipway/templates/scripts/nothing.sh:1:1: error: there is no template",
                "scripts/pack.sh | x | .slipway/templates/scripts/pack.sh:1:1: error: this file changes nothing",
                "scripts/smoke-test.sh | x | .slipway/templates/scripts/smoke-test.sh:1:1: error: this file changes nothing",
            })
    void aFaultIsNamedWithItsPlace(String name, String text, String start) {
        assertThatExceptionOfType(InvalidSource.class)
                .isThrownBy(() -> with(Map.of(name, text)))
                .satisfies(invalid ->
                        assertThat(invalid.findings().get(0).toString()).startsWith(start));
    }

    @Test
    void aScriptOfAnotherNameIsGuessed() {
        assertThatExceptionOfType(InvalidSource.class)
                .isThrownBy(() -> with(Map.of("scripts/make-deb.sh", "x")))
                .satisfies(invalid ->
                        assertThat(invalid.findings().get(0).help()).isEqualTo("did you mean 'scripts/make-debs.sh'?"));
    }
}
