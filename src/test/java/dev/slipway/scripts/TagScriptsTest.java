package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.detect.SampleRepository;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Tag;
import dev.slipway.report.TagAnswer;
import dev.slipway.report.TagSimulator;
import dev.slipway.scripts.Bash.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what chooses and judges a tag before anything is built. */
@org.junit.jupiter.api.Tag("bash")
class TagScriptsTest {
    private static final List<String> VERSIONS = List.of(
            "0.6.3",
            "1.0.0-rc.1",
            "10.20.30+build.5",
            "1.0.0-alpha-2+x",
            "1.0.0--",
            "1.0.0-0a.b",
            "1.0.0+001",
            "1.0.0-0");

    private static final List<String> OTHERS = List.of(
            "1",
            "1.2",
            "next",
            "1.2.3.4",
            "1.2.3-",
            "1.2.3 4",
            "x1.2.3",
            "1.2.3\n",
            "$(id)",
            "1.0.0-rc..1",
            "1.0.0-rc.01",
            "1.0.0-01",
            "01.2.3",
            "1.02.3",
            "1.0.0-.a",
            "1.0.0-a.",
            "1.0.0+",
            "1.0.0+a..b",
            "1.0.0-a_b",
            "1.0.0+a+b");

    @TempDir
    Path root;

    @BeforeEach
    void assumeBash() {
        Scripts.assumeBash();
    }

    private Runner runner(Workflow workflow, String job, String tag) throws IOException {
        return new Runner(root, workflow, job).given("github.ref_name", tag).stub("gh", "exit 1");
    }

    private static Workflow otto() {
        String config = "name: otto\nrepository: otto-rs/otto\nrust: {}\nlinux: { container: debian:bookworm }\n";
        return Examples.generate(config).blueprint().release();
    }

    static Stream<String> versions() {
        return VERSIONS.stream();
    }

    static Stream<String> others() {
        return OTHERS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aTagWithAVersionIsTakenByThePipelineAndByThePlan(String version) throws Exception {
        for (String job : List.of("build-linux", "build-macos")) {
            runner(otto(), job, "v" + version).step("Check the tag").succeeds();
        }
        assertThat(Tag.of("v" + version, "v")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("others")
    void anyOtherTagIsRefusedByBoth(String version) throws Exception {
        assertThat(runner(otto(), "build-linux", "v" + version)
                        .step("Check the tag")
                        .fails()
                        .output())
                .startsWith("::error::tag 'v" + version + "' must be 'v' followed by a version");
        assertThat(Tag.of("v" + version, "v")).isEmpty();
    }

    @Test
    void thePrefixOfTheConfigIsTakenOff() throws Exception {
        Workflow cli = Examples.generate("repository: a/otto\nrust: {}\ntag: 'cli-v*'\n")
                .blueprint()
                .release();
        runner(cli, "build-macos", "cli-v1.2.3").step("Check the tag").succeeds();
        runner(cli, "build-macos", "cli-v1").step("Check the tag").fails();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "[tag, dispatch]"})
    void aPublicReleaseStopsTheRunBeforeAnythingIsBuilt(String trigger) throws Exception {
        Workflow release = Examples.generate("repository: a/otto\nrust: {}\nrelease: { trigger: " + trigger + " }\n")
                .blueprint()
                .release();
        String job = trigger.equals("tag") ? "build-macos" : "version";
        Runner runner =
                runner(release, job, "v1.2.3").given("inputs.version", "").machine("GITHUB_OUTPUT", root + "/output");
        runner.step("Check the tag").succeeds();
        runner.stub("gh", Scripts.answer("echo '{\"isDraft\": true, \"isPrerelease\": false}'"))
                .step("Check the tag")
                .succeeds();
        assertThat(runner.stub("gh", Scripts.answer("echo '{\"isDraft\": false, \"isPrerelease\": true}'"))
                        .step("Check the tag")
                        .fails()
                        .output())
                .startsWith("::error::release v1.2.3 is already public");
    }

    @Test
    void inAContainerTheReleaseIsLookedForWithoutGhAndTheTokenIsNoArgument() throws Exception {
        Runner runner = runner(otto(), "build-linux", "v0.6.3").machine("GITHUB_API_URL", "https://api.example.org");
        runner.stub("curl", "cat >&2; printf 404")
                .step("Check that the release is not public yet")
                .succeeds();
        assertThat(runner.stub("curl", "cat > ../header; printf 200")
                        .step("Check that the release is not public yet")
                        .fails()
                        .output())
                .startsWith("::error::release v0.6.3 is already public");
        assertThat(root.resolve("header")).hasContent("Authorization: Bearer token\n");
        assertThat(runner.calls()).noneMatch(call -> call.contains("token"));
        runner.stub("curl", "printf 000; exit 6")
                .step("Check that the release is not public yet")
                .succeeds();
    }

    private Bash bash() {
        return new Bash(root);
    }

    @ParameterizedTest
    @CsvSource({
        "main,1.2.3,v1.2.3,1.2.3,false",
        "main,v1.2.3,v1.2.3,1.2.3,false",
        "v1.2.4-rc.1,'',v1.2.4-rc.1,1.2.4-rc.1,true",
        "main,1.0.0+a-b,v1.0.0+a-b,1.0.0+a-b,false",
    })
    void aTagIsPushedOrMadeOfWhatIsTyped(String ref, String wanted, String tag, String version, String prerelease)
            throws IOException {
        assertThat(version(ref, wanted)).isEqualTo(new Ran(0, ""));
        assertThat(bash().outputs()).isEqualTo(Map.of("tag", tag, "version", version, "prerelease", prerelease));
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "1.2", "1.2.3 ", "1.2.3; id", "$(id)", "1.2.3\ntag=v9.9.9"})
    void whatIsNoVersionIsRefused(String wanted) {
        assertThat(version("main", wanted).exit()).isEqualTo(1);
        assertThat(root.resolve("output")).doesNotExist();
    }

    private Ran version(String ref, String wanted) {
        String script = String.join(
                "\n",
                dev.slipway.toolchain.Scripts.read("choose-tag"),
                dev.slipway.toolchain.Scripts.read("check-version"),
                dev.slipway.toolchain.Scripts.read("tell-version"));
        return bash().run(script, Map.of("REF_NAME", ref, "WANTED", wanted, "TAG_PREFIX", "v"));
    }

    @Test
    void aTagThatIsThereIsNotMadeAgain() {
        new SampleRepository(root).committed().git("tag", "v1.0.0");
        assertThat(bash().template("new-tag", Map.of("TAG", "v1.0.0")).text())
                .startsWith("::error::tag v1.0.0 already exists");
        assertThat(bash().template("new-tag", Map.of("TAG", "v1.0.1"))).isEqualTo(new Ran(0, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1.0.0 | 0 | ''",
                "v9.9.9 | 1 | ::error::tag v9.9.9 does not exist: the calling workflow must create it first",
            })
    void aTagThatIsCalledForIsThereAlready(String tag, int exit, String text) throws IOException {
        bash().file("gh", """
                #!/bin/bash
                [[ "$*" == 'api --silent repos/a/otto/git/ref/tags/v1.0.0' ]]
                """);
        assertThat(root.resolve("gh").toFile().setExecutable(true)).isTrue();
        Ran ran = bash().run(
                        "export PATH=$PWD:$PATH\n" + dev.slipway.toolchain.Scripts.read("called-tag"),
                        Map.of("TAG", tag, "GH_REPO", "a/otto"));
        assertThat(ran).isEqualTo(new Ran(exit, text.isEmpty() ? "" : text + "\n"));
        if (exit == 0) {
            assertThat(bash().outputs()).isEqualTo(Map.of("ref", "refs/tags/v1.0.0"));
        }
    }

    /** Whatever starts it: the first step of the workflow and {@code plan} come to the same tag, or both refuse. */
    @ParameterizedTest
    @CsvSource({
        "dispatch, 0.6.3",
        "dispatch, tool-0.6.3",
        "dispatch, v0.6.3",
        "dispatch, next",
        "call, 0.6.3",
        "call, tool-0.6.3",
        "call, other-0.6.3",
        "published, tool-next",
        "published, tool-0.6.3"
    })
    void aWordBecomesTheTagThatIsPlanned(String trigger, String word) throws Exception {
        Generation generation = Examples.generate("repository: otto-rs/otto\nrust: {}\ntargets: [linux-amd64]\n"
                + "tag: tool-*\nrelease: { trigger: " + trigger + " }\n");
        Workflow release = generation.blueprint().release();
        TagAnswer planned = new TagSimulator(
                        generation.plan(), release, generation.release(), List.of(), Optional.empty())
                .answer(word);

        Runner run = runner(release, "version", trigger.equals("published") ? word : "main")
                .given("inputs.version", word)
                .given("inputs.tag", word)
                .machine("GITHUB_OUTPUT", root.resolve("outputs").toString());
        Runner.Outcome checked = run.step("Check the tag");

        assertThat(checked.code())
                .as(checked.output())
                .isEqualTo(planned.refused().isEmpty() ? 0 : 1);
        if (checked.code() == 0) {
            assertThat(run.read("outputs")).startsWith("tag=" + planned.tag() + "\n");
        }
    }

    private static Workflow image(String docker) {
        return Examples.generate("repository: otto-rs/otto\nrust: {}\ntargets: [linux-amd64]\n" + docker)
                .blueprint()
                .release();
    }

    @ParameterizedTest
    @CsvSource({"v1.2.3+build.5, 1.2.3", "v1.2.3-rc.1+b-1, 1.2.3-rc.1"})
    void anImageIsNotOverwrittenByOtherBuildMetadata(String tag, String version) throws Exception {
        Workflow release = image("docker: { tags: [latest, '{version}', '{major}.{minor}', '{major}'] }\n");
        assertThat(runner(release, "build-linux", tag)
                        .step("Check the tag")
                        .fails()
                        .output())
                .isEqualTo("::error::image tags cannot contain build metadata: '" + tag
                        + "' would overwrite the image " + version
                        + "; release a new version, or remove the image\n");
    }

    @Test
    void withoutAnImageBuildMetadataIsFine() throws Exception {
        runner(image(""), "build-linux", "v1.2.3+build.5").step("Check the tag").succeeds();
    }
}
