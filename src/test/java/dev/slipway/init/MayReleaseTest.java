package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workflows that may release with something that cannot be read. */
class MayReleaseTest extends HandWrittenRelease {
    @ParameterizedTest
    @CsvSource({
        "GH_TOKEN, upload-launchers, true",
        "MY_GITHUB_PAT, upload-launchers, true",
        "NPM_TOKEN, upload-launchers, false",
        "GH_TOKEN, test-launchers, false"
    })
    void aBuildToolWithATokenMayRelease(String secret, String job, boolean may) throws Exception {
        Proposal proposal = proposal(go("# Kelp\n")
                .file("mill", "#!/bin/sh\nMILL=$(fetch)\nexec \"$MILL\" \"$@\"\n")
                .file(".github/workflows/ci.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  %s:
                    runs-on: ubuntu-latest
                    steps:
                      - run: ./mill -i launchers
                        env: { TOKEN: '${{ secrets.%s }}' }
                """.formatted(job, secret)));
        assertThat(said(proposal, Remark.Kind.OPEN)
                        .contains("ci.yml' may also release, for it calls './mill -i launchers'"))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"NUGET_APIKEY, true", "PYPI_PASSWORD, true", "CODECOV_KEY, false"})
    void aScriptThatGetsTheKeyOfARegistryToo(String secret, boolean may) throws Exception {
        Proposal proposal = proposal(
                go("# Kelp\n").file("build/make.csx", "Build();\n").file(".github/workflows/ci.yml", """
                on: [push, pull_request]
                jobs:
                  all:
                    runs-on: ubuntu-latest
                    steps:
                      - run: dotnet-script build/make.csx
                        env:
                          GITHUB_REPO_TOKEN: ${{ secrets.GITHUB_TOKEN }}
                          KEY: ${{ secrets.%s }}
                """.formatted(
                                secret)));
        assertThat(said(proposal, Remark.Kind.OPEN)
                        .contains("ci.yml' may also release, for it calls 'dotnet-script build/make.csx'"))
                .isEqualTo(may);
    }

    @Test
    void aWrapperIsSaidAsItsStepCallsIt() throws Exception {
        Proposal proposal = proposal(go("# Kelp\n")
                .file(
                        "mill",
                        "#!/bin/sh\nif [ $WIN ]; then exec \"$PWD/mill.bat\" \"$@\"; else exec \"$PWD/millw\" \"$@\"; fi\n")
                .file(".github/workflows/ci.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  upload:
                    runs-on: ubuntu-latest
                    steps:
                      - run: |
                          ./mill --version
                          ./mill -i upload
                        env: { TOKEN: '${{ secrets.GH_TOKEN }}' }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("for it calls './mill -i upload'");
    }

    @ParameterizedTest
    @CsvSource({
        "acme/ci/publish_release@v1, true",
        "acme/go-release/create-draft-release@v1, true",
        "acme/release-drafter@v1, false",
        "acme/release-downloader@v1, false",
        "acme/setup-release-tools@v1, false",
        "acme/publish-site@v1, false",
        "acme/chart-releaser@v1, false",
    })
    void anActionForReleasesMayRelease(String action, boolean may) throws Exception {
        Proposal proposal = proposal(go("# Kelp\n").file(".github/workflows/ci.yml", """
                on: { push: { tags: ['v*'] } }
                permissions: { contents: write }
                jobs:
                  publish_release:
                    runs-on: ubuntu-latest
                    steps: [{ uses: '%s', with: { github_token: '${{ github.token }}' } }]
                """.formatted(action)));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("ci.yml' may also release, for it calls 'acme/"))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "acme/actions@v1, task: release, true",
        "acme/actions@v1, task: upload, true",
        "acme/actions@v1, profile: release, false",
        "acme/actions@v1, task: lint, false",
        "docker/acme@v1, command: upload, false",
    })
    void anActionThatIsAskedToReleaseMayDoSo(String action, String input, boolean may) throws Exception {
        Proposal proposal =
                proposal(go("# Kelp\n").file(".github/workflows/github-release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps: [{ uses: '%s', with: { %s, files: dist, token: '${{ github.token }}' } }]
                """.formatted(action, input)));
        assertThat(said(proposal, Remark.Kind.OPEN)
                        .contains("github-release.yml' may also release, for it calls 'acme/actions'"))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "otter github create-releases, true",
        "otter create-custom-release edge, true",
        "go tool otter cmd release, true",
        "cargo xtask publish, true",
        "cargo run --release -- otter, false",
        "echo create-release, false",
        "otter github delete-release edge, false"
    })
    void aToolThatIsNotKnownMayReleaseWhenABranchIsPushed(String command, boolean may) throws Exception {
        Proposal proposal = proposal(go("# Kelp\n").file(".github/workflows/ci.yml", """
                on: { push: { branches: [main] } }
                permissions: { contents: write }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps: [{ run: '%s', env: { GITHUB_TOKEN: '${{ github.token }}' } }]
                """.formatted(command)));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("ci.yml' may also release, for it calls '" + command))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "Release the add-on, ./gradlew releaseAddOn, true",
        "Release the add-on, ./gradlew generateReleaseState, false",
        "Test, ./gradlew test, false"
    })
    void aTaskForReleasesMayReleaseAtPushesToABranch(String name, String command, boolean may) throws Exception {
        Proposal proposal = proposal(repository()
                .file("build.gradle", "plugins { id 'java' }\n")
                .file("gradlew", "")
                .file(".github/workflows/on-main.yml", """
                        name: %s
                        on: { push: { branches: [main], paths: [gradle.properties] } }
                        jobs:
                          ship:
                            runs-on: ubuntu-latest
                            env: { BOT_TOKEN: "${{ secrets.BOT_TOKEN }}" }
                            steps:
                              - run: %s
                        """.formatted(name, command))
                .committed()
                .git("tag", "v1.2.3")
                .origin("https://github.com/me/kelp"));
        assertThat(said(proposal, Remark.Kind.OPEN)
                        .contains("on-main.yml' may also release, for it calls './gradlew releaseAddOn'"))
                .isEqualTo(may);
        assertThat(said(proposal, Remark.Kind.OPEN).contains("found no workflow that makes releases"))
                .isEqualTo(!may);
    }

    @Test
    void whatAJobThatMayReleasePublishesElsewhereIsListed() throws Exception {
        Proposal proposal = proposal(repository()
                .file("build.gradle", "plugins { id 'java' }\n")
                .file("gradlew", "")
                .file(
                        "ship.sh",
                        "./gradlew releaseAll\n./gradlew deploy\n./gradlew publishAllPublicationsToOtterRepository\n")
                .file(".github/workflows/on-main.yml", """
                        on: { push: { branches: [main] } }
                        jobs:
                          test:
                            runs-on: ubuntu-latest
                            steps: [{ run: cargo publish }]
                          ship:
                            runs-on: ubuntu-latest
                            steps: [{ name: Ship, run: bash ship.sh, env: { KEY: "${{ secrets.KEY }}" } }]
                        """)
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("may also release, for it calls './gradlew releaseAll'");
        assertThat(lost(proposal))
                .contains("step 'Ship' what the task 'deploy' publishes, a Maven repository; move it to 'jobs'")
                .doesNotContain("crates.io");
    }

    @Test
    void theReleasePluginOfMavenMakesTagsAndNoRelease() throws Exception {
        Proposal proposal = proposal(repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(".github/workflows/release.yml", """
                        on: workflow_dispatch
                        jobs:
                          prepare:
                            runs-on: ubuntu-latest
                            permissions: { contents: write }
                            steps:
                              - uses: actions/checkout@v4
                              - run: ./mvnw -B release:prepare release:perform
                                env: { GITHUB_TOKEN: "${{ github.token }}" }
                        """)
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(proposal.config()).contains("trigger: call");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("call the release after it creates the tag")
                .doesNotContain("may also release");
    }

    @ParameterizedTest
    @CsvSource({
        "acme/release-it@v1, write, true",
        "acme/release-it@v1, read, false",
        "rajatjindal/krew-release-bot@v0.0.46, write, false"
    })
    void anActionForReleasesGetsTheTokenOfItsJobWithoutAWord(String action, String access, boolean may)
            throws Exception {
        Proposal proposal = proposal(go("# Kelp\n").file(".github/workflows/ci.yml", """
                on: { push: { tags: ['v*'] } }
                permissions: { contents: %s }
                jobs:
                  release:
                    runs-on: ubuntu-latest
                    steps: [{ uses: '%s' }]
                """.formatted(access, action)));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("ci.yml' may also release"))
                .isEqualTo(may);
    }

    @Test
    void aWorkflowThatCallsOneOfOthersAlsoLosesWhatItsOtherJobsPush() throws Exception {
        Proposal proposal = proposal(go("# Kelp\n").file(".github/workflows/tags.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    uses: otter/flows/.github/workflows/release.yml@v1
                  docs:
                    runs-on: ubuntu-latest
                    steps:
                      - { name: Pages, uses: ad-m/github-push-action@v1, with: { repository: me/pages, branch: main } }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("may also release, for it calls 'otter/flows/");
        assertThat(lost(proposal)).contains("step 'Pages' a commit in another repository; move it to 'jobs'");
    }
}
