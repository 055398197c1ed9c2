package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What init says of workflows that create tags, or that a release starts. */
class HandWrittenTriggersTest extends HandWrittenRelease {
    @Test
    void aWorkflowThatAReleaseStartsIsNamedWhereOursStartsNone() throws Exception {
        Proposal proposal = proposal(release(releasing("run: date")).file(".github/workflows/shelf.yml", """
                on: { release: { types: [published] } }
                jobs:
                  winget:
                    runs-on: windows-latest
                    steps:
                      - uses: vedantmgoyal9/winget-releaser@main
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/shelf.yml' starts when a release is published");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ uses: docker/build-push-action@v7, with: { push: true, tags: ghcr.io/me/kelp:latest } }",
                "{ run: 'docker build -t ghcr.io/me/kelp . && docker push ghcr.io/me/kelp' }"
            })
    void aWorkflowThatOnlyPushesTheImageNeedsNoCaller(String step) throws Exception {
        Proposal proposal = proposal(release(releasing("run: date"))
                .file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/\n")
                .file(
                        ".github/workflows/image.yml",
                        "on: { release: { types: [published] } }\njobs: { image: { runs-on: ubuntu-latest, steps: ["
                                + step + "] } }\n"));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("with 'needs: [release]', unless it only pushes the image of the config");
    }

    @Test
    void aWorkflowThatMakesTheTagIsNotTakenAwayWhole() throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        ".github/workflows/ship.yml",
                        "on: workflow_dispatch\njobs:\n" + """
                          tag:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v4
                                with: { token: '${{ secrets.TAGGER }}' }
                              - run: git tag v1.2.3 && git push origin v1.2.3
                        """
                                + releasing("run: date").indent(2))
                .file(
                        ".github/workflows/build.yml",
                        "on: { push: { tags: ['v*'] } }\njobs:\n"
                                + releasing("run: date").indent(2)));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/ship.yml' creates the tag and releases: keep what creates the tag")
                .contains("'.github/workflows/build.yml' also releases: remove it");
    }

    @Test
    void aJobThatNeedsOneThatGoesIsSaid() throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/ship.yml", """
                on: { push: { branches: [main] } }
                permissions: { contents: write }
                jobs:
                  tag:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                      - run: |
                          git tag v1.2.3 && git push origin v1.2.3
                          gh release create v1.2.3 --draft
                  upload:
                    needs: tag
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release
                      - run: gh release upload v1.2.3 target/release/kelp
                  crate: { needs: [tag, upload], runs-on: ubuntu-latest, steps: [{ run: cargo publish }] }
                  chat: { needs: tag, runs-on: ubuntu-latest, steps: [{ run: date }] }
                  winget: { needs: crate, runs-on: ubuntu-latest, steps: [{ run: date }] }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("and remove 'gh release create' and 'gh release upload' from it")
                .contains(
                        "the job 'crate' in '.github/workflows/ship.yml' needs 'upload', which releases: let it need the"
                                + " job that calls the new release")
                .doesNotContain("the job 'chat'", "the job 'winget'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "!contains(github.event.head_commit.message, '[skip]')", "!cancelled()"})
    void aJobThatTestsAtEachPushStaysForThoseThatNeedIt(String condition) throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/ci.yml", """
                on: [push, pull_request]
                jobs:
                  build:
                    if: ${{ %s }}
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo test
                      - run: cargo build --release
                      - uses: softprops/action-gh-release@v2
                        if: startsWith(github.ref, 'refs/tags/')
                        with: { files: target/release/kelp }
                  site: { needs: build, runs-on: ubuntu-latest, steps: [{ run: mdbook build }] }
                """.formatted(condition)));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        "the job 'site' in '.github/workflows/ci.yml' needs 'build', which stays without its release: if "
                                + "'site' is for releases, move it to 'jobs', with 'needs: [release]'");
    }

    @Test
    void theCallOfAReleaseGoesWithTheWorkflowThatIsCalled() throws Exception {
        Proposal proposal = proposal(crate("")
                .file(".github/workflows/ship.yml", """
                        on: { push: { branches: [main] } }
                        jobs:
                          tag:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v4
                                with: { token: '${{ secrets.TAGGER }}' }
                              - run: git tag v1.2.3 && git push origin v1.2.3
                          files: { needs: tag, uses: ./.github/workflows/files.yml }
                          notes: { needs: files, runs-on: ubuntu-latest, steps: [{ run: date }] }
                        """)
                .file(
                        ".github/workflows/files.yml",
                        "on: workflow_call\njobs:\n" + releasing("run: date").indent(2)));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("and remove the job 'files', which calls '.github/workflows/files.yml', from it")
                .contains(
                        "the job 'notes' in '.github/workflows/ship.yml' needs 'files', which releases: move it to 'jobs',"
                                + " with 'needs: [release]'");
    }

    @Test
    void whoeverCallsTheWorkflowThatMakesTheTagGoesOnCallingIt() throws Exception {
        Proposal proposal = proposal(
                crate("")
                        .file(
                                ".github/workflows/ship.yml",
                                "on: workflow_call\njobs:\n" + """
                          tag:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v4
                                with: { token: '${{ secrets.TAGGER }}' }
                              - run: git tag v1.2.3 && git push origin v1.2.3
                        """
                                        + releasing("run: date").indent(2))
                        .file(
                                ".github/workflows/comment.yml",
                                "on: issue_comment\njobs:\n  ship: { uses: ./.github/workflows/ship.yml, secrets: inherit }\n"));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/ship.yml' creates the tag and releases: keep what creates the tag")
                .doesNotContain("comment.yml");
    }

    @Test
    void advicePrintedForPeopleIsNoRelease() throws Exception {
        Proposal proposal = proposal(release(releasing("run: date"))
                .file(".github/workflows/hint.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  hint:
                    runs-on: ubuntu-latest
                    steps:
                      - run: |
                          echo "::notice::next: gh release create $GITHUB_REF_NAME"
                          printf '%s\n' './mvnw jreleaser:full-release'
                          # gh release upload v1 kelp.zip
                """)
                .file(".github/workflows/piped.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  piped:
                    runs-on: ubuntu-latest
                    steps:
                      - run: echo "text" | gh release create "$GITHUB_REF_NAME" --notes-file -
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/piped.yml' also releases")
                .doesNotContain("hint.yml");
    }

    @Test
    void whatTheWorkflowThatMakesTheTagPublishesGoesOnThere() throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        ".github/workflows/ship.yml",
                        "on: [workflow_call, workflow_dispatch]\njobs:\n" + """
                          tag:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v4
                                with: { token: '${{ secrets.TAGGER }}' }
                              - run: git tag v1.2.3 && git push origin v1.2.3
                        """
                                + releasing("run: cargo publish").indent(2)));
        assertThat(proposal.config()).doesNotContain("crates");
        assertThat(lost(proposal)).doesNotContain("step ");
    }

    @Test
    void aTagOfAPartOrOfAnotherRepositoryIsNotThatOfTheRelease() throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        ".github/workflows/build.yml",
                        "on: { push: { tags: ['[0-9]+.[0-9]+.*'] } }\njobs:\n"
                                + releasing("run: date").indent(2))
                .file(".github/workflows/parts.yml", """
                        on: workflow_call
                        jobs:
                          parts:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v4
                                with: { token: '${{ secrets.TAGGER }}' }
                              - run: git tag "kelp-api-$VERSION" && git push origin --tags
                          host:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v4
                                with: { token: '${{ secrets.TAGGER }}', repository: me/kelp-host }
                              - run: git tag "$GITHUB_REF_NAME" && git push --follow-tags
                          preview:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v4
                                with: { token: '${{ secrets.TAGGER }}' }
                              - uses: actions/checkout@v4
                                with: { token: '${{ secrets.TAGGER }}', repository: me/kelp-preview, path: ./out/preview }
                              - run: |
                                  cd out/preview
                                  git tag "1.2.$N" && git push origin "1.2.$N"
                              - working-directory: out/preview
                                run: git tag "1.3.$N" && git push --tags
                        """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/build.yml' also releases: remove it")
                .doesNotContain("creates the tag");
        assertThat(said(proposal, Remark.Kind.TAKEN)).doesNotContain("creates the tag");
    }

    @ParameterizedTest
    @CsvSource({"'!startsWith(github.ref, ''refs/tags/'')', true", "github.event_name == 'workflow_dispatch', false"})
    void aPrereleaseThatTheSameWorkflowMakesOfABranchIsSaidToEnd(String condition, boolean said) throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/release.yml", """
                on: { push: { branches: [main], tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release
                      - uses: ncipollo/release-action@v1
                        if: "%s"
                        with: { tag: newest, prerelease: true, artifacts: target/release/kelp }
                      - uses: ncipollo/release-action@v1
                        if: startsWith(github.ref, 'refs/tags/')
                        with: { artifacts: target/release/kelp }
                """.formatted(condition)));
        assertThat(said(proposal, Remark.Kind.OPEN)
                        .contains(
                                "'.github/workflows/release.yml:7' (ncipollo/release-action) may also release at pushes to 'main', "
                                        + "which the new release does not: if so, keep what makes these releases"))
                .isEqualTo(said);
    }

    @Test
    void anActionMayCreateTheTagThatTheSameRunReleases() throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/release.yml", """
                on: { push: { branches: [main], tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: mathieudutour/github-tag-action@v6
                        if: "!startsWith(github.ref, 'refs/tags/')"
                        with: { github_token: '${{ github.token }}' }
                      - run: cargo build --release
                      - run: gh release upload "$TAG" target/release/kelp
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        "'.github/workflows/release.yml:6' (mathieudutour/github-tag-action) creates the tag at pushes to a"
                                + " branch, and the same run releases");
    }

    @Test
    void theTagsOfBuildsBetweenReleasesAreNotThoseOfTheRelease() throws Exception {
        Proposal proposal = proposal(release(releasing("run: date")).file(".github/workflows/snapshot.yml", """
                on: { push: { branches: [main] } }
                jobs:
                  early:
                    runs-on: ubuntu-latest
                    steps:
                      - run: |
                          gh api --method POST /repos/me/kelp/git/refs -f "ref=refs/tags/kelp-$VERSION" -f "sha=$GITHUB_SHA"
                          gh release create "kelp-$VERSION" --prerelease
                        env: { GH_TOKEN: "${{ secrets.TAGGER }}" }
                """));
        assertThat(proposal.remarks())
                .noneMatch(remark ->
                        remark.key().equals("release.trigger") && remark.why().contains("snapshot.yml:"));
    }
}
