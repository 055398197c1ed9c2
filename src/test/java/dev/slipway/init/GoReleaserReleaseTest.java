package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How workflows start GoReleaser, and who publishes what it makes. */
class GoReleaserReleaseTest extends GoReleaserTakeOver {
    @Test
    void theConfigThatTheReleaseNamesIsRead() throws NoProposal {
        SampleRepository repository = reed(
                        "ci/release.yml", "archives: [{ name_template: 'reed.{{ .Os }}.{{ .Arch }}' }]\n")
                .file(".goreleaser.yml", "archives: [{ name_template: 'other-{{ .Os }}-{{ .Arch }}' }]\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          release:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: goreleaser/goreleaser-action@v7
                                with: { args: release --clean --config=ci/release.yml }
                        """);
        assertThat(config(repository)).contains("name: \"{name}.{platform}\"", "as: linux.amd64");
    }

    @Test
    void theConfigOfFullReleasesIsReadAndNotThatOfBetas() throws NoProposal {
        String flow = """
                on: { push: { tags: ['%s'] } }
                jobs:
                  one:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: goreleaser/goreleaser-action@v6
                        with: { args: '%s' }
                """;
        String config = config(reed(".goreleaser.yml", "archives: [{ name_template: 'reed.{{ .Os }}.{{ .Arch }}' }]\n")
                .file("beta.yml", "archives: [{ name_template: 'beta-{{ .Os }}-{{ .Arch }}' }]\n")
                .file(".github/workflows/a.yml", flow.formatted("v[0-9]+.[0-9]+.[0-9]+-*", "release -f beta.yml"))
                .file(".github/workflows/b.yml", flow.formatted("v[0-9]+.[0-9]+.[0-9]+", "release --clean")));
        assertThat(config).contains("name: \"{name}.{platform}\"").doesNotContain("-*");
    }

    @Test
    void aSnapshotIsNoRelease() throws NoProposal {
        String config = config(reed(".goreleaser.yml", "version: 2\n").file(".github/workflows/snapshot.yml", """
                        on: { push: { branches: [main] } }
                        jobs:
                          try:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: goreleaser/goreleaser-action@v6
                                with: { args: release --snapshot --clean }
                              - run: goreleaser release --clean --skip=sign,publish
                        """));
        assertThat(config).doesNotContain("trigger");
        assertThat(said(Remark.Kind.TAKEN)).doesNotContain("snapshot.yml");
    }

    private String released(String steps, String more) throws NoProposal {
        return config(
                reed(".goreleaser.yaml", """
                version: 2
                builds: [{ binary: 'reed-{{ .Os }}-{{ .Arch }}', targets: [linux_amd64, windows_amd64], env: [CGO_ENABLED=0] }]
                release: { draft: true, name_template: 'Reed {{ .Version }}' }
                """ + more).file(".github/workflows/release.yml", """
                on: { push: { tags: ['v3.*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                """ + steps.indent(6)));
    }

    @Test
    void whatOnlyBuildsPacksNothing() throws NoProposal {
        String config = released("""
                - run: goreleaser build --clean
                - uses: softprops/action-gh-release@v2
                  with: { files: dist/** }
                """, "");
        assertThat(config)
                .contains("archive: { name: \"{name}-{platform}\", layout: raw }")
                .doesNotContain("checksums.txt", "draft", "title");
        assertThat(said(Remark.Kind.LEFT))
                .contains("goreleaser goreleaser build --clean only compiles programs")
                .doesNotContain("reed_{version}", "changelog");
        assertThat(said(Remark.Kind.TAKEN)).contains("archive.layout raw from .goreleaser.yaml:2 builds[0].binary");
    }

    @Test
    void whatTestsBuildSaysNothingOfTheArchives() throws NoProposal {
        SampleRepository repository = reed(".goreleaser.yml", """
                version: 2
                builds:
                  - { id: inner, binary: reed, main: ./cmd/inner, goos: [linux], goarch: [amd64] }
                  - { id: tool, binary: reed, main: ./cmd/tool, goos: [linux, darwin], goarch: [amd64, arm64] }
                archives:
                  - { ids: [tool], formats: [binary], name_template: "reed-{{ .Os }}-{{ .Arch }}" }
                  - { ids: [inner], formats: [binary], name_template: "inner-{{ .Os }}-{{ .Arch }}" }
                """).file(".github/workflows/tests.yml", """
                on: [pull_request]
                jobs:
                  try:
                    runs-on: ubuntu-latest
                    steps:
                      - run: goreleaser build --single-target --snapshot --id inner
                """);
        assertThat(config(repository)).contains("name: \"{name}-{platform}\"", "darwin-amd64");
        assertThat(said(Remark.Kind.LEFT)).contains("inner-linux-amd64").doesNotContain("only compiles programs");
    }

    @Test
    void namesThatOnlyLinksHaveAreListedNextToAConfigThatNothingStarts() throws NoProposal {
        config(reed(".goreleaser.yml", "version: 2\n").file("README.md", """
                https://github.com/me/reed/releases/latest/download/reed-linux.tar.gz
                https://github.com/me/reed/releases/download/v1.0.0/reed_1.0.0_linux_386.tar.gz
                """));
        assertThat(said(Remark.Kind.LEFT))
                .contains("release.files reed-linux.tar.gz people download this by a link")
                .doesNotContain("linux_386.tar.gz people", "linux_386.tar.gz, reed");
    }

    @Test
    void theConfigOfFilesThatAnotherCommandUploadsIsRead() throws NoProposal {
        String config = config(reed("parts/linux.yml", """
                version: 2
                builds: [{ goos: [linux], goarch: [amd64, arm64], env: [CGO_ENABLED=0] }]
                archives: [{ name_template: 'reed_{{ .Version }}_{{ .Os }}_{{ .Arch }}' }]
                """).file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - run: goreleaser release --config parts/linux.yml --clean --skip=publish
                      - run: gh release create "$GITHUB_REF_NAME" dist/reed_*.tar.gz
                """));
        assertThat(config).contains("{name}_{version}_{platform}", "linux_arm64");
    }

    @Test
    void aReleaseThatSomethingElseCreatesIsNotWhatTheConfigSays() throws NoProposal {
        String config = released("""
                - run: goreleaser release --skip=publish
                - run: gh release create "$GITHUB_REF_NAME" dist/*.tar.gz
                """, "");
        assertThat(config).doesNotContain("draft", "title");
        assertThat(said(Remark.Kind.LEFT))
                .contains("goreleaser release gh release create creates the release, so what the config says")
                .doesNotContain("changelog.use");
    }

    @Test
    void notesFromAFileAreNoListOfCommits() throws NoProposal {
        String config = released("""
                - uses: goreleaser/goreleaser-action@v6
                  with: { args: release --clean --release-notes=out/words.md }
                """, "changelog: { sort: asc }\n");
        assertThat(config).contains("draft: keep");
        assertThat(said(Remark.Kind.LEFT))
                .contains("release.notes --release-notes out/words.md the text of the release comes from this file")
                .doesNotContain("goreleaser changelog");
    }

    @Test
    void textsAroundTheNotesAreListed() throws NoProposal {
        released("""
                - uses: goreleaser/goreleaser-action@v6
                  with: { args: release --release-header .github/head.md --release-footer-tmpl=foot.md }
                """, "changelog: { sort: asc }\n");
        assertThat(said(Remark.Kind.LEFT))
                .contains("release.notes --release-header .github/head.md GoReleaser adds this file to the notes")
                .contains("release.notes --release-footer-tmpl=foot.md GoReleaser adds this file to the notes")
                .contains("goreleaser changelog");
    }

    @Test
    void aTapThatNobodyPushesToIsNotPushedTo() throws NoProposal {
        String config = config(reed(".goreleaser.yaml", """
                homebrew_casks:
                  - { repository: { owner: me, name: homebrew-reed, token: x }, skip_upload: true, binaries: [reed] }
                winget: [{ publisher: me, skip_upload: "true" }]
                brews: [{ repository: { owner: me, name: homebrew-more }, skip_upload: auto }]
                """));
        assertThat(config).contains("homebrew: me/homebrew-more").doesNotContain("winget");
        assertThat(said(Remark.Kind.LEFT))
                .contains("homebrew_casks[0].skip_upload true GoReleaser does not push it")
                .contains("winget[0].skip_upload true GoReleaser does not push it")
                .doesNotContain("HOMEBREW_TAP_TOKEN", "binaries");
    }

    @Test
    void aDraftThatTheWorkflowMakesVisibleIsNoneThatStays() throws NoProposal {
        String config = released("""
                - uses: goreleaser/goreleaser-action@v6
                  with: { args: release --clean }
                - run: gh release edit "$GITHUB_REF_NAME" --draft=false
                """, "brews: [{ repository: { owner: me, name: homebrew-reed } }]\n");
        assertThat(config).contains("draft: until-complete", "homebrew: me/homebrew-reed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: gh api -X PATCH repos/me/reed/releases/1 -F draft=false",
                "run: 'curl -X PATCH -d ''{\"draft\": false}'' https://api.github.com/repos/me/reed/releases/1'",
                "{ uses: actions/github-script@v8, with: { script: 'github.rest.repos.updateRelease({ release_id: 1, draft: false })' } }",
                "{ uses: softprops/action-gh-release@v2, with: { draft: false } }",
            })
    void otherStepsMakeADraftVisibleToo(String step) throws NoProposal {
        assertThat(released("- run: goreleaser release --clean\n- " + step + "\n", ""))
                .contains("draft: until-complete");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ workflow_run: { workflows: [Ship], types: [completed] } } | until-complete",
                "workflow_dispatch | keep",
            })
    void aWorkflowThatFollowsMayMakeADraftVisible(String on, String draft) throws NoProposal {
        String config = config(reed(".goreleaser.yaml", "version: 2\nrelease: { draft: true }\n")
                .file(".github/workflows/release.yml", """
                        name: Ship
                        on: { push: { tags: ['v3.*'] } }
                        jobs: { ship: { runs-on: ubuntu-latest, steps: [{ run: goreleaser release }] } }
                        """)
                .file(
                        ".github/workflows/show.yml",
                        "on: " + on + "\njobs: { show: { runs-on: ubuntu-latest, steps: "
                                + "[{ run: gh release edit v1.2.3 --draft=false }] } }\n"));
        assertThat(config).contains("draft: " + draft);
    }

    @Test
    void aDraftThatAPersonPublishesLeavesTapsAsTheyAre() throws NoProposal {
        String config = released("- run: goreleaser release", """
                homebrew_casks: [{ repository: { owner: me, name: homebrew-reed, token: x } }]
                winget: [{ publisher: me, name: reed }]
                """);
        assertThat(config).contains("draft: keep").doesNotContain("packages:");
        assertThat(said(Remark.Kind.LEFT))
                .contains("homebrew_casks[0] me/homebrew-reed no longer updated: the release stays a draft")
                .contains("winget[0] winget no longer updated: the release stays a draft")
                .doesNotContain("formula", "HOMEBREW_TAP_TOKEN");
    }

    @Test
    void hooksOfACaskAreNoneOfABuild() throws NoProposal {
        config(reed(".goreleaser.yaml", """
                homebrew_casks:
                  - { repository: { owner: me, name: homebrew-reed }, hooks: { post: { install: echo } } }
                """));
        assertThat(said(Remark.Kind.LEFT))
                .contains("homebrew_casks[0].hooks { post } commands of the cask, which people who install it run");
    }

    @Test
    void aReleaseOnAnotherServiceIsPointedAt() throws NoProposal {
        config(reed(".goreleaser.yaml", "version: 2\n")
                .file(
                        ".circleci/config.yml",
                        "# release it\njobs:\n  ship:\n    steps: [{ run: goreleaser release }]\n")
                .file(".travis.yml", "script: go test ./...\n")
                .file(".azure-pipelines/ship.yml", "steps:\n- task: GitHubRelease@1\n")
                .file(".azure-pipelines/test.yml", "steps:\n- script: go test ./...\n"));
        assertThat(said(Remark.Kind.OPEN))
                .contains("'.azure-pipelines/ship.yml:2' mentions a release, but is a config of Azure Pipelines")
                .doesNotContain(".azure-pipelines/test.yml")
                .contains("'.circleci/config.yml:4' mentions a release, but is a config of CircleCI")
                .doesNotContain(".travis.yml");
    }

    @Test
    void aConfigThatAnotherServiceNamesIsTakenOver() throws NoProposal {
        String config = config(reed("ci/goreleaser.yml", "version: 2\nchecksum: { name_template: sums.txt }\n")
                .file(
                        ".gitlab-ci.yml",
                        "try: { script: goreleaser --snapshot -f ci/other.yml }\n"
                                + "ship: { script: [./bin/goreleaser release --clean --config=ci/goreleaser.yml] }\n")
                .file("ci/other.yml", "version: 2\nchecksum: { name_template: other.txt }\n"));
        assertThat(config).contains("checksum-file: sums.txt");
    }

    @Test
    void filesThatNobodyUploadsTodayAreSaidToBeUploaded() throws NoProposal {
        config(reed(".goreleaser.yaml", "release: { skip_upload: auto }\n"));
        assertThat(said(Remark.Kind.LEFT))
                .contains("release.skip_upload auto GoReleaser uploads no files of prereleases, but Slipway does");
    }

    private String announced(boolean draft) throws NoProposal {
        config(reed(".goreleaser.yaml", "release: { draft: " + draft + " }\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ["v*"] } }
                        jobs:
                          go:
                            runs-on: ubuntu-latest
                            steps: [{ uses: goreleaser/goreleaser-action@v6, with: { args: release } }]
                        """)
                .file(".github/workflows/news.yml", """
                        on: { release: { types: [published] } }
                        jobs: { tell: { runs-on: ubuntu-latest, steps: [{ run: ./tell.sh }] } }
                        """));
        return said(Remark.Kind.OPEN);
    }

    @Test
    void aDraftThatAPersonPublishesStartsOtherWorkflows() throws NoProposal {
        assertThat(announced(true)).doesNotContain("news.yml");
    }

    @Test
    void aReleaseThatTheWorkflowPublishesStartsNone() throws NoProposal {
        assertThat(announced(false)).contains("'.github/workflows/news.yml' starts when");
    }

    @Test
    void thePrefixOfTheTagsOfAMonorepoIsThatOfOurs() throws NoProposal {
        assertThat(config(reed(".goreleaser.yaml", "monorepo: { tag_prefix: reed/, dir: tools/reed }\n")))
                .contains("\ntag: reed/v*\n");
        assertThat(said(Remark.Kind.TAKEN))
                .contains("tag reed/v* from .goreleaser.yaml:1 tag_prefix, with the usual 'v' after it");
        assertThat(said(Remark.Kind.LEFT)).contains("goreleaser monorepo.dir tools/reed");
    }

    @Test
    void aPrefixThatOnlyARunFillsInIsSaid() throws NoProposal {
        config(reed(".goreleaser.yaml", "monorepo: { tag_prefix: '{{ .Env.PART }}/' }\n"));
        assertThat(said(Remark.Kind.OPEN))
                .contains("tag  GoReleaser releases at tags that begin with '{{ .Env.PART }}/'");
    }

    /** A command before the release may create more files that the pattern matches. */
    @Test
    void filesThatAPatternFindsInTheRepositoryAreReleased() throws NoProposal {
        String config = config(reed(
                        ".goreleaser.yaml",
                        "release: { extra_files: [{ glob: './scripts/*/*.sh' }, { glob: 'out/*.sum' }, { glob: keys/reed.pub }] }\n")
                .file("scripts/a/reed.sh", "#!/bin/sh\n")
                .file("scripts/b/tide.sh", "#!/bin/sh\n")
                .file("scripts/b/README.md", "tide\n")
                .file("keys/reed.pub", "key\n"));
        assertThat(config)
                .contains("scripts/a/reed.sh, scripts/b/tide.sh, keys/reed.pub")
                .doesNotContain("README");
        assertThat(said(Remark.Kind.LEFT))
                .contains("scripts/*/*.sh 'release.files' lists what the repository has now")
                .contains("out/*.sum no file in the repository matches")
                .doesNotContain("no longer released");
    }

    @Test
    void whatAWorkflowUploadsFromTheFolderOfGoReleaserIsNamedByTheConfig() throws Exception {
        config(reed(".goreleaser.yml", """
                        version: 2
                        builds: [{ goos: [linux], goarch: [amd64] }]
                        checksum: { name_template: sums.txt }
                        signs: [{ cmd: cosign, artifacts: checksum, signature: '${artifact}.sig' }]
                        """).file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          release:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: goreleaser/goreleaser-action@v6
                                with: { args: --skip=publish }
                              - uses: softprops/action-gh-release@v2
                                with: { files: "dist/*.tar.gz\ndist/sums.txt\ndist/sums.txt.sig" }
                        """));
        assertThat(said(Remark.Kind.OPEN)).doesNotContain("known only during a run");
        assertThat(said(Remark.Kind.LEFT)).containsOnlyOnce("release.files sums.txt.sig");
    }

    @Test
    void theFolderOfArchivesIsSaidWhereItIsSet() throws NoProposal {
        config(reed(".goreleaser.yaml", """
                version: 2
                archives:
                  - name_template: 'reed-{{ .Os }}-{{ .Arch }}'
                    wrap_in_directory: true
                """));
        assertThat(said(Remark.Kind.TAKEN))
                .contains("archive.layout dir from .goreleaser.yaml:4 archives[0].wrap_in_directory");
    }
}
