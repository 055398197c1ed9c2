package dev.slipway.run.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {
    private static final Host LINUX = Host.of("Linux", "amd64");

    @ParameterizedTest
    @CsvSource({
        "ubuntu-latest, Linux, X64, x86_64-unknown-linux-gnu",
        "ubuntu-24.04-arm, Linux, ARM64, aarch64-unknown-linux-gnu",
        "ubuntu-22.04-8core, Linux, X64, x86_64-unknown-linux-gnu",
        "macos-14, macOS, ARM64, aarch64-apple-darwin",
        "macos-15-intel, macOS, X64, x86_64-apple-darwin",
        "macos-99-large, macOS, X64, x86_64-apple-darwin",
        "Windows-2022, Windows, X64, x86_64-pc-windows-msvc",
        "windows-11-arm, Windows, ARM64, aarch64-pc-windows-msvc"
    })
    void aLabelOfGitHubSaysTheSystemAndTheProcessor(String label, String os, String arch, String triple) {
        Machine machine = Machine.of(List.of(label), LINUX);
        assertThat(machine.runnerOs()).isEqualTo(os);
        assertThat(machine.runnerArch()).isEqualTo(arch);
        assertThat(machine.rustTriple()).isEqualTo(triple);
        assertThat(machine.hosted()).isTrue();
    }

    @Test
    void aMachineOfOnesOwnIsThisOneAsFarAsItsLabelsDoNotSayOtherwise() {
        Host mac = Host.of("Mac OS X", "aarch64");
        assertThat(Machine.of(List.of("self-hosted"), mac))
                .isEqualTo(new Machine("self-hosted", RunnerSystem.MACOS, Processor.ARM64, false, mac));
        assertThat(Machine.of(List.of("self-hosted", "Linux", "X64", "ubuntu-latest"), mac))
                .extracting(Machine::runnerOs, Machine::runnerArch, Machine::hosted)
                .containsExactly("Linux", "X64", false);
        assertThat(Machine.of(List.of("build-box"), mac).simulated()).isEmpty();
    }

    @Test
    void whatIsSimulatedIsSaid() {
        assertThat(Machine.of(List.of("macos-14"), LINUX).simulated()).contains("macos-14 is simulated on Linux");
        assertThat(Machine.of(List.of("ubuntu-24.04-arm"), LINUX).simulated())
                .contains("ubuntu-24.04-arm is simulated on Linux on x64");
        assertThat(Machine.of(List.of("ubuntu-24.04"), LINUX).simulated()).isEmpty();
        assertThat(Machine.of(List.of("macos-14"), Host.of("Mac OS X", "aarch64"))
                        .simulated())
                .isEmpty();
    }
}
