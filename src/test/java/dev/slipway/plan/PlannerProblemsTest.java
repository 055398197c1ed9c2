package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be, said at its place. */
class PlannerProblemsTest {
    private static final String RUST = "repository: a/otto\nrust: {}\n";
    private static final String MAVEN = "repository: a/otto\nmaven: { java: 17 }\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "targets: linux-amd46 | 3:10 unknown target 'linux-amd46' | did you mean 'linux-amd64'?",
                "targets: [linux-arm64, macos-arm46] | 3:24 unknown target 'macos-arm46' | did you mean 'macos-arm64'?",
                "targets: [plan9-vax] | 3:11 unknown target 'plan9-vax' | the targets are linux-amd64, linux-arm64, "
                        + "linux-amd64-musl, linux-arm64-musl, macos-amd64, macos-arm64, macos-universal, "
                        + "windows-amd64, windows-arm64, windows-i686, linux-armv7, linux-i686, linux-riscv64, "
                        + "linux-s390x, linux-ppc64le, linux-armv7-musl, linux-i686-musl, linux-riscv64-musl, "
                        + "linux-s390x-musl, linux-ppc64le-musl, freebsd-amd64, freebsd-arm64, freebsd-i686",
                "targets: [linux-amd64, linux-x86_64] | 3:24 'linux-x86_64' is the same target as 'linux-amd64' | "
                        + "keep one of them, or give the second one another name with 'as'",
                "targets: [macos-arm64]⏎linux: { packages: [git] } | 4:1 settings for Linux, but no target for it | "
                        + "remove them, or add a target such as 'linux-amd64'",
                "targets: [linux-amd64]⏎macos: { runner: macos-15 } | 4:1 settings for macOS, but no target for it | "
                        + "remove them, or add a target such as 'macos-arm64'",
                "targets: [macos-arm64]⏎docker: {} | 4:1 an image needs a Linux target | add 'linux-amd64' to the "
                        + "targets, or remove 'docker'",
                "targets: [linux-amd64]⏎docker: { platforms: [linux/amd64, linux/arm64] } | 4:36 the image has no program "
                        + "for 'linux/arm64' | add the target 'linux-arm64', or remove the platform",
                "targets: [linux-amd64]⏎docker: { base: scratch } | 4:17 'scratch' has no GNU C library, which "
                        + "'linux-amd64' needs | add the target 'linux-amd64-musl', or use a base such as "
                        + "debian:bookworm-slim",
                "targets: [linux-arm64]⏎docker: { base: 'alpine:3.22' } | 4:17 'alpine:3.22' has no GNU C library, "
                        + "which 'linux-arm64' needs | add the target 'linux-arm64-musl', or use a base such as "
                        + "debian:bookworm-slim",
                "linux: { container: 'alpine:3.22' } | 3:21 cannot build in 'alpine:3.22', which has no apt "
                        + "and no bash | use a Debian or Ubuntu image, such as 'debian:bookworm'; targets such as "
                        + "'linux-amd64-musl' run on Alpine too",
                "linux: { container: 'fedora:42' } | 3:21 cannot build in 'fedora:42', which has no apt, but "
                        + "dnf | use a Debian or Ubuntu image, such as 'debian:bookworm'",
                "linux: { container: archlinux } | 3:21 cannot build in 'archlinux', which has no apt, but "
                        + "pacman | use a Debian or Ubuntu image, such as 'debian:bookworm'",
                "linux: { container: 'rust:1.94-alpine' } | 3:21 cannot build in 'rust:1.94-alpine', which "
                        + "has no apt and no bash | use a Debian or Ubuntu image, such as 'debian:bookworm'; targets "
                        + "such as 'linux-amd64-musl' run on Alpine too",
                "linux: { container: quay.io/pypa/manylinux2014_x86_64 } | 3:21 cannot build in 'quay.io/pypa/manylinux2014_x86_64', which has no apt, but yum or dnf | use a Debian or "
                        + "Ubuntu image, such as 'debian:bookworm'; for programs that start with glibc 2.17, write "
                        + "'build: zig' and 'glibc: 2.17' and no container",
                "linux: { container: 'rockylinux:8' } | 3:21 cannot build in 'rockylinux:8', which has no "
                        + "apt, but dnf | use a Debian or Ubuntu image, such as 'debian:bookworm'; for programs that "
                        + "start with glibc 2.28, write 'build: zig' and 'glibc: 2.28' and no container",
                "targets: [{ target: linux-amd64, build: { image: 'fedora:42' } }] | 3:41 cannot build in 'fedora:42', which has no apt, but dnf | use a Debian or Ubuntu image, such as 'debian:bookworm'",
                "linux: { container: scratch } | 3:21 cannot build in 'scratch', which has no apt and no bash "
                        + "| use a Debian or Ubuntu image, such as 'debian:bookworm'; targets such as "
                        + "'linux-amd64-musl' run on Alpine too",
                "checksums: per-file⏎checksum-file: a.txt | 4:1 no file contains the checksums of all files | write "
                        + "'checksums: combined' or 'checksums: both', or remove the key",
                "hashes: [sha256, blake3]⏎checksum-file: a.txt | 4:16 the files of 2 hashes would have the same name "
                        + "| add '{hash}' to the name; the value in 'hashes' replaces it",
                "sbom: spdx⏎checksum-file: 'otto-{tag}.spdx.json' | 4:16 another release file has the name 'otto-v1.2.3.spdx.json' | write another name, such as '{name}_{version}_checksums.txt'",
                "tag: cli/v*⏎checksum-file: 'sums-{tag}.txt' | 4:16 a tag such as 'cli/v1.2.3' contains '/', which is "
                        + "invalid in a file name | write 'v{version}' instead of '{tag}'",
                "targets: [{ target: linux-amd64, archive: '{name}' }, { target: linux-arm64, archive: otto }] | 3:87 "
                        + "the archives of 'linux-amd64' and 'linux-arm64' would have the same name | add "
                        + "'{platform}', as in '{name}-{tag}-{platform}'",
                "targets: [{ target: linux-amd64, archive: '{nam}' }] | 3:44 unknown placeholder '{nam}' | did you "
                        + "mean '{name}'?",
                "archive: { name: '{name}-{tag}' } | 3:18 every archive would have the same name | add '{platform}', "
                        + "as in '{name}-{tag}-{platform}'",
                "targets: [linux-amd64, macos-arm64]⏎archive: { name: otto } | 4:18 every archive would have the same "
                        + "name | add '{platform}', as in '{name}-{tag}-{platform}'",
                "tag: [v*, 'cli-v*'] | 3:11 'v*' and 'cli-v*' have different prefixes | begin every "
                        + "pattern with 'v': the text after it is the version",
                "tag: [v1.*, 'v2.*', '3.*'] | 3:21 'v1.*' and '3.*' have different prefixes | begin "
                        + "every pattern with 'v': the text after it is the version",
                "ci: false⏎actions: { docker/login-action: v4.0.0 } | 4:12 no generated workflow uses "
                        + "'docker/login-action' | remove it, or turn on what needs it",
                "docker: {}⏎docs: { intro: docs/a.md } | 4:9 no generated page begins with 'docs/a.md' | add the page: "
                        + "'release: docs/releasing.md'",
                "docker: {}⏎docs: { release: docs/a.md, intro: docs/A.md } | 4:36 'docs/A.md' is the generated page | "
                        + "use another file for the introduction",
                "docker: {}⏎docs: { release: dockerfile/a.md } | 4:18 a generated file has the name of a folder of "
                        + "this path | write another one, such as 'docs/releasing.md'",
                "targets: linux-amd64⏎archive: { layout: raw, name: SHA256SUMS }⏎checksums: combined | 4:31 another release file has the name 'SHA256SUMS' | add '{platform}' or '{target}' to the name",
                "targets: linux-amd64⏎archive: { layout: raw, name: otto-installer.sh }⏎packages: { installers: shell "
                        + "} | 4:31 another release file has the name 'otto-installer.sh' | add '{platform}' or "
                        + "'{target}' to the name",
                "tag: otto/v*⏎archive: { name: '{name}-{tag}-{platform}' } | 4:18 a tag such as 'otto/v1.2.3' "
                        + "contains '/', which is invalid in a file name | write 'v{version}' instead of '{tag}'",
                "actions: { actions/chekout: v6.0.2 } | 3:12 no generated workflow uses 'actions/chekout' | did you "
                        + "mean 'actions/checkout'?",
            })
    void theyAreExplained(String text, String message, String help) {
        assertThat(Examples.findings(RUST + text.replace('⏎', '\n') + "\n"))
                .extracting(finding -> finding.position() + " " + finding.message(), finding -> finding.help())
                .containsExactly(tuple(message, help));
    }

    @ParameterizedTest
    @CsvSource({"linux-amd64-musl", "freebsd-amd64"})
    void javaIsBuiltOnlyWhereThereIsARuntimeAndARunner(String target) {
        assertThat(Examples.findings(MAVEN + "targets: [linux-amd64, " + target + "]\n"))
                .extracting(finding -> finding.position() + " " + finding.message(), finding -> finding.help())
                .containsExactly(
                        tuple("3:24 Java 17 with Maven cannot build for '" + target + "'", "remove the target"));
    }

    @Test
    void aCommandIsNoProgramThatIsBuilt() {
        String command =
                "slipway: 0.1\nname: otto\nrepository: otto/otto\ncommand: { build: make otto, output: \"bin/{name}\" }\n";
        assertThat(Examples.findings(command + "targets: [linux-amd64, freebsd-amd64]\n"))
                .extracting(finding -> finding.position() + " " + finding.message(), finding -> finding.help())
                .containsExactly(tuple(
                        "5:24 the command builds for the machine on which it runs, and GitHub has no runner for "
                                + "'freebsd-amd64'",
                        "remove the target, or use '{target}' in 'build' if the command can cross-compile"));
    }

    @Test
    void goWithCIsBuiltOnlyWhereThereIsARunner() {
        String go = "slipway: 0.1\nname: otto\nrepository: otto/otto\ngo: { version: 1.26, cgo: true }\n";
        assertThat(Examples.findings(go + "targets: [linux-amd64, linux-armv7]\n"))
                .extracting(finding -> finding.position() + " " + finding.message(), finding -> finding.help())
                .containsExactly(tuple(
                        "5:24 Go 1.26 with 'cgo' cannot build for 'linux-armv7': no runner has its system, processor"
                                + " and C library",
                        "remove the target, or write 'cgo: false' if the program needs no C"));
    }

    @Test
    void javaIsOfferedOnlyTheTargetsThatItHas() {
        assertThat(Examples.findings(MAVEN + "targets: plan9\n"))
                .extracting(finding -> finding.help())
                .containsExactly("the targets are linux-amd64, linux-arm64, macos-amd64, macos-arm64, windows-amd64");
    }

    @Test
    void anActionThatIsLikeNoneIsAnsweredWithAll() {
        assertThat(Examples.findings(RUST + "actions: { zzz/unheard-of: v1 }\n"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).isEqualTo("no generated workflow uses 'zzz/unheard-of'");
                    assertThat(finding.help())
                            .startsWith("the actions are ")
                            .contains("Swatinem/rust-cache, actions/attest, actions/checkout, ")
                            .endsWith("sigstore/cosign-installer, taiki-e/install-action");
                });
    }

    @Test
    void allAreShownAtOnceWithThoseOfReadingInTheOrderOfTheFile() {
        String config = """
                repository: a/otto
                nam: otto
                rust: { locked: maybe }
                tag: [v*, x*]
                targets: [linux-amd46, linux-arm64, linux-aarch64, macos-arm64]
                archive: { name: otto }
                docker: { base: scratch, platforms: [linux/amd64] }
                actions: { actions/chekout: v1 }
                """;
        assertThat(Examples.findings(config))
                .extracting(finding -> finding.position() + " " + finding.message())
                .containsExactly(
                        "2:1 unknown key 'nam'",
                        "3:17 expected true or false, found 'maybe'",
                        "4:11 'v*' and 'x*' have different prefixes",
                        "5:11 unknown target 'linux-amd46'",
                        "5:37 'linux-aarch64' is the same target as 'linux-arm64'",
                        "6:18 every archive would have the same name",
                        "7:17 'scratch' has no GNU C library, which 'linux-amd64' needs",
                        "8:12 no generated workflow uses 'actions/chekout'");
    }

    @Test
    void everyFindingIsAnErrorOfTheConfig() {
        assertThat(Examples.findings(RUST + "targets: x\n"))
                .extracting(Object::toString)
                .containsExactly("slipway.yml:3:10: error: unknown target 'x' [config]");
    }

    /** A target that could not be read is not missed a second time. */
    @Test
    void oneMistakeMakesOneMessage() {
        assertThat(Examples.findings(RUST + "targets: ['a b', linux-amd64]\ndocker: { platforms: ['x'] }\n"))
                .extracting(finding -> finding.position().toString())
                .containsExactly("3:11", "4:23");
        assertThat(Examples.findings("repository: a/otto\nrust: [x]\ntargets: [nope]\n"))
                .extracting(finding -> finding.position().toString())
                .containsExactly("2:7", "3:11");
    }

    @Test
    void oneTargetNeedsNoPlatformInItsName() {
        assertThat(Examples.findings(RUST + "targets: linux-amd64\narchive: { name: '{name}-{tag}' }\n"))
                .isEmpty();
        assertThat(Examples.findings(RUST + "archive: { name: '{name}-{target}' }\n"))
                .isEmpty();
    }

    @Test
    void anImageThatIsNotKnownMayBeBuiltIn() {
        assertThat(Examples.findings(RUST + "linux: { container: 'example/builder:1' }\n"))
                .isEmpty();
    }

    @Test
    void tagsWithTheSamePrefixGoTogether() {
        assertThat(Examples.findings(RUST + "tag: [v1.*, 'v2.[0-9]+.*', 'v*']\n"))
                .isEmpty();
    }

    @Test
    void anImageWithoutTheGnuLibraryTakesStaticProgramsOnly() {
        assertThat(Examples.findings(RUST + "targets: [linux-amd64, linux-amd64-musl]\ndocker: { base: scratch }\n"))
                .isEmpty();
    }
}
