package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets that cannot be built as they are asked for, and archives that cannot be. */
class TargetProblemsTest {
    private static final String RUST = "repository: a/otto\nrust: {}\n";
    private static final String MAVEN = "repository: a/otto\nmaven: { java: 17 }\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targets: [{ target: linux-arm64, build: native, runner: ubuntu-24.04 }] | 3:57 'linux-arm64' cannot "
                        + "be built natively on 'ubuntu-24.04' | use a runner such as 'ubuntu-24.04-arm', or write "
                        + "'build: gcc'",
                "targets: linux-arm64⏎linux: { build: native, runner: ubuntu-24.04 } | 4:33 'linux-arm64' cannot be "
                        + "built natively on 'ubuntu-24.04' | use a runner such as 'ubuntu-24.04-arm', or write "
                        + "'build: gcc'",
                "targets: [{ target: linux-s390x, build: native }] | 3:41 GitHub has no runner for 'linux-s390x' | "
                        + "write 'build: cross', or set your own runner",
                "targets: [{ target: freebsd-amd64, build: native }] | 3:43 no runner has the operating system of "
                        + "'freebsd-amd64' | write 'build: cross', or remove 'build'",
                "targets: [{ target: linux-riscv64-musl, build: gcc }] | 3:48 Debian has no gcc that links "
                        + "'linux-riscv64-musl' | write 'build: cross'",
                "targets: [{ target: linux-s390x, build: gcc, runner: ubuntu-24.04-arm }] | 3:54 Debian's cross "
                        + "compilers need an x86-64 machine, not 'ubuntu-24.04-arm' | use a runner such as "
                        + "'ubuntu-latest', or write 'build: native'",
                "targets: [{ target: macos-arm64, build: cross }] | 3:41 cross has no image for 'macos-arm64' | "
                        + "remove 'build'",
                "targets: [{ target: windows-amd64, build: cross }] | 3:43 cross has no image for 'windows-amd64' | "
                        + "remove 'build'",
                "targets: [{ target: windows-amd64, runner: ubuntu-latest }] | 3:44 'windows-amd64' cannot be built "
                        + "on 'ubuntu-latest' | use a runner such as 'windows-latest'",
                "targets: [{ target: macos-universal, runner: ubuntu-24.04 }] | 3:46 'macos-universal' cannot be "
                        + "built on 'ubuntu-24.04' | use a runner such as 'macos-latest'",
                "targets: [{ target: linux-armv7, build: cross, container: 'debian:12' }] | 3:59 'linux-armv7' is "
                        + "built by cross 0.2.5, in its own container, so not in 'debian:12' | remove 'container', or "
                        + "build it another way, such as 'build: zig'",
                "targets: linux-armv7⏎linux: { build: cross, container: 'debian:12' } | 4:35 'linux-armv7' is built "
                        + "by cross 0.2.5, in its own container, so not in 'debian:12' | remove 'container', or build "
                        + "it another way, such as 'build: zig'",
                "targets: [{ target: linux-amd64-musl, build: zig, glibc: 2.17 }] | 3:58 'linux-amd64-musl' is not "
                        + "linked with the GNU C library | remove 'glibc'",
                "targets: [{ target: linux-amd64, build: cross, glibc: 2.17 }] | 3:55 only Zig links with an older C "
                        + "library | write 'build: zig', or remove 'glibc'",
                "targets: [{ target: macos-arm64, glibc: 2.17 }] | 3:41 'macos-arm64' is not linked with the GNU C "
                        + "library | remove 'glibc'",
                "targets: [{ target: macos-arm64, build: zig }] | 3:41 Zig builds only for Linux, not for "
                        + "'macos-arm64' | remove 'build'",
                "targets: [{ target: macos-arm64, build: { image: 'debian:12' } }] | 3:41 'macos-arm64' cannot "
                        + "be built in a container | remove 'build'",
                "targets: [linux-amd64, { target: linux-arm64, as: linux-amd64 }] | 3:24 two targets are "
                        + "called 'linux-amd64' | give one of them another name, "
                        + "as in { target: aarch64-unknown-linux-gnu, as: other }",
                "targets: [linux-amd64, linux-arm64, macos-arm64]⏎archive: { name: '{name}-{os}' } | 4:18 the "
                        + "archives of 'linux-amd64' and 'linux-arm64' would have the same name | add '{platform}', "
                        + "as in '{name}-{tag}-{platform}'",
                "archive: { name: '{name}-{platfrom}' } | 3:26 unknown placeholder '{platfrom}' | did you mean "
                        + "'{platform}'?",
                "targets: [{ target: linux-amd64, experimental: true }] | 3:1 every target is experimental | keep at least one target that is not experimental",
                "archive: { layout: raw, format: zip } | 3:33 the layout 'raw' creates no archives, so it has no "
                        + "format | remove 'format', or write 'layout: bin'",
                "archive: { layout: bin, include: LICENSE } | 3:34 the layout 'bin' contains only programs | remove "
                        + "'include', or write 'layout: flat'",
                "archive: { layout: bin, generate: { a: '{bin}' } } | 3:35 the layout 'bin' contains only programs | "
                        + "remove 'generate', or write 'layout: flat'",
                "docker: { base: 'debian:bookworm-slim' }⏎linux: { container: 'debian:trixie' } | 3:17 "
                        + "'debian:bookworm-slim' has glibc 2.36, and 'linux-amd64' is linked with glibc 2.41 in "
                        + "'debian:trixie' | use a newer base, or build in an older system: 'linux: { container: "
                        + "debian:bookworm }'",
            })
    void theyAreExplained(String text, String message, String help) {
        assertThat(Examples.findings(RUST + text.replace('⏎', '\n') + "\n"))
                .extracting(finding -> finding.position() + " " + finding.message(), finding -> finding.help())
                .containsExactly(tuple(message, help));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "build: gcc | 3:41 Java 17 with Maven has no build method 'gcc'",
                "glibc: 2.17 | 3:41 Java 17 with Maven cannot link with an older C library",
                "toolchain: 21 | 3:45 the toolchain is the same for every target: Java 17 with Maven",
                "features: [a] | 3:44 Java 17 with Maven has no features",
            })
    void javaHasOneWayOnly(String key, String message) {
        assertThat(Examples.findings(MAVEN + "targets: [{ target: linux-amd64, " + key + " }]\n"))
                .extracting(finding -> finding.position() + " " + finding.message())
                .containsExactly(message);
    }

    /** GitHub refuses a container on a macOS or Windows runner; FreeBSD programs are built on Linux. */
    @ParameterizedTest
    @ValueSource(strings = {"macos-arm64", "windows-amd64", "aarch64-apple-darwin"})
    void onlyLinuxRunnersHaveContainers(String target) {
        String targets =
                "repository: a/b\nrust: {}\ntargets: [linux-amd64, { target: " + target + ", container: %s }]\n";
        assertThat(Examples.findings(targets.formatted("debian:12")))
                .extracting(finding -> finding.message() + " => " + finding.help())
                .containsExactly("'" + target + "' cannot be built in a container"
                        + " => remove 'container': only Linux runners have containers");
        assertThat(Examples.findings(targets.formatted("false"))).isEmpty();
    }

    @Test
    void aProgramAloneIsOneProgram() {
        assertThat(Examples.findings("repository: a/b\nrust: { bins: [a, b] }\narchive: { layout: raw }\n"))
                .extracting(finding -> finding.message())
                .containsExactly("the layout 'raw' is for one program, and this project has 2");
        assertThat(Examples.findings(MAVEN + "archive: { layout: raw }\n"))
                .extracting(finding -> finding.message())
                .containsExactly("the program is a folder, which cannot be released without an archive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "targets: [linux-amd64, { target: linux-amd64, as: linux-old, glibc: 2.17 }]",
                "targets: [linux-amd64, { target: linux-armv7, build: cross }]⏎linux: { container: 'debian:12' }",
                "targets: [linux-amd64, linux-amd64-musl]⏎linux: { build: zig, glibc: 2.17 }",
                "targets: [{ target: linux-s390x, build: native, runner: mainframe }]",
                "targets: [{ target: linux-arm64, runner: ubuntu-24.04-arm }]",
                "docker: {}⏎targets: [{ target: linux-amd64, glibc: 2.31 }]",
                "docker: { base: gcr.io/distroless/cc-debian12 }",
                "docker: {}⏎linux: { container: 'debian:bullseye' }",
            })
    void whatGoesTogetherIsTaken(String text) {
        assertThat(Examples.findings(RUST + text.replace('⏎', '\n') + "\n")).isEmpty();
    }
}
