package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what the job runs that publishes a release. */
class ReleaseScriptsTest {
    private static final List<String> ARCHIVES = List.of(
            "otto-v0.6.3-linux-amd64.tar.gz",
            "otto-v0.6.3-linux-arm64.tar.gz",
            "otto-v0.6.3-macos-arm64.tar.gz",
            "otto-v0.6.3-macos-x86_64.tar.gz");

    /** Knows a release as a draft, as public, or not at all. */
    private static final String GH = """
            case "$1 $2" in
              'release view')
                [[ -s "$STATE" ]] || { echo 'release not found' >&2; exit 1; }
                cat "$STATE"
                ;;
              'release list')
                [[ ! -e "$STATE.broken" ]] || exit 1
                while read -r tag; do [[ "$tag" != "$TAG_PREFIX"* ]] || { echo "$tag"; break; }; done < "$STATE.tags"
                ;;
              'release create') if [[ -e "$STATE.broken" ]]; then exit 1; fi ;;
            esac""";

    @TempDir
    Path root;

    private Runner runner;

    @BeforeEach
    void start() throws IOException {
        Scripts.assumeBash();
        runner = runner(Examples.otto().blueprint().release(), "v0.6.3");
    }

    private Runner runner(Workflow workflow, String tag) throws IOException {
        return new Runner(root, workflow, "create-release")
                .given("github.ref_name", tag)
                .machine("STATE", root.resolve("state").toString())
                .stub("gh", GH);
    }

    private void archives(List<String> names) throws IOException {
        for (String name : names) {
            runner.file("dist/" + name, name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0.6.3", "v1.0.0-rc.1", "v10.20.30+build.5", "v1.0.0-alpha-2+x"})
    void aTagWithAVersionIsTaken(String tag) throws Exception {
        runner.given("github.ref_name", tag).step("Check the tag").succeeds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1.2", "vnext", "v1.2.3.4", "v1.2.3-", "v1.2.3 4", "x1.2.3", "v1.2.3\n", "v$(id)"})
    void anotherTagIsRefusedAndNamed(String tag) throws Exception {
        assertThat(runner.given("github.ref_name", tag)
                        .step("Check the tag")
                        .fails()
                        .output())
                .startsWith("::error::tag '" + tag + "' is not 'v' and a version");
    }

    @Test
    void thePrefixOfTheConfigIsTakenOff() throws Exception {
        Workflow cli = Examples.generate("repository: a/otto\nrust: {}\ntag: 'cli-v*'\n")
                .blueprint()
                .release();
        runner(cli, "cli-v1.2.3").step("Check the tag").succeeds();
        runner(cli, "cli-v1").step("Check the tag").fails();
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
                        "gh release view v0.6.3 --json isDraft --jq .isDraft",
                        "gh release create v0.6.3 --draft --verify-tag --title v0.6.3 --generate-notes "
                                + "dist/a.tar.gz dist/a.tar.gz.sha256",
                        "gh release edit v0.6.3 --draft=false");
    }

    @ParameterizedTest
    @CsvSource({"v0.6.4-rc.1, true", "v1.0.0-alpha+build, true", "v1.0.0+build-5, false", "v1.0.0, false"})
    void onlyAPrereleaseIsMarkedAsOne(String tag, boolean prerelease) throws Exception {
        archives(List.of("a"));
        runner.given("github.ref_name", tag).step("Publish").succeeds();
        assertThat(runner.calls().get(1).contains("--prerelease")).isEqualTo(prerelease);
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

    /** The newest release comes first; that of another project is no begin of ours. */
    @Test
    void notesBeginAtTheLastReleaseOfTheProject() throws Exception {
        Workflow cli = Examples.generate("repository: a/otto\nrust: {}\ntag: 'cli-v*'\n")
                .blueprint()
                .release();
        archives(List.of("a"));
        Files.writeString(root.resolve("state.tags"), "v9.0.0\nother-v2.0.0\ncli-v1.1.0\ncli-v1.0.0\n");
        runner(cli, "cli-v1.2.0").step("Publish").succeeds();
        assertThat(runner.calls())
                .anyMatch(
                        call -> call.matches("gh release create cli-v1\\.2\\.0 .*--notes-start-tag cli-v1\\.1\\.0 .*"));
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
        Files.writeString(root.resolve("state"), "true\n");
        archives(List.of("a"));
        runner.step("Publish").succeeds();
        assertThat(runner.calls()).hasSize(4).element(1).isEqualTo("gh release delete v0.6.3 --yes");
    }

    @Test
    void aReleaseThatIsPublicIsLeftAlone() throws Exception {
        Files.writeString(root.resolve("state"), "false\n");
        archives(List.of("a"));
        assertThat(runner.step("Publish").fails().output())
                .isEqualTo("::error::the release v0.6.3 is public already\n");
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
        assertThat(runner.calls()).hasSize(2).noneMatch(call -> call.contains("edit"));
    }
}
