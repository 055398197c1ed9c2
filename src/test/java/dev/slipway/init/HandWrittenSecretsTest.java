package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What init says of steps that get a secret, and of those that sign. */
class HandWrittenSecretsTest extends HandWrittenRelease {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses: 8398a7/action-slack@v3\nwith: { url: '${{ secrets.HOOK }}' }",
                "uses: sarisia/actions-status-discord@v1\nwith: { webhook: '${{ secrets.HOOK }}' }",
                "uses: cbrgm/mastodon-github-action@v2\nenv: { TOKEN: '${{ secrets.TOOT }}' }",
                "uses: me/tell@v1\nwith: { to: '${{ secrets.SLACK_WEBHOOK }}' }",
                "run: curl -d @text https://hooks.slack.com/services/x\nenv: { X: '${{ secrets.HOOK }}' }",
                "run: curl -X POST --json @text \"$URL\"\nenv: { URL: '${{ secrets.DISCORD_URL }}' }"
            })
    void aStepThatOnlyTellsPeopleIsSaidToAnnounce(String step) throws Exception {
        assertThat(lost(proposal(release(releasing(step)))))
                .contains("step 'The last one' releases are no longer announced")
                .doesNotContain("it gets the secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: gh issue list --label blocks-release\nenv: { GH_TOKEN: '${{ secrets.ROBOT }}' }",
                "run: gh api repos/me/kelp/releases/latest\nenv: { GH_TOKEN: '${{ secrets.ROBOT }}' }",
                "run: curl -sSL https://example.org/notes\nenv: { X: '${{ secrets.ROBOT }}' }",
                "run: git push origin \"refs/tags/v1\"\nenv: { X: '${{ secrets.ROBOT }}' }",
                "run: gh release edit $GITHUB_REF_NAME --draft=false --repo ${{ github.repository }}\nenv: { X: '${{ secrets.ROBOT }}' }",
                "shell: pwsh\nrun: Get-FileHash kelp.zip | Select-Object Hash\nenv: { X: '${{ secrets.ROBOT }}' }",
                "uses: goreleaser/goreleaser-action@v7\nwith: { install-only: true }\nenv: { X: '${{ secrets.ROBOT }}' }",
                "uses: me/setup-kelp@v1\nwith: { token: '${{ secrets.ROBOT }}' }"
            })
    void aStepThatOnlyReadsOrPushesTheTagIsNotListed(String step) throws Exception {
        assertThat(lost(proposal(release(releasing(step))))).doesNotContain("step ");
    }

    @Test
    void aSecretThatABuildGetsIsListed() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - name: Compile
                      run: cargo build --release
                      env: { TELEMETRY_KEY: '${{ secrets.TELEMETRY_KEY }}', GH: '${{ secrets.GITHUB_TOKEN }}' }
                    - uses: softprops/action-gh-release@v2
                      with: { files: target/release/kelp }
                """));
        assertThat(lost(proposal))
                .contains("step 'Compile' it gives the secret 'TELEMETRY_KEY' to the build; programs may contain it");
    }

    @Test
    void aSecretWhoseNameIsComputedIsCalledByWhatComputesIt() throws Exception {
        String step = "uses: me/ship@v1\nwith: { to: '${{ secrets[format(''KEY_{0}'', github.actor)] }}' }";
        assertThat(lost(proposal(release(releasing(step)))))
                .contains(
                        "step 'The last one' it gets the secret 'secrets[format('KEY_{0}', github.actor)]', so it may");
    }

    @Test
    void aTokenThatAnotherStepMakesOfASecretOpensTheSameDoors() throws Exception {
        String robot = """
                uses: actions/create-github-app-token@v2
                id: robot
                with: { client-id: Iv1, private-key: '${{ secrets.ROBOT_KEY }}' }
                """;
        String told = """
                - name: Tell the site
                  run: gh workflow run rebuild.yml --repo me/site
                  env: { GH_TOKEN: '${{ steps.robot.outputs.token }}' }
                """;
        assertThat(lost(proposal(release(releasing(robot) + told.indent(4)))))
                .contains("step 'Tell the site' it gets the secret 'steps.robot.outputs.token', so it may publish");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: gh release edit v1 --draft=false --discussion-category News\nenv: { X: '${{ secrets.ROBOT }}' }",
                "uses: softprops/action-gh-release@v2\nwith: { discussion_category_name: News }"
            })
    void aDiscussionAboutTheReleaseIsListed(String step) throws Exception {
        assertThat(lost(proposal(release(releasing(step)))))
                .contains("step 'The last one' a discussion about the release; move it to 'jobs'")
                .doesNotContain("secret");
    }

    @Test
    void aSecretThatAStepFetchesIsCalledLikeItsOutput() throws Exception {
        String fetched = "uses: me/fetch-secrets@v1\nid: my-secrets\n";
        String told = """
                - name: Tell the site
                  run: gh workflow run rebuild.yml --repo me/site
                  env: { GH_TOKEN: '${{ steps.my-secrets.outputs.SITE_TOKEN }}' }
                """;
        assertThat(lost(proposal(release(releasing(fetched) + told.indent(4)))))
                .contains("step 'Tell the site' it gets the secret 'steps.my-secrets.outputs.SITE_TOKEN', so it may");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: gh release edit v1 --notes x --repo me/site\nenv: { A: '${{ secrets.ROBOT }}' }|the secret 'ROBOT'",
                "run: gh api -X POST repos/me/site/dispatches\nenv: { A: '${{ secrets.ROBOT }}' }|the secret 'ROBOT'",
                "run: go run ./scripts/tell-others\nenv: { A: '${{ secrets.ROBOT }}' }|the secret 'ROBOT'",
                "run: git push origin main\nenv: { A: '${{ secrets.ROBOT }}' }|the secret 'ROBOT'",
                "run: curl -T kelp.zip \"$TO\"\nenv: { TO: '${{ secrets.STORE }}', A: '${{ secrets.SLACK }}' }"
                        + "|the secret 'STORE'",
                "uses: me/ship@v1\nwith: { a: '${{ secrets.ONE }}', b: '${{ secrets.TWO }}' }|the secrets 'ONE', 'TWO'"
            })
    void aStepThatMayPublishIsListedWithItsSecrets(String line) throws Exception {
        String[] parts = line.split("\\|");
        assertThat(lost(proposal(release(releasing(parts[0])))))
                .contains("step 'The last one' it gets " + parts[1] + ", so it may publish somewhere else");
    }

    @Test
    void aKeyForSignaturesIsSaidToBeOne() throws Exception {
        assertThat(lost(proposal(release(releasing("""
                uses: docker://ghcr.io/me/seal:1
                with: { args: kelp-linux.tar.gz }
                env: { RING: '${{ secrets.GPG_KEYRING }}' }
                """)))))
                .contains("it gets the secret 'GPG_KEYRING', so it may sign files");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "make seal",
                "npm run seal",
                "ninja seal && gh release upload v1 kelp.zip",
                "./mvnw -B verify",
                "./gradlew assemble",
                "dotnet build -c Release",
                "npx electron-builder --win"
            })
    void aTaskThatGetsAKeyMaySign(String task) throws Exception {
        assertThat(lost(proposal(release(releasing(
                        "run: " + task + "\nenv: { A: '${{ secrets.STORE }}', K: '${{ secrets.MINISIGN_KEY }}' }")))))
                .contains("it gets the secret 'MINISIGN_KEY', so it may sign files");
    }

    @Test
    void aScriptThatPowerShellStartsIsFoundByItsPath() throws Exception {
        Proposal proposal = proposal(release(releasing("""
                shell: pwsh
                run: Get-ChildItem .\\dist | ForEach-Object { .\\tools\\sign.ps1 $_.FullName }
                """)));
        assertThat(lost(proposal)).contains("step 'The last one'").contains("a signature, as the name of");
    }

    /** The workflow stays because it makes the tag; the files that it signs are no longer those of the release. */
    @Test
    void aSignatureIsLostEvenIfItsWorkflowStays() throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/release.yml", """
                on: { push: { branches: [main] } }
                jobs:
                  tag:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: googleapis/release-please-action@v4
                  ship:
                    needs: tag
                    runs-on: macos-latest
                    steps:
                      - run: cargo build --release && zip kelp.zip target/release/kelp
                      - name: Sign it
                        run: codesign -s Me target/release/kelp
                      - name: Pack it
                        run: npm publish
                      - run: gh release upload $TAG kelp.zip
                """));
        assertThat(lost(proposal)).contains("step 'Sign it'").doesNotContain("step 'Pack it'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses: webfactory/ssh-agent@v0.9.0\nwith: { ssh-private-key: '${{ secrets.KEY }}' }",
                "uses: de-vri-es/setup-git-credentials@v2\nwith: { credentials: '${{ secrets.GIT_LOGIN }}' }",
                "uses: actions/checkout@v5\nwith: { submodules: recursive, token: '${{ secrets.PAT }}' }",
                "run: git config --global url.\"https://x:$PAT@github.com/\".insteadOf https://github.com/\nenv: { PAT: '${{ secrets.PAT }}' }"
            })
    void aKeyForSourcesIsSaidToBeOne(String step) throws Exception {
        assertThat(lost(proposal(release(releasing(step)))))
                .contains("a key or a token with which builds fetch sources; builds get no secrets")
                .doesNotContain("may publish");
    }
}
