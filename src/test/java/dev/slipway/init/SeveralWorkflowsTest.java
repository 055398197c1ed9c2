package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of several workflows that release, each is named, and the one that people get their files from is read. */
class SeveralWorkflowsTest extends HandWrittenRelease {
    private static final String RELEASES = """
            jobs:
              build:
                runs-on: ubuntu-latest
                steps:
                  - run: cargo build --release --target x86_64-unknown-linux-musl
                  - run: tar czf kelp-%s.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                  - uses: softprops/action-gh-release@v2
                    with: { files: 'kelp-*.tar.gz', tag_name: '${{ inputs.version }}' }
            """;

    private static String releases(String name) {
        return RELEASES.formatted(name);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "startsWith(github.ref_name, 'weed-') ; releases at other tags ('weed-**'): keep it",
                "github.repository == 'me/kelp' && startsWith(github.ref, 'refs/tags/weed-') ; releases at other tags ('weed-**'): keep it",
                "startsWith(github.ref, 'refs/tags/v') ; also releases: remove it before the next release",
                "startsWith(github.ref_name, 'weed-') || true ; also releases: remove it before the next release",
                "${{ !startsWith(github.ref_name, 'weed-') }} ; also releases: remove it before the next release",
            })
    void aWorkflowWhoseJobsAskForOtherTagsStays(String condition, String said) throws Exception {
        SampleRepository repository = crate("")
                .file(".github/workflows/release.yml", "on: { push: { tags: ['v*'] } }\n" + releases("linux"))
                .file(
                        ".github/workflows/weed.yml",
                        "on: { push: { tags: ['*'] } }\n"
                                + releases("weed").replace("  build:\n", "  build:\n    if: " + condition + "\n"));
        assertThat(said(proposal(repository), Remark.Kind.OPEN)).contains("'.github/workflows/weed.yml' " + said);
    }

    @Test
    void filesOfAWorkflowAtOtherTagsAreNotLost() throws Exception {
        SampleRepository repository = crate("")
                .file(".github/workflows/release.yml", "on: { push: { tags: ['kelp-v*'] } }\n" + releases("linux"))
                .file(".github/workflows/old.yml", "on: { push: { tags: ['kelp-v*'] } }\n" + releases("old"))
                .file(".github/workflows/weed.yml", "on: { push: { tags: ['weed-v*'] } }\n" + releases("weed"));
        Proposal proposal = proposal(repository);
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("weed.yml' releases at other tags ('weed-v*'): keep it");
        assertThat(lost(proposal)).contains("kelp-linux.tar.gz").doesNotContain("weed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"v*-try,false", "v*-rc*,true", "v*-nightly,true"})
    void aWorkflowThatPeopleStartForAnyTagReleases(String tag, boolean early) throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        ".github/workflows/ship.yml",
                        "on: { workflow_dispatch: {}, push: { tags: ['" + tag + "'] } }\n" + releases("linux")));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("between releases")
                        || said(proposal, Remark.Kind.OPEN).contains("of prereleases"))
                .as(said(proposal, Remark.Kind.OPEN))
                .isEqualTo(early);
    }

    @ParameterizedTest
    @ValueSource(strings = {"early-access", "nightly", "publish-snapshot", "pre-release"})
    void aWorkflowThatAPersonStartsGoesBeforeOneForBuildsBetweenReleases(String early) throws Exception {
        Proposal proposal = proposal(crate("")
                .file(".github/workflows/" + early + ".yml", "on: { push: { branches: [main] } }\n" + releases("soon"))
                .file(
                        ".github/workflows/ship.yml",
                        "on: { workflow_dispatch: { inputs: { version: { required: true } } } }\n"
                                + releases("linux")));
        assertThat(names(proposal)).containsExactly("kelp-linux.tar.gz");
        assertThat(proposal.config()).contains("trigger: dispatch");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/ship.yml' also releases: remove it before the next release")
                .contains("'.github/workflows/" + early + ".yml' builds between releases")
                .doesNotContain("every push");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "v*; v*.*.*-*; releases at tags of prereleases such as 'v1.2.3-rc.1', which start the new release too: remove it",
                "v*; v*-beta*; releases at tags of prereleases such as 'v1.2.3-beta.1', which start the new release too: remove it",
                "v*.*.*', '!v*-*; v*-beta*; builds between releases with",
                "v*.*.*', '!v*-*; nightly-*; releases at other tags ('nightly-*'): keep it",
            })
    void aWorkflowForPrereleasesAloneIsOneOfReleases(String ours, String tags, String said) throws Exception {
        Proposal proposal = proposal(crate("")
                .file(".github/workflows/release.yml", "on: { push: { tags: ['" + ours + "'] } }\n" + releases("linux"))
                .file(".github/workflows/try.yml", "on: { push: { tags: ['" + tags + "'] } }\n" + releases("try")));
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("'.github/workflows/try.yml' " + said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"if (!(Test-Path $it)) { throw 'no' }", "test -f kelp", "if ! test -x kelp; then exit 1; fi"})
    void aConditionOfAScriptTestsNoChange(String condition) throws Exception {
        String jobs = releases("linux")
                .replace("    - run: tar", "    - run: |\n            " + condition + "\n      - run: tar");
        Proposal proposal = proposal(crate("")
                .file(".github/workflows/release.yml", "on: { pull_request: {}, push: { tags: ['v*'] } }\n" + jobs));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/release.yml' also releases: remove it before the next release");
    }

    @Test
    void whereOnlyBuildsBetweenReleasesAreMadeNoPushOfABranchIsCalledARelease() throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        ".github/workflows/build.yml",
                        "name: Nightly\non: { push: { branches: [main] } }\n" + releases("linux")));
        assertThat(proposal.config()).doesNotContain("trigger");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("the only workflow that was seen to release builds between releases")
                .doesNotContain("every push");
    }

    @Test
    void filesOfBuildsBetweenReleasesAreNotLostWhereTheirWorkflowStays() throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        ".github/workflows/build.yml",
                        "name: Nightly\non: { push: { branches: [main] } }\n"
                                + releases("linux").replace("files: ", "files: built.txt,")));
        assertThat(lost(proposal))
                .contains("built.txt not in the new release, but '.github/workflows/build.yml' still uploads it")
                .doesNotContain("no longer released");
    }

    @Test
    void aTagOfAVersionIsAReleaseEvenWhereItIsMarkedAsAPrerelease() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux.tar.gz, prerelease: true }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("remove it before the next release");
    }

    @Test
    void aWorkflowThatTestsAndReleasesKeepsItsTests() throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/ci.yml", """
                        on: [push, pull_request]
                        jobs:
                          test:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo test
                          release:
                            if: startsWith(github.ref, 'refs/tags/')
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo build --release --target x86_64-unknown-linux-musl
                              - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                              - uses: softprops/action-gh-release@v2
                                with: { files: kelp-linux.tar.gz }
                        """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        "'.github/workflows/ci.yml' tests and releases: keep its tests, and remove 'softprops/action-gh-release' from it before the next release")
                .doesNotContain("remove it");
    }

    @Test
    void whatTestsAndReleasesLosesThePushOfItsImageToo() throws Exception {
        Proposal proposal = proposal(
                crate("").file("Dockerfile", "FROM alpine:3\nCOPY kelp /kelp\n").file(".github/workflows/ci.yml", """
                        on: [push, pull_request]
                        jobs:
                          test:
                            runs-on: ubuntu-latest
                            steps: [{ run: cargo test }]
                          release:
                            if: startsWith(github.ref, 'refs/tags/')
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo build --release --target x86_64-unknown-linux-musl
                              - uses: softprops/action-gh-release@v2
                                with: { files: kelp-linux.tar.gz }
                              - uses: docker/build-push-action@v6
                                with: { push: true, tags: 'ghcr.io/me/kelp:${{ github.ref_name }}' }
                        """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("remove 'softprops/action-gh-release' and the push of the image from it");
    }

    @Test
    void whatMergesAProposalReleasesBeforeWhatOnlyTriesOne() throws Exception {
        SampleRepository repository = crate("")
                .file(".github/workflows/a-try.yml", "on: [pull_request, push]\n" + calls("x86_64-unknown-linux-gnu"))
                .file(
                        ".github/workflows/ship.yml",
                        "on: { pull_request: { types: closed } }\n" + calls("x86_64-unknown-linux-musl"))
                .file(".github/workflows/build.yml", """
                        on: { workflow_call: { inputs: { target: { type: string } } } }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo test
                              - run: cargo build --release --target ${{ inputs.target }}
                              - run: tar czf kelp-${{ inputs.target }}.tar.gz -C target/${{ inputs.target }}/release kelp
                              - uses: softprops/action-gh-release@v2
                                with: { files: 'kelp-*.tar.gz', tag_name: v1.2.3 }
                        """);
        Proposal proposal = proposal(repository);
        assertThat(names(proposal)).containsExactly("kelp-x86_64-unknown-linux-musl.tar.gz");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("ship.yml").doesNotContain("a-try.yml' releases");
    }

    private static String calls(String target) {
        return "jobs: { build: { uses: ./.github/workflows/build.yml, with: { target: " + target + " } } }\n";
    }

    @Test
    void theTagsOfTheProjectInAFolderAreThoseOfItsRelease() throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/release.yml", """
                on: { push: { tags: ['api/v*', 'kelp/v*'] } }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target x86_64-unknown-linux-musl
                      - run: |
                          tag=${GITHUB_REF#refs/tags/}
                          tar czf kelp-${tag##*/}-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                          gh release create "$tag" kelp-*.tar.gz
                """));
        assertThat(proposal.config()).contains("tag: kelp/v*\n");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("archive.name {name}-v{version}-{platform}");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/release.yml' also releases: remove it before the next release");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"head, true", "edge, true", "v1.2.3, false", "latest, false", "$VERSION, false"})
    void aReleaseWhoseTagMovesWithABranchIsABuildBetweenReleases(String tag, boolean early) throws Exception {
        Proposal proposal = proposal(crate("")
                .file(".github/workflows/release.yml", "on: { push: { tags: ['v*'] } }\n" + releases("linux"))
                .file(".github/workflows/last.yml", """
                        on: { push: { branches: [main] } }
                        jobs:
                          last:
                            runs-on: ubuntu-latest
                            steps:
                              - run: gh release delete %1$s --yes || true
                              - run: gh release create --prerelease %1$s out/*
                        """.formatted(tag)));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("'.github/workflows/last.yml' builds between releases"))
                .isEqualTo(early);
    }

    @Test
    void aStepThatOnlyABranchMayRunIsABuildBetweenReleases() throws Exception {
        Proposal proposal = proposal(crate("")
                .file(".github/workflows/release.yml", "on: { push: { tags: ['v*'] } }\n" + releases("linux"))
                .file(".github/workflows/tests.yml", """
                        on: [push, pull_request]
                        jobs:
                          tests:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo test
                              - uses: softprops/action-gh-release@v2
                                if: github.event_name == 'push' && github.ref == 'refs/heads/main'
                                with: { tag_name: last-commit, prerelease: true, files: kelp.txt }
                        """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/tests.yml' builds between releases")
                .doesNotContain("tests.yml' releases at tags");
    }

    @Test
    void aTagOfABuildBetweenReleasesIsNotThatOfTheRelease() throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        ".github/workflows/release.yml",
                        "on: { push: { tags: ['[0-9]+.[0-9]+.[0-9]+*', '!*-nightly*'] } }\n" + releases("linux"))
                .file(
                        ".github/workflows/nightly.yml",
                        "on: { schedule: [{ cron: '1 1 * * *' }] }\n"
                                + releases("nightly").replace("    steps:\n", """
                                            steps:
                                              - uses: actions/checkout@v4
                                                with: { token: '${{ secrets.PUSHER }}' }
                                              - run: git tag $(next)-nightly.1 && git push origin --tags
                                        """.indent(-4)))
                .committed()
                .git("tag", "1.2.3"));
        assertThat(proposal.config()).contains("tag: [\"[0-9]+.[0-9]+.[0-9]+*\", \"!*-nightly*\"]");
        assertThat(said(proposal, Remark.Kind.TAKEN)).doesNotContain("release.trigger");
    }

    @Test
    void aWorkflowThatAPublishedReleaseStartsReleasesWhateverItIsCalled() throws Exception {
        Proposal proposal = proposal(repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(".github/workflows/snapshot.yml", """
                        on: { push: { branches: [main] }, release: { types: [published] } }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - id: v
                                run: echo "value=$(mvn help:evaluate -Dexpression=project.version -q -DforceStdout)" >> "$GITHUB_OUTPUT"
                              - if: github.event_name == 'release'
                                run: gh release upload "$GITHUB_REF_NAME" target/kelp-${{ steps.v.outputs.value }}.jar
                        """)
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(proposal.config()).contains("trigger: published");
        assertThat(said(proposal, Remark.Kind.LEFT)).contains("release.files kelp-{version}.jar");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("between releases");
    }

    @Test
    void filesThatAnotherWorkflowKeepsAndTheReleaseFetchesAreKnown() throws Exception {
        Proposal proposal = proposal(
                crate("").file(".github/workflows/binaries.yml", """
                        on: { push: { branches: [binaries] } }
                        jobs:
                          linux:
                            runs-on: ubuntu-latest
                            steps:
                              - run: |
                                  cargo build --release --target x86_64-unknown-linux-gnu
                                  tar cf kelp-linux-x64.tar -C target/x86_64-unknown-linux-gnu/release kelp
                              - uses: actions/upload-artifact@v4
                                with: { name: linux, path: kelp-linux-x64.tar }
                          windows:
                            runs-on: windows-latest
                            steps:
                              - run: cargo build --release
                              - uses: actions/upload-artifact@v4
                                with: { name: kelp-windows-x64, path: target/release/kelp.exe }
                        """).file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          ship:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: dawidd6/action-download-artifact@v6
                                with: { workflow: binaries.yml, name: kelp-windows-x64, path: out, skip_unpack: true }
                              - uses: dawidd6/action-download-artifact@v6
                                with: { workflow: binaries.yml, name: linux, path: out }
                              - run: gzip out/*.tar
                              - uses: softprops/action-gh-release@v2
                                with: { files: "out/*" }
                        """));
        assertThat(names(proposal)).containsExactly("kelp-linux-x64.tar.gz", "kelp-windows-x64.zip");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("may upload more files");
    }

    @Test
    void whoeverFetchesArtifactsOfTheReleaseNeedsAnotherSource() throws Exception {
        Proposal proposal = proposal(release(releasing("run: date")).file(".github/workflows/formula.yml", """
                on: { workflow_run: { workflows: [Ship], types: [completed] } }
                jobs:
                  formula:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: dawidd6/action-download-artifact@v6
                        with: { workflow: release.yml }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        "'.github/workflows/formula.yml:6' fetches artifacts of 'release.yml', which the new release replaces");
    }

    @Test
    void aWorkflowThatPeopleStartToAddFilesMayStay() throws Exception {
        Proposal proposal = proposal(crate("")
                .file(".github/workflows/release.yml", "on: { push: { tags: ['v*'] } }\n" + releases("linux"))
                .file(".github/workflows/again.yml", "on: workflow_dispatch\n" + releases("setup")));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        "'.github/workflows/release.yml' also releases: remove it",
                        "'.github/workflows/again.yml' releases only when people start it: keep it for files that the new"
                                + " release lacks, or remove it");
    }

    @Test
    void whatOthersCallTooLosesOnlyItsReleaseAndACallThatReleasesNothingIsNone() throws Exception {
        SampleRepository repository =
                crate("").file(".github/workflows/release.yml", """
                        on:
                          push: { tags: ['v*'] }
                          workflow_call: { inputs: { at: { type: string, default: "" } } }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo build --release --target x86_64-unknown-linux-musl
                              - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                              - if: github.event_name == 'push' || inputs.at != ''
                                run: gh release create $GITHUB_REF_NAME kelp-linux.tar.gz
                        """).file(".github/workflows/rehearsal.yml", """
                        on: { workflow_dispatch: {}, pull_request: {} }
                        jobs: { all: { uses: ./.github/workflows/release.yml } }
                        """);
        assertThat(said(proposal(repository), Remark.Kind.OPEN))
                .contains("release.yml' also releases, and other workflows call it: remove 'gh release create' from it")
                .doesNotContain("rehearsal.yml");
    }
}
