package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the job runs that makes an image. */
@Tag("bash")
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

    @Test
    void programsThatLieApartComeTogether() throws Exception {
        runner = runner(Examples.generate("name: otto\nrepository: otto-rs/otto\n"
                + "command: { build: 'make {target}', output: 'out/{target}/{name}/{name}', bins: [otto, ottod] }\n"
                + "targets: [linux-amd64, linux-arm64]\ndocker: {}\n"));
        for (String platform : List.of("linux-amd64", "linux-arm64")) {
            runner.file("built/" + platform + "/otto/otto", platform).file("built/" + platform + "/ottod/ottod", "d");
        }
        runner.step("Lay out the programs").succeeds();
        assertThat(runner.work().resolve("binaries/amd64/otto")).hasContent("linux-amd64");
        assertThat(runner.work().resolve("binaries/arm64/otto")).hasContent("linux-arm64");
        assertThat(runner.work().resolve("binaries/arm64/ottod")).hasContent("d");
    }

    @Test
    void aFolderIsTakenOutOfTheTarThatItTravelsIn() throws Exception {
        runner = runner(Examples.generate(
                "name: otto\nrepository: otto-rs/otto\nmaven: {}\ntargets: [linux-amd64]\ndocker: {}\n"));
        runner.file("tree/otto/bin/otto", "#!/bin/sh\n");
        runner.bash(
                        "chmod 755 tree/otto/bin/otto && mkdir -p built/linux-amd64 && tar -cf built/linux-amd64/otto.tar -C tree otto")
                .succeeds();
        runner.step("Lay out the programs").succeeds();
        runner.bash("test -x binaries/amd64/otto/bin/otto").succeeds();
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
