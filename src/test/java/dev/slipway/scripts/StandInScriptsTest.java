package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.run.Recorded;
import dev.slipway.run.local.github.Api;
import dev.slipway.run.local.github.Cosign;
import dev.slipway.run.local.github.Gh;
import dev.slipway.run.local.github.GitHub;
import dev.slipway.run.local.github.Refs;
import dev.slipway.run.local.github.Release;
import dev.slipway.run.local.process.CommandServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs what publishes a release against the stand-ins of a rehearsal, which keep GitHub's rules. */
@Tag("bash")
class StandInScriptsTest {
    private static final String FORMULA = "pushed Formula/otto.rb to otto-rs/homebrew-tap (kept at ";

    @TempDir
    Path root;

    private final Map<String, String> tags = new HashMap<>();
    private GitHub gitHub;
    private CommandServer server;
    private Runner runner;

    @BeforeEach
    void start() throws Exception {
        Scripts.assumeBash();
        gitHub = new GitHub(
                "otto-rs/otto",
                () -> new Refs(tags, Map.of("main", "1".repeat(40)), "main"),
                "token",
                root.resolve("kept"),
                Instant.parse("2026-01-02T03:04:05Z"));
        server = CommandServer.start(
                Map.of("gh", new Gh(gitHub, Optional.empty()), "cosign", new Cosign(gitHub.records())));
        server.install(root.resolve("bin"));
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private Runner runner(Workflow workflow, String job, String tag, String permissions) throws Exception {
        tags.put(tag, "0".repeat(40));
        runner = new Runner(root, workflow, job)
                .given("github.ref_name", tag)
                .given("steps.newest.outputs.latest", "true")
                .given("secrets.HOMEBREW_TAP_TOKEN", "secret")
                .given("secrets.WINGET_TOKEN", "secret")
                .given("needs.version.outputs.tag", tag)
                .given("needs.version.outputs.version", tag.replaceFirst("^v", ""))
                .machine("GITHUB_JOB", job)
                .machine("GITHUB_REPOSITORY", "otto-rs/otto")
                .machine("SLIPWAY_TOKEN_PERMISSIONS", permissions);
        server.env().forEach(runner::machine);
        return runner;
    }

    private Runner publishing(Workflow workflow, String tag) throws Exception {
        Runner made = runner(workflow, "create-release", tag, "contents:write");
        if (!Files.exists(root.resolve("work/repository"))) {
            made.committed("repository");
        }
        return made.file("dist/a.tar.gz", "a").file("dist/a.tar.gz.sha256", "sum");
    }

    private Runner publishing(String tag) throws Exception {
        return publishing(Examples.otto().blueprint().release(), tag);
    }

    private List<String> recorded() {
        return gitHub.recorded().stream().map(one -> one.effect().text()).toList();
    }

    private Release only() {
        assertThat(gitHub.releases().all()).hasSize(1);
        return gitHub.releases().all().get(0);
    }

    private String mark() throws Exception {
        return "<!-- slipway: built from "
                + runner.bash("git -C repository rev-parse HEAD").output().strip() + " -->";
    }

    @Test
    void aFreshReleaseIsPublicWithItsFiles() throws Exception {
        publishing("v0.6.3").step("Publish").succeeds();
        Release release = only();
        assertThat(release.draft() || release.prerelease()).isFalse();
        assertThat(release.title()).isEqualTo("v0.6.3");
        assertThat(release.notes()).startsWith(mark());
        assertThat(release.assets()).extracting("name").containsExactly("a.tar.gz", "a.tar.gz.sha256");
        assertThat(gitHub.releases().folder(release).resolve("a.tar.gz")).hasContent("a");
        assertThat(gitHub.releases().latest()).contains(release);
        assertThat(gitHub.recorded()).extracting(Recorded::job).containsOnly("create-release");
        assertThat(recorded())
                .containsExactly(
                        "looked for release v0.6.3, which does not exist",
                        "created draft v0.6.3 with 2 files",
                        "published release v0.6.3 with 2 files, now the latest");
    }

    @Test
    void aReleaseThatIsPublicIsLeftAlone() throws Exception {
        gitHub.releases().add(Release.published("v0.6.3"));
        assertThat(publishing("v0.6.3").step("Publish").fails().output())
                .isEqualTo("::error::release v0.6.3 is already public\n");
        assertThat(only().assets()).isEmpty();
        assertThat(runner.step("Publish").fails().output()).contains("already public");
    }

    @Test
    void aDraftThatAnEarlierAttemptLeftIsReplaced() throws Exception {
        gitHub.releases().add(Release.drafted("v0.6.3", "old", "<!-- slipway: built from " + "0".repeat(40) + " -->"));
        publishing("v0.6.3").step("Publish").succeeds();
        assertThat(only().title()).isEqualTo("v0.6.3");
        assertThat(recorded()).contains("deleted draft v0.6.3");
    }

    @Test
    void aDraftThatAPersonWroteIsFilledAndKeepsItsTitleAndNotes() throws Exception {
        gitHub.releases().add(Release.drafted("v0.6.3", "The big one", "By hand.\n<!-- a comment -->"));
        publishing("v0.6.3").step("Publish").succeeds();
        Release release = only();
        assertThat(release.draft()).isFalse();
        assertThat(release.title()).isEqualTo("The big one");
        assertThat(release.notes()).isEqualTo("By hand.\n<!-- a comment -->");
        assertThat(release.assets()).hasSize(2);
        assertThat(recorded()).contains("uploaded 2 files to draft v0.6.3");
    }

    @Test
    void aPrereleaseIsOneAndIsNotTheLatest() throws Exception {
        gitHub.releases().add(Release.published("v0.6.3"));
        publishing("v0.6.4-rc.1")
                .given("steps.newest.outputs.latest", "false")
                .step("Publish")
                .succeeds();
        assertThat(gitHub.releases().all().get(0).prerelease()).isTrue();
        assertThat(gitHub.releases().latest().orElseThrow().tag()).isEqualTo("v0.6.3");
        assertThat(recorded()).contains("published prerelease v0.6.4-rc.1 with 2 files");
    }

    @Test
    void aPrereleaseThatWantsToBeTheLatestIsRefusedAsByGitHub() throws Exception {
        assertThat(publishing("v0.6.4-rc.1").step("Publish").fails().output())
                .contains("HTTP 422: Validation Failed (https://api.github.com/repos/otto-rs/otto/releases/1)\n"
                        + "Latest release cannot be draft or prerelease.");
        assertThat(only().draft()).isTrue();
    }

    @Test
    void aTagThatIsNotThereIsNoticed() throws Exception {
        Runner job = publishing("v0.6.3");
        tags.clear();
        assertThat(job.step("Publish").fails().output())
                .contains("tag v0.6.3 doesn't exist in the repo otto-rs/otto, aborting due to --verify-tag flag");
        assertThat(gitHub.releases().all()).isEmpty();
    }

    @Test
    void aFileThatIsEmptyIsRefused() throws Exception {
        assertThat(publishing("v0.6.3")
                        .file("dist/b", "")
                        .step("Publish")
                        .fails()
                        .output())
                .contains("HTTP 400: Bad Content-Length")
                .contains("'b' is empty");
        assertThat(only().draft()).as("nobody sees it").isTrue();
    }

    @Test
    void aJobThatMayNotWriteIsRefused() throws Exception {
        Runner job = publishing("v0.6.3").machine("SLIPWAY_TOKEN_PERMISSIONS", "{\"contents\":\"read\"}");
        assertThat(job.step("Publish").fails().output())
                .contains("HTTP 403: Resource not accessible by integration"
                        + " (https://api.github.com/repos/otto-rs/otto/releases)");
        assertThat(gitHub.releases().all()).isEmpty();
    }

    @Test
    void aTagIsMadeWhereThereIsNone() throws Exception {
        Workflow either = Examples.generate(
                        "repository: otto-rs/otto\nrust: {}\nrelease: { trigger: [tag, dispatch] }\n")
                .blueprint()
                .release();
        Runner job = publishing(either, "v1.2.3");
        tags.clear();
        job.step("Publish").succeeds();
        String head = job.bash("git -C repository rev-parse HEAD").output().strip();
        assertThat(gitHub.releases().tags()).containsEntry("v1.2.3", head);
        assertThat(recorded()).contains("requested repos/otto-rs/otto/git/ref/tags/v1.2.3: 404 Not Found");
    }

    /** The begin of notes is found by a longer expression, and by a variable. */
    @Test
    void notesBeginAtTheReleaseOfTheProjectBeforeIt() throws Exception {
        for (String tag : List.of("cli-v1.0.0", "cli-v1.1.0", "other-v2.0.0", "v9.0.0")) {
            gitHub.releases().add(Release.published(tag));
        }
        gitHub.releases().add(Release.prereleased("cli-v1.1.5-rc.1"));
        Workflow cli = Examples.generate("repository: otto-rs/otto\nrust: {}\ntag: 'cli-v*'\n")
                .blueprint()
                .release();
        publishing(cli, "cli-v1.2.0").step("Publish").succeeds();
        assertThat(gitHub.releases().all().get(0).notes())
                .endsWith("**Full Changelog**: https://github.com/otto-rs/otto/compare/cli-v1.1.0...cli-v1.2.0");
    }

    @ParameterizedTest
    @CsvSource({"0123456789012345678901234567890123456789, true", "HEAD, false"})
    void theImageOfATagThatWasMovedIsNotReplaced(String built, boolean refused) throws Exception {
        Runner job = runner(Examples.otto().blueprint().release(), "docker", "v0.6.3", "contents:read")
                .committed("repository")
                .machine("GIT_DIR", "repository/.git");
        String commit =
                built.equals("HEAD") ? job.bash("git rev-parse HEAD").output().strip() : built;
        gitHub.releases()
                .add(new Release(
                        0, "v0.6.3", "", "<!-- slipway: built from " + commit + " -->", false, false, "", List.of()));
        Runner.Outcome outcome = job.step("Check that the tag was not moved");
        assertThat(outcome.code()).as(outcome.output()).isEqualTo(refused ? 1 : 0);
    }

    /** A job with a container asks with curl, and sees what everybody sees. */
    @Test
    void aScriptThatUsesCurlSeesTheSame() throws Exception {
        assumeTrue(Scripts.onPath("curl"), "no curl on this machine");
        try (Api api = Api.start(gitHub)) {
            Runner job = runner(Examples.otto().blueprint().release(), "docker", "v0.6.3", "")
                    .machine("GITHUB_API_URL", api.url())
                    .machine("GH_TOKEN", "token")
                    .machine("TAG", "v0.6.3");
            String script = Files.readString(Path.of("templates/scripts/check-unreleased-curl.sh"));
            gitHub.releases().add(Release.drafted("v0.6.3", "", ""));
            job.bash(script).succeeds();
            gitHub.releases().add(Release.published("v0.6.3"));
            assertThat(job.bash(script).fails().output()).contains("::error::release v0.6.3 is already public");
            assertThat(api.asked())
                    .containsExactly(
                            "GET repos/otto-rs/otto/releases/tags/v0.6.3 404",
                            "GET repos/otto-rs/otto/releases/tags/v0.6.3 200");
        }
    }

    private Runner pushing(String job, String packages) throws Exception {
        Generation generation = Examples.generate("""
                repository: otto-rs/otto
                rust: {}
                description: a tool
                license: MIT
                targets: [linux-amd64, windows-amd64]
                packages:
                """ + packages.indent(2));
        return runner(generation.blueprint().release(), job, "v1.2.3", "").committed("repository");
    }

    @Test
    void aFormulaIsPushedOnceAndReplacedWhereItDiffers() throws Exception {
        Runner job = pushing("homebrew", "homebrew: otto-rs/homebrew-tap").file("manifests/otto.rb", "class Otto\n");
        String step = "Push to otto-rs/homebrew-tap";
        job.step(step).succeeds();
        Path kept = root.resolve("kept/github/pushed/otto-rs/homebrew-tap/Formula/otto.rb");
        assertThat(kept).hasContent("class Otto\n");
        assertThat(job.step(step).succeeds().output()).contains("otto-rs/homebrew-tap already has this formula");
        job.file("manifests/otto.rb", "class Otto # new\n").step(step).succeeds();
        assertThat(kept).hasContent("class Otto # new\n");
        assertThat(recorded()).filteredOn(what -> what.startsWith(FORMULA)).hasSize(2);
    }

    @Test
    void theTokenOfAJobPushesToNoOtherRepository() throws Exception {
        Runner job = pushing("homebrew", "homebrew: otto-rs/homebrew-tap")
                .given("secrets.HOMEBREW_TAP_TOKEN", "token")
                .machine("SLIPWAY_TOKEN_PERMISSIONS", "write-all")
                .file("manifests/otto.rb", "class Otto\n");
        assertThat(job.step("Push to otto-rs/homebrew-tap").fails().output())
                .contains("gh: Resource not accessible by integration (HTTP 403)");
    }

    @Test
    void aSecretThatIsNotThereIsNoticed() throws Exception {
        Runner job = pushing("homebrew", "homebrew: otto-rs/homebrew-tap")
                .given("secrets.HOMEBREW_TAP_TOKEN", "")
                .file("manifests/otto.rb", "class Otto\n");
        Runner.Outcome outcome = job.step("Push to otto-rs/homebrew-tap").fails();
        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.output()).contains("set the GH_TOKEN environment variable");
    }

    @Test
    void aManifestOfWingetIsProposedAgainWhereAnAttemptFailed() throws Exception {
        Runner job = pushing("winget", "winget: OttoMakers.Otto")
                .file("manifests/winget/OttoMakers.Otto.yaml", "a: 1\n")
                .file("manifests/winget/OttoMakers.Otto.installer.yaml", "b: 2\n");
        String address = "https://github.com/microsoft/winget-pkgs/pull/1\n";
        assertThat(job.step("Open a pull request").succeeds().output()).isEqualTo(address);
        assertThat(job.step("Open a pull request").succeeds().output()).isEqualTo(address);
        assertThat(root.resolve("kept/github/pushed/rehearsal/winget-pkgs/OttoMakers.Otto-1.2.3"
                        + "/manifests/o/OttoMakers/Otto/1.2.3/OttoMakers.Otto.yaml"))
                .hasContent("a: 1\n");
        assertThat(recorded())
                .contains(
                        "opened a pull request at microsoft/winget-pkgs, from rehearsal:OttoMakers.Otto-1.2.3 to master:"
                                + " New package: OttoMakers.Otto version 1.2.3");
    }

    @Test
    void anImageIsSignedByItsDigest() throws Exception {
        Runner job = runner(Examples.otto().blueprint().release(), "docker", "v0.6.3", "")
                .machine("IMAGES", "ghcr.io/otto-rs/otto\notto/otto")
                .machine("DIGEST", "sha256:" + "0".repeat(64));
        job.bash(Files.readString(Path.of("templates/scripts/sign-image.sh"))).succeeds();
        assertThat(recorded())
                .containsExactly(
                        "signed ghcr.io/otto-rs/otto@sha256:" + "0".repeat(64),
                        "signed otto/otto@sha256:" + "0".repeat(64));
    }

    @Test
    void anInstallerDownloadsWhatWasReleased() throws Exception {
        Runner job = publishing("v0.6.3");
        job.step("Publish").succeeds();
        job.machine("GH_TOKEN", "token").machine("GH_REPO", "otto-rs/otto");
        job.bash(
                        "mkdir got && cd got && gh release download v0.6.3 --pattern 'a.*z' && ls && printf '\\377\\000' > binary"
                                + " && gh attestation verify binary --repo otto-rs/otto")
                .succeeds();
        assertThat(root.resolve("work/got/a.tar.gz")).hasContent("a");
        assertThat(root.resolve("work/got/a.tar.gz.sha256")).doesNotExist();
    }
}
