package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What starts a release that somebody wrote by hand: people, schedules, branches, and tags of one module. */
class HandWrittenStartsTest extends HandWrittenRelease {
    @Test
    void tagsOfOneModuleReleaseTodayAndNotThePlainOnesOfThePast() throws Exception {
        SampleRepository repository = crate("")
                .file(
                        ".github/workflows/ship.yml",
                        "on: { push: { tags: ['app/v*'] } }\njobs:\n"
                                + releasing("run: date").indent(2))
                .file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/kelp\n")
                .file(".github/workflows/image.yml", """
                        on: { push: { tags: ['app/v*'] } }
                        jobs:
                          image:
                            runs-on: ubuntu-latest
                            steps:
                              - run: docker build --push -t me/kelp:latest -t me/kelp:${GITHUB_REF_NAME##*/} .
                        """)
                .committed();
        for (String tag : List.of("v0.9.0", "app/v1.0.0", "lib/v1.0.0", "app/v1.1.0", "lib/v1.1.0")) {
            repository.git("tag", tag);
        }
        Proposal proposal = proposal(repository);
        assertThat(proposal.config()).contains("tag: app/v*");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/ship.yml' also releases: remove it")
                .doesNotContain("at other tags");
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains(
                        "docker.tags {tag} no tag of an image has a '/', so it begins with 'app-v'; with 'v{version}'");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "github.event_name == 'push' && (contains(github.ref, 'ship-') || github.ref == 'refs/heads/stable'); true",
                "github.ref == 'refs/heads/stable' || github.ref_name == 'lts'; true",
                "startsWith(github.ref, 'refs/tags/lts-') && github.repository == 'me/kelp'; true",
                "startsWith(github.ref, 'refs/tags/') || github.ref == 'refs/heads/stable'; false",
                "contains(github.ref, 'tags') || github.ref == 'refs/heads/stable'; false",
                "startsWith(github.ref, 'refs/tags/v') && !contains(github.ref, '-'); false",
                "github.ref != 'refs/heads/stable'; false",
            })
    void aReleaseThatNoTagOfAVersionStartsIsNotSaidToStartAtOne(String condition, boolean said) throws Exception {
        SampleRepository repository = crate("").file(".github/workflows/ci.yml", """
                on: { push: { branches: [stable], tags: ['v*'] } }
                jobs:
                  ship:
                    if: ${{ %s }}
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release
                      - uses: ncipollo/release-action@v1
                        with: { artifacts: target/release/kelp, tag: v9 }
                """.formatted(condition));
        Proposal proposal = proposal(repository);
        assertThat(said(proposal, Remark.Kind.OPEN)
                        .contains(
                                "'.github/workflows/ci.yml' starts at tags, but a condition lets it release only from"))
                .isEqualTo(said);
        assertThat(repository.read().releasers().get(0).tags().isEmpty()).isEqualTo(said);
    }

    @Test
    void aReleaseAfterAWorkflowOfTagsStartsByThem() throws Exception {
        Proposal proposal = proposal(crate("")
                .file(".github/workflows/build.yml", """
                name: Build
                on: { push: { tags: ['kelp/*', '!kelp/*-SNAPSHOT'] } }
                jobs: { test: { runs-on: ubuntu-latest, steps: [{ run: cargo test }] } }
                """)
                .file(
                        ".github/workflows/ship.yml",
                        "on: { workflow_run: { workflows: [Build], types: [completed] }, workflow_dispatch: {} }\njobs:\n"
                                + releasing("run: date").indent(2))
                .committed()
                .git("tag", "kelp/1.2.3"));
        assertThat(proposal.config())
                .contains("tag: [kelp/*, \"!kelp/*-SNAPSHOT\"]")
                .doesNotContain("trigger:");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "github.event_name == 'release', false",
        "github.event_name == 'release' || inputs.all, true",
        "always(), true"
    })
    void aRunByHandThatOnlyTriesTheBuildIsNoLostRelease(String condition, boolean lost) throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/release.yml", """
                on: { release: { types: [published] }, workflow_dispatch: {} }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target x86_64-unknown-linux-musl
                      - if: %s
                        uses: svenstaro/upload-release-action@v2
                        with: { file: target/x86_64-unknown-linux-musl/release/kelp, asset_name: kelp-linux }
                """.formatted(condition)));
        assertThat(lost(proposal).contains("workflow_dispatch does not start the new release"))
                .isEqualTo(lost);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'[published]', ' starts when a release is published, '",
        "'[created, edited]', ' starts when a release is created, '",
        "'[edited, deleted]', ''"
    })
    void whatIsDoneToAReleaseIsSaidAsItsTypesSayIt(String types, String said) throws Exception {
        Proposal proposal = proposal(release(releasing("run: date"))
                .file(".github/workflows/shelf.yml", "on: { release: { types: " + types + " } }\n" + """
                        jobs:
                          tell:
                            runs-on: ubuntu-latest
                            steps: [{ run: ./tell }]
                        """));
        String open = said(proposal, Remark.Kind.OPEN);
        assertThat(open).contains(said);
        assertThat(open.contains("starts no workflow")).isEqualTo(!said.isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"github.event_name == 'push', false", "always(), true"})
    void aRunByHandThatNeverReleasesIsNoWayToRelease(String condition, boolean said) throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] }, workflow_dispatch: {} }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target x86_64-unknown-linux-musl
                      - if: %s
                        uses: svenstaro/upload-release-action@v2
                        with: { file: target/x86_64-unknown-linux-musl/release/kelp, asset_name: kelp-linux }
                """.formatted(condition)));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("also starts that workflow by hand"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | true", "if: github.event_name == \"release\" | false"})
    void buildsOnAScheduleEndWithTheWorkflowOfReleases(String condition, boolean lost) throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        ".github/workflows/ship.yml",
                        "on: { release: { types: [published] }, schedule: [{ cron: '0 0 * * *' }] }\njobs:\n"
                                + releasing("run: date")
                                        .replace("runs-on:", condition.replace('"', '\'') + "\n  runs-on:")
                                        .indent(2)));
        assertThat(proposal.config()).contains("trigger: published");
        assertThat(lost(proposal).contains("release.trigger schedule does not start the new release"))
                .isEqualTo(lost);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "github.ref_name == 'master' | true",
                "contains(fromJSON('[\"main\",\"master\"]'), github.ref_name) | true",
                "${{ github.ref_name == 'main' && github.event_name == 'push' }} | true",
                "github.ref == 'refs/heads/master' | true",
                "github.ref_name != 'master' | false",
                "github.ref_name == 'v2' | false",
            })
    void aJobForABranchDoesNotRunAtTheTagOfAVersion(String condition, boolean idle) throws Exception {
        String nightly = """
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target x86_64-unknown-linux-musl
                      - run: gh release create "$GITHUB_REF_NAME" target/x86_64-unknown-linux-musl/release/kelp
                  nightly:
                    if: %s
                    runs-on: ubuntu-latest
                    steps: [{ run: gh release upload nightly kelp-nightly.zip }]
                """.formatted(condition);
        Proposal tagged =
                proposal(crate("").file(".github/workflows/release.yml", "on: { push: { tags: ['v*'] } }\n" + nightly));
        assertThat(lost(tagged).contains("kelp-nightly.zip")).isNotEqualTo(idle);
        Proposal both = proposal(crate("")
                .file(
                        ".github/workflows/release.yml",
                        "on: { push: { tags: ['v*'], branches: [master] } }\n" + nightly));
        assertThat(said(both, Remark.Kind.OPEN).contains("(gh release upload) may also release at pushes to 'master'"))
                .isEqualTo(idle);
    }

    @Test
    void theNameOfAPushedBranchMayBeAnyWord() throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/release.yml", """
                on: { push: { branches: [master] } }
                jobs:
                  ship:
                    if: github.ref_name == 'master'
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target x86_64-unknown-linux-musl
                      - run: gh release create v1 target/x86_64-unknown-linux-musl/release/kelp
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("releases gh release create");
    }
}
