package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Variables that a workflow gives to builds of Gradle and of other tools. */
class GivenVariablesTest extends HandWrittenRelease {
    @Test
    void whatOnlyTheBuildReadsIsListed() throws Exception {
        Proposal proposal = proposal(workflow(
                repository()
                        .file("build.gradle", "plugins { id 'application' }\napplication { mainClass = 'A' }\n")
                        .file("settings.gradle", "rootProject.name = 'kelp'\n")
                        .committed()
                        .origin("https://github.com/me/kelp"),
                """
                build:
                  runs-on: macos-15
                  env: { LINE: deep, META: 'build.${{ github.run_number }}', RUN: '${{ github.run_id }}', NAME: kelp, JDK: '21', API_KEY: x, FORCE_COLOR: 1 }
                  steps:
                    - uses: actions/setup-java@v5
                      with: { distribution: temurin, java-version: '${{ env.JDK }}' }
                    - run: ./gradlew distZip -Pname=$NAME
                      env: { buildType: stable, HOMES: "${{ github.workspace }}/x", GITHUB_TOKEN: '${{ github.token }}', SENTRY: '${{ secrets.S }}' }
                    - run: ls build && ./gradlew --version
                      env: { SHOWN: all }
                    - uses: softprops/action-gh-release@v2
                      with: { files: build/distributions/kelp.zip }
                test:
                  runs-on: ubuntu-latest
                  steps: [{ run: ./gradlew check, env: { DATABASE: mem } }]
                """));
        assertThat(lost(proposal))
                .contains(
                        "macos.env LINE=deep no longer given to builds unless you write it there",
                        "macos.env META=build.… no longer given",
                        "macos.env HOMES=${{ github.workspace }}/x no longer",
                        "macos.env buildType=stable no longer")
                .doesNotContain("RUN=")
                .doesNotContain("NAME", "JDK", "API_KEY", "COLOR", "TOKEN", "SENTRY", "SHOWN", "DATABASE");
    }

    @Test
    void cargoGetsWhatTheConfigTakesOver() throws Exception {
        assertThat(lost(proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  env: { LINE: deep }
                  steps:
                    - run: make all && gh release create $GITHUB_REF_NAME kelp-linux-amd64
                """)))).doesNotContain("LINE");
    }
}
