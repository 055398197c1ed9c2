package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where programs are linked, and the C library that they need for it. */
class MinimumGlibcTest {
    private static final String RUST = "repository: a/otto\nrust: {}\n";

    private static List<String> floors(String config) {
        ReleasePlan plan = Examples.generate(config.replace('⏎', '\n') + "\n").plan();
        return plan.groups().stream()
                .flatMap(group -> group.builds().stream()
                        .map(build -> build.platform() + " in " + group.place(build) + ": "
                                + plan.glibc(build).words()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linux-amd64 | linux-amd64 in debian:bookworm: needs glibc 2.36",
                "linux-arm64 | linux-arm64 in debian:bookworm: needs glibc 2.36",
                "{ target: linux-arm64, build: native } | linux-arm64 in debian:bookworm: needs glibc 2.36",
                "{ target: linux-s390x, build: gcc } | linux-s390x in debian:bookworm: needs glibc 2.36",
                "{ target: linux-amd64, container: 'debian:bullseye' } | linux-amd64 in debian:bullseye: needs glibc 2.31",
                "{ target: linux-amd64, container: 'ghcr.io/me/builder' } | linux-amd64 in ghcr.io/me/builder: needs glibc, of an unknown version",
                "{ target: linux-amd64, container: false } | linux-amd64 in ubuntu-latest: needs glibc 2.43",
                "{ target: linux-amd64, runner: ubuntu-22.04 } | linux-amd64 in ubuntu-22.04: needs glibc 2.35",
                "{ target: linux-amd64, runner: my-machine } | linux-amd64 in my-machine: needs glibc, of an unknown version",
                "{ target: linux-amd64, glibc: 2.17 } | linux-amd64 in ubuntu-latest: needs glibc 2.17",
                "{ target: linux-amd64, build: zig } | linux-amd64 in ubuntu-latest: needs glibc 2.31",
                "{ target: loongarch64-unknown-linux-gnu, build: zig } | loongarch64-unknown-linux-gnu in ubuntu-latest: needs glibc 2.36",
                "{ target: linux-riscv64 } | linux-riscv64 in ubuntu-latest: needs glibc, of an unknown version",
                "{ target: linux-amd64, build: { image: 'ghcr.io/me/tools' } } | linux-amd64 in ghcr.io/me/tools: needs glibc, of an unknown version",
                "linux-amd64-musl | 'linux-amd64-musl in ubuntu-latest: '",
                "aarch64-linux-android | 'aarch64-linux-android in ubuntu-latest: '",
                "macos-arm64 | 'macos-arm64 in macos-latest: '",
                "windows-amd64 | 'windows-amd64 in windows-latest: '",
            })
    void eachTargetHasItsOwn(String target, String floor) {
        assertThat(floors(RUST + "targets: [" + target + "]")).containsExactly(floor);
    }

    @Test
    void whatNeedsNoGlibcIsBuiltBesideWhatDoes() {
        assertThat(floors(RUST + "targets: [linux-amd64, linux-amd64-musl, { target: linux-riscv64, build: cross }]"))
                .containsExactly(
                        "linux-amd64 in debian:bookworm: needs glibc 2.36",
                        "linux-amd64-musl in debian:bookworm: ",
                        "linux-riscv64 in ubuntu-latest: needs glibc, of an unknown version");
        assertThat(floors(RUST + "targets: [linux-amd64-musl, { target: linux-amd64, build: cross }]"))
                .contains("linux-amd64-musl in ubuntu-latest: ");
        assertThat(floors(RUST + "targets: [{ target: linux-amd64-musl, runner: big }, linux-amd64]"))
                .contains("linux-amd64-musl in big: ");
    }

    @Test
    void theMachineItselfIsAWordOfTheConfig() {
        assertThat(floors(RUST + "targets: linux-amd64⏎linux: { container: false }"))
                .containsExactly("linux-amd64 in ubuntu-latest: needs glibc 2.43");
        assertThat(
                        floors(
                                RUST
                                        + "targets: [linux-amd64, { target: linux-arm64, container: false }]⏎linux: { container: 'ubuntu:22.04' }"))
                .containsExactly(
                        "linux-amd64 in ubuntu:22.04: needs glibc 2.35",
                        "linux-arm64 in ubuntu-latest: needs glibc 2.43");
        assertThat(Examples.findings(RUST + "linux: { container: true }\n"))
                .extracting(finding -> finding.position() + " " + finding.message())
                .containsExactly("3:21 expected text, found true");
        assertThat(Examples.findings(RUST + "docker: {}\nlinux: { container: false }\n"))
                .extracting(finding -> finding.message())
                .containsExactly(
                        "'debian:bookworm-slim' has glibc 2.36, and 'linux-amd64' is linked with glibc 2.43 in 'ubuntu-latest'");
    }

    @Test
    void otherToolchainsAreAskedWhatSetsIt() {
        assertThat(floors("repository: a/otto⏎go: { cgo: true }⏎targets: [linux-amd64, linux-arm64]"))
                .containsExactly(
                        "linux-amd64 in debian:bookworm: needs glibc 2.36",
                        "linux-arm64 in debian:bookworm: needs glibc 2.36");
        assertThat(floors("repository: a/otto⏎go: {}⏎targets: linux-amd64"))
                .containsExactly("linux-amd64 in ubuntu-latest: ");
        assertThat(floors("repository: a/otto⏎maven: {}⏎targets: linux-amd64"))
                .containsExactly("linux-amd64 in ubuntu-latest: needs glibc 2.17");
        assertThat(floors("repository: a/otto⏎command: { build: make }⏎targets: linux-amd64"))
                .containsExactly("linux-amd64 in ubuntu-latest: may need glibc 2.43");
        assertThat(floors("repository: a/otto⏎command: { build: make, static: true }⏎targets: linux-amd64"))
                .containsExactly("linux-amd64 in ubuntu-latest: ");
    }

    /** What only prints completions runs where it is made. */
    @Test
    void theGeneratorOfAStaticReleaseStaysOnTheRunner() {
        ReleasePlan plan = Examples.generate(RUST
                        + "targets: linux-amd64-musl\nlinux: { build: zig }\narchive: { generate: { a: '{bin}' } }\n")
                .plan();
        assertThat(plan.generator().orElseThrow().container()).isEmpty();
    }
}
