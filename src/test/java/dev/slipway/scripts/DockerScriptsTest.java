package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the job runs that makes an image. */
class DockerScriptsTest {
    @TempDir
    Path root;

    private Runner runner;

    @BeforeEach
    void start() throws IOException {
        Scripts.assumeBash();
        runner = runner(Examples.otto());
    }

    private Runner runner(Generation generation) throws IOException {
        return new Runner(root, generation.blueprint().release(), "docker")
                .given("github.ref_name", "v0.6.3")
                .given("steps.push.outputs.digest", "sha256:0123")
                .given("steps.meta.outputs.tags", "ghcr.io/otto-rs/otto:latest\nghcr.io/otto-rs/otto:0.6.3");
    }

    private void archive(String platform, String... entries) throws IOException, InterruptedException {
        for (String entry : entries) {
            runner.file("tree/" + entry, platform + " " + entry);
        }
        runner.file("tree/README.md", "not for the image");
        runner.bash("mkdir -p dist && cd tree && tar -czf ../dist/" + platform + ".tar.gz -- * && rm -r ../tree")
                .succeeds();
    }

    @Test
    void theProgramsComeIntoTheFoldersOfTheirArchitectures() throws Exception {
        archive("otto-v0.6.3-linux-amd64", "otto");
        archive("otto-v0.6.3-linux-arm64", "otto");
        runner.step("Unpack the programs").succeeds();
        assertThat(runner.work().resolve("binaries/amd64/otto")).hasContent("otto-v0.6.3-linux-amd64 otto");
        assertThat(runner.work().resolve("binaries/arm64/otto")).hasContent("otto-v0.6.3-linux-arm64 otto");
        assertThat(runner.work().resolve("binaries/amd64/README.md")).doesNotExist();
    }

    @Test
    void anArchiveWithoutTheProgramFails() throws Exception {
        archive("otto-v0.6.3-linux-amd64", "nothing");
        archive("otto-v0.6.3-linux-arm64", "otto");
        runner.step("Unpack the programs").fails();
    }

    @Test
    void severalProgramsComeTogether() throws Exception {
        runner = runner(Examples.named("two-binaries"));
        archive("relay-v0.6.3-linux-amd64", "relay", "relayd");
        runner.step("Unpack the programs").succeeds();
        assertThat(runner.work().resolve("binaries/amd64/relay")).exists();
        assertThat(runner.work().resolve("binaries/amd64/relayd")).exists();
    }

    /** The first call would eat the list of platforms, were its input not cut off. */
    @Test
    void theImageIsRunOnEveryPlatformEvenIfItReadsItsInput() throws Exception {
        runner.stub("docker", "cat > /dev/null");
        assertThat(runner.step("Run the image on each platform").succeeds().output())
                .isEqualTo("linux/amd64:\nlinux/arm64:\n");
        assertThat(runner.calls())
                .containsExactly(
                        "docker run --rm --platform linux/amd64 ghcr.io/otto-rs/otto@sha256:0123 --version",
                        "docker run --rm --platform linux/arm64 ghcr.io/otto-rs/otto@sha256:0123 --version");
    }

    @Test
    void anImageThatDoesNotRunFails() throws Exception {
        runner.stub("docker", "[[ $* != *arm64* ]]");
        runner.step("Run the image on each platform").fails();
        runner.stub("docker", "[[ $* != *amd64* ]]");
        runner.step("Run the image on each platform").fails();
    }

    @Test
    void theSummaryNamesTheImageAndItsTags() throws Exception {
        runner.step("Summarize").succeeds();
        assertThat(runner.read("summary")).isEqualTo("""
                        ## Image

                        `ghcr.io/otto-rs/otto@sha256:0123`

                        | tag |
                        | --- |
                        | `ghcr.io/otto-rs/otto:latest` |
                        | `ghcr.io/otto-rs/otto:0.6.3` |
                        """);
    }
}
