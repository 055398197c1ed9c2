package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondReleaseCheckTest extends WithHealthyCrate {
    private static final String FILE = ".github/workflows/ship.yml";

    private void workflow(String on, String jobs) {
        crate.sample.file(FILE, "on: " + on + "\njobs:\n  ship: " + jobs + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "workflow_dispatch | 'workflow_dispatch'",
                "{ pull_request: { types: [closed] } } | 'pull_request'",
                "{ push: { branches: [main] }, workflow_dispatch: {} } | 'push', 'workflow_dispatch'",
            })
    void aReleaseThatNoTagStartsIsAWarning(String on, String events) {
        workflow(on, "{ runs-on: ubuntu-latest, steps: [{ run: gh release create v1.2.3 otto }] }");
        Advice advice = crate.only("second-release");
        assertThat(advice.severity()).isEqualTo(Severity.WARNING);
        assertThat(advice.message())
                .isEqualTo(FILE + " also releases; it starts at " + events + " (gh release create)");
        assertThat(advice.where()).contains(FoundAt.line(FILE, 3));
    }

    @Test
    void aConfigOfAnotherServiceThatMayReleaseIsNotChecked() {
        crate.sample.file(".circleci/config.yml", """
                jobs:
                  try: { steps: [{ run: "curl https://releases.example.org/x" }, { run: goreleaser release --snapshot }] }
                  ship: { steps: [{ run: goreleaser release }] }
                """);
        assertThat(crate.inspection("other workflows that release").missing())
                .contains(
                        "'.circleci/config.yml:3' mentions a release, but is a config of CircleCI, which is not followed "
                                + "here");
    }

    @Test
    void aStepThatOnlyABranchMayRunReleasesAtNoTag() {
        workflow(
                "[push, pull_request]",
                "{ runs-on: ubuntu-latest, steps: [{ run: cargo test }, "
                        + "{ if: \"github.event_name == 'push' && github.ref == 'refs/heads/main'\", "
                        + "uses: softprops/action-gh-release@v2, with: { tag_name: last-commit, prerelease: true, files: otto } }] }");
        assertThat(crate.examine()).noneMatch(advice -> advice.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ if: \"github.ref == 'refs/heads/main'\", runs-on: ubuntu-latest, steps: [{ run: gh release create v1 otto }] }",
                "{ if: \"github.event_name != 'pull_request' && github.ref_type == 'branch'\", runs-on: ubuntu-latest, "
                        + "steps: [{ run: gh release create v1 otto }] }",
                "{ if: \"startsWith(github.ref, 'refs/heads/')\", uses: ./.github/workflows/hull.yml }",
            })
    void aJobThatOnlyABranchMayRunReleasesAtNoTag(String job) {
        crate.sample.file(
                ".github/workflows/hull.yml",
                "on: workflow_call\njobs:\n  hull: { runs-on: ubuntu-latest, steps: [{ run: gh release create v1 otto }] }\n");
        workflow("push", job);
        assertThat(crate.only("second-release").message())
                .isEqualTo(FILE + " also releases; it starts at 'push' (gh release create)");
        workflow("push", job.replace("refs/heads/", "refs/tags/v").replace("'branch'", "'tag'"));
        assertThat(crate.only("second-release").message()).contains("at tags such as 'v1.2.3'");
    }

    @Test
    void aWorkflowThatOthersCallIsNotToBeDeleted() {
        crate.sample.file(
                ".github/workflows/look.yml",
                "on: pull_request\njobs: { look: { uses: ./.github/workflows/ship.yml } }\n");
        workflow(
                "{ workflow_call: {}, push: { tags: [v*] } }",
                "{ if: github.event_name == 'push', runs-on: ubuntu-latest, steps: [{ run: gh release create v1 otto }] }");
        assertThat(crate.only("second-release").help())
                .isEqualTo("delete its release jobs before the next tag; other workflows call the rest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "workflow_dispatch | go run ./tools/ci release | it starts at 'workflow_dispatch'",
                "{ push: { tags: [v*] } } | mage publish | at tags such as 'v1.2.3'",
            })
    void aProgramWithATokenThatWritesMayRelease(String on, String run, String when) {
        workflow(on, """
                { runs-on: ubuntu-latest, permissions: { contents: write }, steps: [
                    { run: %s, env: { GITHUB_TOKEN: '${{ github.token }}' } }] }""".formatted(run));
        Advice advice = crate.only("second-release");
        assertThat(advice.severity()).isEqualTo(Severity.WARNING);
        assertThat(advice.message()).contains(FILE + " may also release", when, "it calls '" + run + "'");
    }

    @Test
    void theGeneratedReleaseIsNoReasonToTrustATokenOfAnotherWorkflow() {
        crate.sample.file(
                ".github/workflows/release-and-publish.yml",
                "on: { push: { tags: [v*] } }\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: gh release create v1 }] } }\n");
        workflow(
                "{ push: { tags: [v*] } }",
                "{ runs-on: ubuntu-latest, steps: [{ uses: me/do@v1, with: { task: release, token: '${{ github.token }}' } }] }");
        assertThat(crate.examine())
                .extracting(Advice::message)
                .contains(FILE
                        + " may also release at tags such as 'v1.2.3': it calls 'me/do', which cannot be read here");
    }

    @Test
    void aProgramThatGetsNoTokenOrMayOnlyReadDoesNotRelease() {
        String step = "steps: [{ run: go run ./tools/ci release, env: { A: '${{ secrets.GITHUB_TOKEN }}' } }] }";
        workflow("workflow_dispatch", "{ runs-on: ubuntu-latest, permissions: { contents: read }, " + step);
        assertThat(crate.examine()).isEmpty();
        workflow(
                "workflow_dispatch",
                "{ runs-on: ubuntu-latest, permissions: { contents: write }, steps: [{ run: mage publish }] }");
        assertThat(crate.examine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -sfL https://goreleaser.com/static/run | bash -s -- release --clean",
                "curl -sL https://git.io/goreleaser | VERSION=v1.2.3 bash",
                "wget -qO- https://goreleaser.com/static/run | sh -s -- --rm-dist",
                "curl -sfL https://goreleaser.com/static/run -o run.sh && bash run.sh release",
                "bash <(curl -sfL https://goreleaser.com/static/run) release --clean",
                "VERSION=v2.4.0 bash <(wget -qO- https://goreleaser.com/static/run)",
            })
    void theScriptThatFetchesGoReleaserReleases(String run) {
        workflow("{ push: { tags: [v*] } }", "{ runs-on: ubuntu-latest, steps: [{ run: '" + run + "' }] }");
        assertThat(crate.only("second-release").message())
                .isEqualTo(FILE + " also releases at tags such as 'v1.2.3' (goreleaser release)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -sfL https://goreleaser.com/static/run | bash -s -- check",
                "curl -sfL https://goreleaser.com/static/run | bash -s -- release --snapshot",
                "bash <(curl -sfL https://goreleaser.com/static/run) build",
                "curl -sfL https://example.org/run | bash -s -- build",
            })
    void aScriptThatIsAskedForLessReleasesNothing(String run) {
        workflow("{ push: { tags: [v*] } }", "{ runs-on: ubuntu-latest, steps: [{ run: '" + run + "' }] }");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void buildsBetweenReleasesAndWorkflowsThatOthersCallAreNone() {
        workflow(
                "{ push: { branches: [main] } }",
                "{ runs-on: ubuntu-latest, steps: [{ uses: softprops/action-gh-release@v2, with: { tag_name: nightly, prerelease: true } }] }");
        assertThat(crate.examine()).isEmpty();
        workflow("workflow_call", "{ runs-on: ubuntu-latest, steps: [{ run: gh release create v1.2.3 }] }");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void aWorkflowOfAnotherRepositoryMayRelease() {
        workflow("{ push: { tags: ['v*'] } }", "{ uses: otto-rs/meta/.github/workflows/release.yml@main }");
        assertThat(crate.only("second-release").severity()).isEqualTo(Severity.WARNING);
        assertThat(crate.only("second-release").message())
                .startsWith(FILE + " may also release at tags such as 'v1.2.3': it calls 'otto-rs/meta/");
        workflow("push", "{ uses: otto-rs/meta/.github/workflows/lint.yml@main }");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void aPushThatOnlyBuildsIsNoRelease() {
        workflow(
                "{ push: {}, release: { types: [published] } }",
                "{ if: \"github.event_name == 'release'\", runs-on: ubuntu-latest, steps: [{ run: gh release upload $GITHUB_REF_NAME otto }] }");
        assertThat(crate.only("second-release").message()).contains(" starts at the event 'release' ");
        crate.tags = new Setup.Tags(
                List.of("v*"), tag -> true, tag -> true, tag -> true, "a version", "v1.2.3", "1.2.3", true);
        assertThat(crate.only("second-release").message())
                .contains(" also releases when somebody publishes a release ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./", "$/"})
    void aReleaseThatWaitsForACallNeedsACaller(String start) {
        assertThat(crate.examine()).isEmpty();
        crate.called = true;
        assertThat(crate.only("trigger").severity()).isEqualTo(Severity.ERROR);
        assertThat(crate.only("trigger").message())
                .isEqualTo("no workflow of this repository calls '" + HealthyCrate.RELEASE
                        + "', so nothing here starts the release");
        workflow("workflow_dispatch", "{ uses: " + start + HealthyCrate.RELEASE + " }");
        assertThat(crate.examine()).isEmpty();
    }
}
