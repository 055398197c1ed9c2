package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what judges a tag before anything is built. */
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
                .startsWith("::error::tag 'v" + version + "' is not 'v' and a version");
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
}
