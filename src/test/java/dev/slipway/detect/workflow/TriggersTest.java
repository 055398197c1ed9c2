package dev.slipway.detect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who makes the tag of a release, and what starts it therefore. */
class TriggersTest extends TriggerSamples {
    @Test
    void releasePleaseThatMakesNoReleasesLeavesTheTagToAnotherStep() {
        for (String config : List.of(
                "{ \"skip-github-release\": true, \"packages\": { \".\": {} } }",
                "{\n\t\"packages\": { \".\": { \"skip-github-release\": true } }\n}")) {
            Takeover takeover = takeover(bot("""
                    - uses: googleapis/release-please-action@v4
                      with: { token: '${{ secrets.BOT }}' }
                    - uses: actions/github-script@v7
                      with:
                        script: |
                          github.rest.git.createRef({ ...context.repo, ref: `refs/tags/v${version}`, sha: context.sha })
                    """).file("release-please-config.json", config));

            assertThat(trigger(takeover).orElse("nothing"))
                    .as(config)
                    .startsWith("call (from .github/workflows/bot.yml:")
                    .contains("actions/github-script creates the tag");
            assertThat(open(takeover)).doesNotContain("release-please");
        }
    }

    @Test
    void aTagWithAFixedNameIsNoneOfAVersion() {
        Takeover takeover = takeover(bot("""
                - uses: actions/github-script@v7
                  with: { script: "github.rest.git.createRef({ ...context.repo, ref: 'refs/tags/nightly', sha })" }
                """));
        assertThat(trigger(takeover)).isEmpty();
    }

    @Test
    void aTagThatAJobPushesWithItsOwnTokenStartsNothing() {
        for (String steps : List.of(
                "- uses: release-plz/action@v0.5\n  env: { GITHUB_TOKEN: '${{ secrets.GITHUB_TOKEN }}' }\n",
                "- uses: acme/release-plz@v1\n  env: { GITHUB_TOKEN: '${{ secrets.GITHUB_TOKEN }}' }\n",
                "- uses: actions/checkout@v4\n- run: cargo release minor --execute --no-confirm\n",
                "- uses: actions/checkout@v4\n- run: cargo release tag --execute\n",
                "- uses: googleapis/release-please-action@v4\n",
                "- uses: mathieudutour/github-tag-action@v6\n  with: { github_token: '${{ github.token }}' }\n",
                "- uses: actions/checkout@v4\n- run: git tag \"v$VERSION\" && git push origin \"v$VERSION\"\n",
                "- uses: actions/checkout@v4\n- run: |\n    git tag -a v1.2.4 -m v1.2.4\n    git push --follow-tags\n",
                "- run: git tag v$V && git push https://x:${{ github.token }}@github.com/acme/otto v$V\n",
                "- run: npx -y release-please --repo-url acme/otto github-release --draft\n",
                "- run: npx semantic-release\n  env: { GITHUB_TOKEN: '${{ secrets.GITHUB_TOKEN }}' }\n")) {
            Takeover takeover = takeover(bot(steps));

            assertThat(trigger(takeover).orElse("nothing"))
                    .as(steps)
                    .startsWith("call (from .github/workflows/bot.yml:")
                    .endsWith("such tags start no workflow)");
            assertThat(open(takeover))
                    .as(steps)
                    .contains("a job with 'needs: tag', 'uses: $/.github/workflows/release-and-publish.yml'");
        }
    }

    @Test
    void aTagOfAPersonsTokenStartsTheRelease() {
        for (String steps : List.of(
                "- uses: release-plz/action@v0.5\n  env: { GITHUB_TOKEN: '${{ secrets.BOT_TOKEN }}' }\n",
                "- uses: acme/release-plz@v1\n  with: { PAT: '${{ secrets.BOT_TOKEN }}' }\n",
                "- uses: googleapis/release-please-action@v4\n  with: { token: '${{ secrets.BOT_TOKEN }}' }\n",
                "- uses: actions/checkout@v4\n  with: { token: '${{ secrets.BOT_TOKEN }}' }\n- run: git tag v$V && "
                        + "git push --tags\n",
                "- uses: actions/checkout@v4\n  with: { ssh-key: '${{ secrets.KEY }}' }\n- run: git tag v$V && git "
                        + "push --tags\n",
                "- run: release-please --token \"${{ secrets.BOT_TOKEN }}\" github-release\n",
                "- run: git tag v$V && git push \"https://bot:${PAT}@github.com/acme/otto.git\" v$V\n  env: { PAT: '${{ "
                        + "secrets.BOT_TOKEN }}' }\n",
                "- run: |\n    git remote set-url origin https://x-access-token:${{ secrets.BOT_TOKEN }}@github.com/acme/otto\n"
                        + "    git tag v$V\n    git push --tags\n",
                "- uses: actions/create-github-app-token@v2\n  id: app\n  with: { app-id: 1 }\n"
                        + "- uses: cycjimmy/semantic-release-action@v4\n  env: { GITHUB_TOKEN: '${{ "
                        + "steps.app.outputs.token }}' }\n")) {
            String checkout = steps.contains("release-plz")
                    ? "- uses: actions/checkout@v4\n  with: { persist-credentials: false }\n"
                    : "";

            Takeover takeover = takeover(bot(checkout + steps));

            assertThat(trigger(takeover).orElse("nothing"))
                    .as(steps)
                    .startsWith("tag (from .github/workflows/bot.yml:")
                    .endsWith("such tags start the release)");
            assertThat(open(takeover)).as(steps).doesNotContain("call the release");
        }
    }

    @Test
    void aToolThatPublishesReleasesHasToLeaveThatToOurs() {
        assertThat(open(takeover(bot("- uses: googleapis/release-please-action@v4\n  with: { token: '${{ "
                        + "secrets.BOT_TOKEN }}' }\n"))))
                .isEqualTo("a release stops if release-please has published one at '.github/workflows/bot.yml:7': set "
                        + "'draft' and 'force-tag-creation', so that its draft gets the files");
    }

    @Test
    void aToolIsKnownHoweverItsPackageIsStarted() {
        for (String run : List.of(
                "npx -p @semantic-release/exec --package conventional-changelog semantic-release",
                "npx --yes --package=@semantic-release/git semantic-release@24 --debug",
                "npm exec --package=semantic-release -- semantic-release",
                "pnpm dlx semantic-release@latest",
                "yarn run semantic-release",
                "bunx semantic-release",
                "./node_modules/.bin/semantic-release")) {
            String steps = "- run: " + run + "\n  env: { GITHUB_TOKEN: '${{ secrets.BOT_TOKEN }}' }\n";
            assertThat(open(takeover(bot(steps))))
                    .as(run)
                    .startsWith("a release stops if semantic-release has published one at");
        }
    }

    @Test
    void theToolInPythonHasNoPluginToRemove() {
        String env = "\n  env: { GH_TOKEN: '${{ secrets.BOT_TOKEN }}' }\n";
        assertThat(open(takeover(bot("- run: uv run semantic-release version" + env))))
                .endsWith("call it with 'version --no-vcs-release', so that it creates only the tag");
        for (String run :
                List.of("semantic-release --dry-run", "semantic-release version --print", "npx semantic-release -d")) {
            assertThat(open(takeover(bot("- run: " + run + env)))).as(run).doesNotContain("a release stops");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "- run: npx semantic-release | .releaserc | { \"plugins\": [\"@semantic-release/npm\", [\"@semantic-release/exec\", {}]] }",
                "- run: npx semantic-release | .releaserc.yml | plugins: ['@semantic-release/git']",
                "- uses: release-plz/action@v0.5 | release-plz.toml | workspace.git_release_enable = false",
            })
    void aToolThatPublishesNoReleaseIsToldNothing(String step, String file, String config) {
        String steps = "- uses: actions/checkout@v4\n  with: { persist-credentials: false }\n" + step
                + "\n  env: { GITHUB_TOKEN: '${{ secrets.%s }}' }\n";
        assertThat(open(takeover(bot(steps.formatted("BOT_TOKEN")).file(file, config))))
                .isEmpty();
        assertThat(open(takeover(bot(steps.formatted("GITHUB_TOKEN")).file(file, config))))
                .contains("the tag is in '")
                .doesNotContain("remove its plugin", "set 'git_release_enable");
    }

    @Test
    void aConfigOfSemanticReleaseThatMayHaveMorePluginsIsNotTrusted() {
        String steps = "- run: npx semantic-release\n  env: { GITHUB_TOKEN: '${{ secrets.BOT_TOKEN }}' }\n";
        for (String config : List.of(
                "extends: ours\nplugins: ['@semantic-release/git']\n",
                "branches: [main]\n",
                "plugins: [['@semantic-release/github', { assets: dist }]]\n")) {
            assertThat(open(takeover(bot(steps).file(".releaserc.yml", config))))
                    .as(config)
                    .contains("remove its plugin '@semantic-release/github'");
        }
    }

    @Test
    void aCommandOfSemanticReleaseMayRelease() {
        Takeover takeover = takeover(crate().file(".releaserc.yml", """
                plugins:
                  - ['@semantic-release/exec', { verifyConditionsCmd: ./look.sh, publishCmd: 'goreleaser release --clean' }]
                """));
        assertThat(open(takeover))
                .contains("'.releaserc.yml:2' lets semantic-release run 'goreleaser release --clean', which is not"
                        + " followed here: if it releases, remove it before the next release")
                .doesNotContain("look.sh");
    }

    @Test
    void aReleaseAfterTheTestsOfATagNoLongerWaitsForThem() {
        assertThat(
                        open(
                                takeover(
                                        release("{ workflow_run: { workflows: [Try], types: [completed] } }")
                                                .file(
                                                        ".github/workflows/try.yml",
                                                        "name: Try\non: { push: { tags: [v*] } }\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: cargo test }] } }\n"))))
                .contains("today, the release follows '.github/workflows/try.yml'; the new one starts with the tag");
    }

    @Test
    void aPushThatAloneReleasesIsNoDispatch() {
        Takeover takeover = takeover(crate().file(".github/workflows/ship.yml", """
                        on: { push: { branches: [main] }, workflow_dispatch: {} }
                        jobs:
                          test: { runs-on: ubuntu-latest, steps: [{ run: cargo test }] }
                          ship:
                            needs: test
                            if: github.event_name == 'push' && startsWith(github.event.commits[0].message, 'Release ')
                            uses: ./.github/workflows/files.yml
                        """)
                .file(
                        ".github/workflows/files.yml",
                        "on: workflow_call\njobs:\n  upload:\n    runs-on: ubuntu-latest\n"
                                + "    steps: [{ run: gh release create v1.2.3 Cargo.toml }]\n"));
        assertThat(trigger(takeover)).contains("dispatch (from .github/workflows/ship.yml on.push)");
        assertThat(open(takeover)).contains("releases at pushes to a branch, which the new release does not");
    }

    @Test
    void aToolThatPublishesNoReleasesByItsConfigHasNothingToLeave() {
        String step = "- uses: actions/checkout@v4\n  with: { persist-credentials: false }\n"
                + "- uses: release-plz/action@v0.5\n  env: { GITHUB_TOKEN: '${{ secrets.%s }}' }\n";
        String settled = "[workspace]\ngit_release_enable = false\n";
        assertThat(open(takeover(bot(step.formatted("BOT_TOKEN")).file("release-plz.toml", settled))))
                .isEmpty();
        assertThat(open(takeover(bot(step.formatted("GITHUB_TOKEN")).file(".release-plz.toml", settled))))
                .contains("let '.github/workflows/bot.yml:9' call the release")
                .contains("; the tag is in")
                .doesNotContain("git_release_enable");
        assertThat(open(takeover(bot(step.formatted("BOT_TOKEN"))
                        .file(
                                "release-plz.toml",
                                settled + "[[package]]\nname = \"kelp\"\ngit_release_enable = true\n"))))
                .contains("set 'git_release_enable = false'");
    }

    @Test
    void aReleaseThatAToolPublishesStaysWhatStartsTheWorkflow() {
        Takeover takeover = takeover(release("{ release: { types: [published] } }")
                .file(
                        ".github/workflows/bot.yml",
                        "on: { push: { branches: [main] } }\njobs:\n  tag:\n    runs-on: ubuntu-latest\n    steps:\n"
                                + "      - uses: googleapis/release-please-action@v4\n"
                                + "        with: { token: '${{ secrets.BOT_TOKEN }}' }\n"));

        assertThat(trigger(takeover)).contains("published (from .github/workflows/release.yml on.release)");
    }

    @Test
    void aWorkflowThatFollowsTheReleaseLearnsItsNewName() {
        for (String name : List.of("Ship it", "Release")) {
            Takeover takeover = takeover(crate().file(
                            ".github/workflows/ship.yml",
                            "name: " + name
                                    + "\non: { push: { tags: ['v*'] } }\njobs:\n  all:\n    runs-on: ubuntu-latest\n"
                                    + "    steps: [{ run: gh release create v1 }]\n")
                    .file(
                            ".github/workflows/site.yml",
                            "on: { workflow_run: { workflows: [" + name + "], types: [completed] } }\njobs:\n  all:\n"
                                    + "    runs-on: ubuntu-latest\n    steps: [{ run: make site }]\n"));

            assertThat(open(takeover))
                    .isEqualTo(
                            name.equals("Release")
                                    ? ""
                                    : "'.github/workflows/site.yml' starts after the workflow 'Ship it': if it belongs to the release, replace this name "
                                            + "with that of the new workflow, 'Release'");
        }
    }

    @Test
    void aTokenThatNobodyCanTellIsAQuestion() {
        Takeover takeover =
                takeover(bot("- uses: release-plz/action@v0.5\n  env: { GITHUB_TOKEN: '${{ secrets.BOT_TOKEN || "
                        + "github.token }}' }\n"));

        assertThat(trigger(takeover)).isEmpty();
        assertThat(open(takeover))
                .startsWith(
                        ".github/workflows/bot.yml:7: release-plz creates the tag with 'secrets.BOT_TOKEN || github.token'; "
                                + "if that is the job's own token, such tags start no workflow");
    }

    @Test
    void whatOnlyLooksLikeMakingATagIsNone() {
        for (String steps : List.of(
                "- run: git tag --list 'v*' && git push origin main\n",
                "- run: git tag -f nightly && git push -f origin nightly\n",
                "- run: git tag nightly && git push origin nightly\n",
                "- run: git tag v1.2.3\n",
                "- run: cargo release version minor --execute --workspace --no-confirm\n",
                "- run: cargo release publish --execute\n",
                "- run: cargo release patch --execute --no-tag\n",
                "- uses: release-plz/action@v0.5\n  with: { command: release-pr }\n",
                "- uses: mathieudutour/github-tag-action@v6\n  with: { dry_run: true }\n")) {
            assertThat(trigger(takeover(bot(steps)))).as(steps).isEmpty();
        }
    }

    @Test
    void aBotThatNoWorkflowRunsLeavesTheTagToPeople() {
        Takeover takeover = takeover(crate().file("release-plz.toml", "[workspace]\n"));

        assertThat(trigger(takeover)).isEmpty();
        assertThat(open(takeover))
                .startsWith(
                        "'release-plz.toml' configures release-plz, but no step that could be read runs it: pushing a tag starts the release");
    }

    @Test
    void aBotThatOnlyOpensPullRequestsIsRun() {
        for (String steps : List.of(
                "- uses: release-plz/action@v0.5\n  with: { command: release-pr }\n",
                "- run: release-plz release-pr\n",
                "- run: cargo binstall release-plz && release-plz update\n")) {
            SampleRepository repository = bot(steps).file("release-plz.toml", "[workspace]\n");
            assertThat(open(takeover(repository))).as(steps).doesNotContain("no step that could be read runs it");
        }
        SampleRepository installed =
                bot("- run: cargo install release-plz\n").file("release-plz.toml", "[workspace]\n");
        assertThat(open(takeover(installed))).contains("no step that could be read runs it");
    }

    @Test
    void eachToolIsFoundByItsFile() {
        List<Fact<String>> tools = crate().file("jreleaser.json", "{}")
                .file(".releaserc.json", "{}")
                .file(".changeset/config.json", "{}")
                .file("release-please-config.json", "{}")
                .committed()
                .read()
                .release()
                .tools();

        assertThat(tools)
                .extracting(Fact::value)
                .containsExactlyInAnyOrder("jreleaser", "semantic-release", "changesets", "release-please");
    }

    @Test
    void anInputThatHoldsNoVersionIsNotSaidToBeOne() {
        Takeover typed = takeover(
                release("{ workflow_dispatch: { inputs: { a-release: { type: boolean }, bump: { type: choice } } } }"));
        assertThat(open(typed)).contains("--field version=…'").doesNotContain("until now");
        assertThat(left(typed)).hasSize(2);
    }

    @Test
    void aToolThatPeopleRunAndThatMakesNoReleaseIsNoQuestion() {
        assertThat(open(takeover(crate().file("release.toml", "sign-tag = true\n"))))
                .isEmpty();
    }
}
