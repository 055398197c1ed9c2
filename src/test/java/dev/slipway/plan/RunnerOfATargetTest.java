package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.source.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program or a runtime that belongs to the machine that builds it is built on a machine with its processor. */
class RunnerOfATargetTest {
    private static final String SYSTEMS = """
            linux: { runner: ubuntu-22.04 }
            windows: { runner: windows-2022 }
            macos: { runner: macos-15 }
            targets: [linux-amd64, linux-arm64, windows-amd64, windows-arm64, macos-amd64, macos-arm64]
            """;

    private static String config(String toolchain, String rest) {
        return "name: gull\nrepository: me/gull\nlicense: MIT\n" + toolchain + "\n" + rest;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maven: { java: 21, jar: target/gull.jar }",
                "gradle: { java: 21, jar: build/libs/gull.jar }",
                "command: { build: make, output: 'out/{name}' }"
            })
    void theRunnerOfASystemIsForItsOwnProcessor(String toolchain) {
        assertThat(Examples.generate(config(toolchain, SYSTEMS)).plan().builds().map(Build::runner))
                .containsExactly(
                        "ubuntu-22.04",
                        "ubuntu-24.04-arm",
                        "macos-15-intel",
                        "macos-15",
                        "windows-2022",
                        "windows-11-arm");
    }

    @Test
    void theLinkerOfAppleKnowsBothProcessors() {
        assertThat(Examples.generate(config("go: { cgo: true }", SYSTEMS))
                        .plan()
                        .builds()
                        .map(Build::runner))
                .containsExactly(
                        "ubuntu-22.04", "ubuntu-24.04-arm", "macos-15", "macos-15", "windows-2022", "windows-11-arm");
    }

    @Test
    void aRunnerWithANameOfItsOwnMayHaveAnyProcessor() {
        String own = "linux: { runner: my-machine }\ntargets: [linux-amd64, linux-arm64]\n";
        assertThat(Examples.generate(config("go: { cgo: true }", own))
                        .plan()
                        .builds()
                        .map(Build::runner))
                .containsExactly("my-machine", "my-machine");
    }

    @Test
    void aTargetThatAsksForAnotherProcessorIsAnError() {
        String target = "targets: [{ target: linux-arm64, runner: ubuntu-24.04 }]\n";
        assertThat(Examples.findings(config("go: { cgo: true }", target)))
                .extracting(Finding::message)
                .containsExactly("'linux-arm64' cannot be built on 'ubuntu-24.04'");
    }
}
