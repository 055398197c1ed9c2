package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs what the job runs that publishes a release. */
@Tag("bash")
class ReleaseScriptsTest {
    private static final List<String> ARCHIVES = List.of(
            "otto-v0.6.3-linux-amd64.tar.gz",
            "otto-v0.6.3-linux-arm64.tar.gz",
            "otto-v0.6.3-macos-arm64.tar.gz",
            "otto-v0.6.3-macos-x86_64.tar.gz");

    /** Knows a release as a draft, as public, or not at all: {@code true} or {@code false}, and its notes. */
    private static final String RELEASE =
            "jq --raw-input --slurp '{isDraft: startswith(\"true\"), body: sub(\"^[a-z]+ \"; \"\")}' \"$STATE\"";

    private static final String TAGS =
            "jq --raw-input --slurp 'split(\"\\n\") | map(select(. != \"\") | {tagName: .})' \"$STATE.tags\"";

    private static final String VIEW = "gh release view v0.6.3 --json isDraft,body --jq \"\\(.isDraft) \\(.body)\"";

    @TempDir
    Path root;

    private Runner runner;

    @BeforeEach
    void start() throws Exception {
        Scripts.assumeBash();
        runner = runner(Examples.otto().blueprint().release(), "v0.6.3").committed("repository");
    }

    private static String gh() {
        return """
                case "$1 $2" in
                  'release view')
                    [[ -s "$STATE" ]] || { echo 'release not found' >&2; exit 1; }
                    %s
                    ;;
                  'release list')
                    [[ ! -e "$STATE.broken" ]] || exit 1
                    %s
                    ;;
                  'release create') if [[ -e "$STATE.broken" ]]; then exit 1; fi ;;
                  'api --silent') [[ -e "$STATE.tag" ]] ;;
                esac""".formatted(Scripts.answer(RELEASE), Scripts.answer(TAGS));
    }

    private Runner runner(Workflow workflow, String tag) throws IOException, InterruptedException {
        Runner made = new Runner(root, workflow, "create-release")
                .given("github.ref_name", tag)
                .given("steps.newest.outputs.latest", "true")
                .machine("STATE", root.resolve("state").toString())
                .stub("gh", gh());
        made.bash("git init -q .").succeeds();
        return made;
    }

    private void archives(List<String> names) throws IOException {
        for (String name : names) {
            runner.file("dist/" + name, name);
        }
    }

    private void state(String text) throws IOException {
        Files.writeString(root.resolve("state"), text);
    }

    private String mark() throws IOException, InterruptedException {
        String head = runner.bash("git -C repository rev-parse HEAD").output().strip();
        return "<!-- slipway: built from " + head + " -->";
    }

    @Test
    void checksumsAreLinesThatSha256sumAccepts() throws Exception {
        archives(ARCHIVES);
        runner.step("Compute checksums").succeeds();
        assertThat(runner.bash("cd dist && sha256sum -c -- *.sha256")
                        .succeeds()
                        .output()
                        .lines())
                .containsExactlyElementsOf(
                        ARCHIVES.stream().map(name -> name + ": OK").toList());
        assertThat(Files.readString(runner.work().resolve("dist/" + ARCHIVES.get(0) + ".sha256")))
                .matches("[0-9a-f]{64}  otto-v0\\.6\\.3-linux-amd64\\.tar\\.gz\n");
        runner.file("dist/" + ARCHIVES.get(0), "changed");
        runner.bash("cd dist && sha256sum -c -- *.sha256").fails();
    }

    @Test
    void aReleaseIsADraftFirstAndThenMadeVisible() throws Exception {
        archives(List.of("a.tar.gz", "a.tar.gz.sha256"));
        runner.step("Publish").succeeds();
        assertThat(runner.calls())
                .containsExactly(
                        VIEW,
                        "gh release create v0.6.3 --draft --verify-tag --title v0.6.3 --generate-notes --notes "
                                + mark() + " dist/a.tar.gz dist/a.tar.gz.sha256",
                        "gh release edit v0.6.3 --draft=false --latest=true");
    }

    @ParameterizedTest
    @CsvSource({"v0.6.4-rc.1, true", "v1.0.0-alpha+build, true", "v1.0.0+build-5, false", "v1.0.0, false"})
    void onlyAPrereleaseIsMarkedAsOne(String tag, boolean prerelease) throws Exception {
        archives(List.of("a"));
        runner.given("github.ref_name", tag).step("Publish").succeeds();
        assertThat(runner.calls().subList(1, 3))
                .allSatisfy(call -> assertThat(call.contains("--prerelease")).isEqualTo(prerelease));
    }

    @Test
    void theNameOfATagIsNoPrerelease() throws Exception {
        Workflow cli = Examples.generate("repository: a/otto\nrust: {}\ntag: 'my-cli-*'\n")
                .blueprint()
                .release();
        archives(List.of("a"));
        Files.writeString(root.resolve("state.tags"), "");
        runner(cli, "my-cli-1.0.0").step("Publish").succeeds();
        assertThat(runner.calls().get(2)).startsWith("gh release create").doesNotContain("--prerelease");
    }

    /** Our notes begin neither at a release of another project nor, if an old version gets a fix, at a newer release. */
    @ParameterizedTest
    @CsvSource({
        "cli-v1.2.0, cli-v1.1.0",
        "cli-v2.1.0, cli-v2.0.0",
        "cli-v1.2.0-rc.1, cli-v1.1.0",
        "cli-v1.1.1+b, cli-v1.1.0"
    })
    void notesBeginAtTheReleaseOfTheProjectBeforeIt(String tag, String begin) throws Exception {
        Workflow cli = Examples.generate("repository: a/otto\nrust: {}\ntag: 'cli-v*'\n")
                .blueprint()
                .release();
        archives(List.of("a"));
        Files.writeString(
                root.resolve("state.tags"),
                "v9.0.0\ncli-vector-1.1.5\ncli-v2.0.0\nother-v2.0.0\ncli-v1.1.0\ncli-v1.0.0\n");
        runner(cli, tag).step("Publish").succeeds();
        assertThat(runner.calls())
                .anyMatch(call -> call.startsWith("gh release list --exclude-drafts --exclude-pre-releases "))
                .anyMatch(call -> call.startsWith("gh release create " + tag)
                        && call.contains(" --notes-start-tag " + begin + " "));
    }

    @Test
    void theFirstReleaseOfAProjectHasNoBegin() throws Exception {
        Workflow cli = Examples.generate("repository: a/otto\nrust: {}\ntag: 'cli-v*'\n")
                .blueprint()
                .release();
        archives(List.of("a"));
        Files.writeString(root.resolve("state.tags"), "v9.0.0\n");
        runner(cli, "cli-v0.1.0").step("Publish").succeeds();
        assertThat(runner.calls()).noneMatch(call -> call.contains("--notes-start-tag"));
    }

    @Test
    void aDraftThatAnEarlierAttemptLeftIsReplaced() throws Exception {
        state("true what changed <!-- slipway: built from 0123456789012345678901234567890123456789 -->");
        archives(List.of("a"));
        runner.step("Publish").succeeds();
        assertThat(runner.calls()).hasSize(4).element(1).isEqualTo("gh release delete v0.6.3 --yes");
        assertThat(runner.calls().get(2)).startsWith("gh release create v0.6.3 --draft");
    }

    @ParameterizedTest
    @CsvSource({"v0.6.3, ' --latest=true'", "v0.6.4-rc.1, ' --latest=true --prerelease'"})
    void aDraftThatAPersonWroteIsFilledAndKeepsItsTitleAndNotes(String tag, String flag) throws Exception {
        state("true Written by hand, <!-- with a comment -->");
        archives(List.of("a", "b"));
        runner.given("github.ref_name", tag).step("Publish").succeeds();
        assertThat(runner.calls())
                .containsExactly(
                        VIEW.replace("v0.6.3", tag),
                        "gh release upload " + tag + " --clobber dist/a dist/b",
                        "gh release edit " + tag + " --draft=false" + flag);
    }

    @Test
    void aReleaseThatIsPublicIsLeftAlone() throws Exception {
        state("false anything");
        archives(List.of("a"));
        assertThat(runner.step("Publish").fails().output()).isEqualTo("::error::release v0.6.3 is already public\n");
        assertThat(runner.calls()).hasSize(1);
    }

    @Test
    void aReleaseThatCouldNotBeFilledStaysInvisible() throws Exception {
        Files.createFile(root.resolve("state.broken"));
        archives(List.of("a"));
        runner.step("Publish").fails();
        assertThat(runner.calls()).noneMatch(call -> call.contains("edit"));
    }

    @Test
    void aDraftOfTheConfigStaysOne() throws Exception {
        Workflow draft = Examples.generate("repository: a/otto\nrust: {}\nrelease: { draft: true }\n")
                .blueprint()
                .release();
        archives(List.of("a"));
        runner(draft, "v0.6.3").step("Create the draft").succeeds();
        assertThat(runner.calls()).hasSize(2).noneMatch(call -> call.contains("--draft=false"));
        state("true by hand");
        runner(draft, "v0.6.4-rc.1").step("Create the draft").succeeds();
        assertThat(runner.calls())
                .endsWith(
                        "gh release upload v0.6.4-rc.1 --clobber dist/a",
                        "gh release edit v0.6.4-rc.1 --draft --prerelease");
    }

    @Test
    void notesOfTheProjectsOwnCarryTheMarkToo() throws Exception {
        Workflow own = Examples.generate("repository: a/otto\nrust: {}\nrelease: { notes: changelog, draft: keep }\n")
                .blueprint()
                .release();
        Runner job = runner(own, "v0.6.3")
                .given("needs.version.outputs.tag", "v0.6.3")
                .file("dist/a", "a")
                .file("notes/notes.md", "What changed.\n");
        job.step("Create the draft").succeeds();
        assertThat(job.work().resolve("notes/notes.md")).hasContent("What changed.\n\n" + mark() + "\n");
    }

    @Test
    void aTagThatExistsIsVerifiedAndOneThatDoesNotIsMade() throws Exception {
        Workflow either = Examples.generate("repository: a/otto\nrust: {}\nrelease: { trigger: [tag, dispatch] }\n")
                .blueprint()
                .release();
        Runner job = runner(either, "main")
                .given("needs.version.outputs.tag", "v1.2.3")
                .file("dist/a", "a");
        job.step("Publish").succeeds();
        String head = job.bash("git -C repository rev-parse HEAD").output().strip();
        assertThat(job.calls().get(2)).contains(" --target " + head + " ").doesNotContain("--verify-tag");
        Files.createFile(root.resolve("state.tag"));
        job.step("Publish").succeeds();
        assertThat(job.calls().get(6)).contains(" --verify-tag ").doesNotContain("--target");
        Files.createFile(root.resolve("state.broken"));
        assertThat(job.step("Publish").fails().output()).doesNotContain("default branch");
        Files.delete(root.resolve("state.tag"));
        assertThat(job.step("Publish").fails().output()).contains("workflow files are those of the default branch");
    }

    @ParameterizedTest
    @CsvSource({"dispatch, never, Publish", "'[tag, dispatch]', never, Publish", "dispatch, keep, Create the draft"})
    void theDraftOfAPersonIsTaggedWhereTheWorkflowStarted(String trigger, String draft, String step) throws Exception {
        Workflow release = Examples.generate("repository: a/otto\nrust: {}\nrelease: { trigger: " + trigger
                        + ", draft: " + draft.replace("never", "false") + " }\n")
                .blueprint()
                .release();
        Runner job = runner(release, "main")
                .given("needs.version.outputs.tag", "v1.2.3")
                .file("dist/a", "a");
        state("true by hand");
        job.step(step).succeeds();
        String head = job.bash("git -C repository rev-parse HEAD").output().strip();
        assertThat(job.calls().get(job.calls().size() - 1))
                .startsWith("gh release edit v1.2.3")
                .contains(" --target " + head);
    }

    private Runner image(String release) throws Exception {
        state(release);
        Runner job = new Runner(root, Examples.otto().blueprint().release(), "docker")
                .machine("GIT_DIR", "repository/.git")
                .given("github.ref_name", "v0.6.3")
                .machine("STATE", root.resolve("state").toString());
        return job.stub("gh", gh());
    }

    @Test
    void theImageOfATagThatWasMovedAfterItsReleaseIsNotReplaced() throws Exception {
        String other = "0123456789012345678901234567890123456789";
        assertThat(image("false Notes\n<!-- slipway: built from " + other + " -->")
                        .step("Check that the tag was not moved")
                        .fails()
                        .output())
                .contains("::error::release v0.6.3 is public and was built from " + other);
    }

    @Test
    void theImageOfTheReleasedCommitADraftOrSomebodysReleaseIsPublished() throws Exception {
        String others = "<!-- slipway: built from 0123456789012345678901234567890123456789 -->";
        for (String release :
                List.of("false Notes\n" + mark(), "", "false Notes of a person", "true Notes\n" + others)) {
            image(release).step("Check that the tag was not moved").succeeds();
        }
    }
}
