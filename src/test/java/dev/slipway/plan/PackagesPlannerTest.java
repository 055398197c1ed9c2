package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Examples;
import dev.slipway.source.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagesPlannerTest {
    private static final String BASE = "repository: a/otto\n";

    private static String config(String text) {
        String lines = text.replace('⏎', '\n') + "\n";
        return BASE + (lines.matches("(?s).*(go|command|maven):.*") ? "" : "rust: {}\n") + lines;
    }

    private static ReleasePlan plan(String text) {
        return Examples.generate(config(text)).plan();
    }

    private static List<String> platforms(List<Build> builds) {
        return builds.stream().map(Build::platform).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "targets: macos-arm64⏎packages: { deb: true } | 4:13 a Debian package needs a Linux target | add one "
                        + "such as 'linux-amd64' to the targets, or remove 'deb'",
                "targets: [linux-amd64, { target: linux-arm64, experimental: true }]⏎packages: { deb: { targets: "
                        + "linux-arm64 } } | 4:29 no Linux target 'linux-arm64' | did you mean "
                        + "'linux-amd64'?",
                "targets: [linux-amd64, linux-arm64]⏎packages: { deb: { targets: [linux-amd46] } } | 4:30 no Linux target 'linux-amd46' | did you mean 'linux-amd64'?",
                "targets: [linux-amd64, linux-amd64-musl]⏎packages: { deb: { targets: [linux-amd64, linux-amd64-musl] "
                        + "} } | 4:43 'linux-amd64' and 'linux-amd64-musl' would have the same package name | keep "
                        + "one of them",
                "name: Otto_x⏎packages: { deb: true } | 4:13 'otto_x' cannot be the name of a Debian package | add "
                        + "'package: ' and a name of at least two lower-case letters, digits, '+', '.' and '-'",
                "targets: [linux-amd64, linux-arm64]⏎packages: { deb: { file: '{package}.deb' } } | 4:26 every package would "
                        + "have the same file name | add '{arch}' or '{platform}', as in '{package}_{version}_{platform}.deb'",
                "packages: { deb: { file: 'otto {arch}.deb' } } | 3:26 invalid file of a package 'otto {arch}.deb' | write "
                        + "letters, digits, '.', '_', '+', '-' and placeholders such as {package}, {version} and {arch}, "
                        + "with '.deb' at the end, such as '{package}_{version}_{platform}.deb'",
                "targets: macos-arm64⏎license: MIT⏎packages: { rpm: true } | 5:13 an RPM package needs a Linux "
                        + "target | add one such as 'linux-amd64' to the targets, or remove 'rpm'",
                "packages: { rpm: true } | 3:13 RPM packages need a license | add 'license: MIT' at the top of the config",
                "license: MIT⏎packages: { rpm: { depends: 'git (>= 2)' } } | 4:29 invalid requirement 'git (>= 2)' | "
                        + "write a package, a library such as 'libfoo.so.1()(64bit)' or a path, with a version after "
                        + "it, such as 'openssl-libs >= 3.0'",
                "targets: windows-amd64⏎packages: { homebrew: a/homebrew-b } | 4:13 Homebrew needs a target for macOS "
                        + "or Linux on amd64 or arm64 | add one such as 'macos-arm64', or remove 'homebrew'",
                "name: 7up⏎packages: { homebrew: a/homebrew-b } | 4:13 invalid formula name '7up': it must begin "
                        + "with a letter, with one '-', '_' or '.' between words | give the project another 'name', "
                        + "or remove 'homebrew'",
                "name: a--b⏎packages: { homebrew: a/homebrew-b } | 4:13 invalid formula name 'a--b': it must "
                        + "begin with a letter, with one '-', '_' or '.' between words | give the project another "
                        + "'name', or remove 'homebrew'",
                "name: a_⏎packages: { homebrew: a/homebrew-b } | 4:13 invalid formula name 'a_': it must begin "
                        + "with a letter, with one '-', '_' or '.' between words | give the project another 'name', "
                        + "or remove 'homebrew'",
                "packages: { homebrew: a/tap } | 3:23 the tap 'a/tap' has no 'homebrew-' in its name | write "
                        + "'a/homebrew-tap'",
                "targets: linux-riscv64⏎packages: { homebrew: a/homebrew-b } | 4:13 Homebrew needs a target for macOS "
                        + "or Linux on amd64 or arm64 | add one such as 'macos-arm64', or remove 'homebrew'",
                "release: { draft: keep }⏎packages: { homebrew: a/homebrew-b } | 4:13 the release stays a draft until somebody publishes it, so nothing can be downloaded yet | write 'draft: until-complete' "
                        + "under 'release', or remove 'homebrew'",
                "targets: windows-amd64⏎packages: { winget: A.Otto } | 4:13 winget manifests need a description and a "
                        + "license | add 'description: runs tasks' and 'license: MIT' at the top of the config",
                "license: MIT⏎description: x⏎packages: { winget: A.Otto } | 5:13 winget needs a Windows target | add "
                        + "'windows-amd64' to the targets, or remove 'winget'",
                "targets: windows-amd64⏎archive: { format: tar.gz }⏎packages: { installers: powershell } | 5:13 "
                        + "Windows cannot unpack 'tar.gz' by itself | write 'format: { windows: zip }' under 'archive'",
                "targets: windows-amd64⏎packages: { installers: shell } | 4:13 the installer 'shell' needs a target "
                        + "for Linux, macOS or FreeBSD | add one such as 'linux-amd64', or remove 'shell'",
                "go: {}⏎packages: { crates: trusted } | 3:13 the toolchain 'go' publishes no crates | remove 'crates'",
                "command: { build: make }⏎packages: { crates: token } | 3:13 the toolchain 'command' publishes no "
                        + "crates | remove 'crates'",
                "packages: { crates: yes } | 3:21 invalid login 'yes' | write trusted or token, such as 'trusted'",
                "packages: { crates: { packages: [a] } } | 3:21 the key 'login' is missing | add 'login: trusted'",
                "packages: { installers: [shell, shell] } | 3:33 duplicate value 'shell' | remove it",
            })
    void whatCannotBeIsExplained(String text, String message, String help) {
        assertThat(Examples.findings(config(text)))
                .extracting(finding -> finding.position() + " " + finding.message(), Finding::help)
                .containsExactly(tuple(message, help));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "packages: { crates: trusted }⏎release: { draft: keep }",
                "packages: { installers: [shell], deb: true }⏎checksums: none",
                "packages: { installers: [shell], deb: true }⏎release: { draft: keep }",
                "archive: { layout: raw }⏎packages: { deb: true, installers: shell, homebrew: a/homebrew-b }",
                "packages: { deb: false, rpm: false }",
                "license: MIT⏎packages: { rpm: { package: Otto_x, depends: [git, openssl-libs >= 3.0, "
                        + "libz.so.1()(64bit), /bin/sh] } }",
                "packages:",
                "go: {}⏎packages: { deb: true, homebrew: a/homebrew-b, installers: shell }",
                "maven: {}⏎targets: linux-amd64⏎packages: { deb: true, installers: shell }",
            })
    void whatCanBeIsTaken(String text) {
        assertThat(Examples.findings(config(text))).isEmpty();
    }

    @Test
    void aPackageIsMadeOfWhatRunsOnMoreSystems() {
        Packages packages = plan("targets: [linux-amd64, linux-arm64-musl, linux-arm64, linux-amd64-musl, linux-armv7, "
                        + "{ target: linux-riscv64, experimental: true }, aarch64-linux-android]⏎"
                        + "packages: { deb: true, rpm: true, homebrew: a/homebrew-b }⏎license: MIT")
                .packages();
        assertThat(platforms(packages.deb().orElseThrow().builds()))
                .containsExactly("linux-amd64-musl", "linux-arm64-musl", "linux-armv7");
        assertThat(packages.rpm().orElseThrow().builds())
                .isEqualTo(packages.deb().orElseThrow().builds());
        assertThat(platforms(packages.homebrew().orElseThrow().builds()))
                .containsExactly("linux-amd64-musl", "linux-arm64-musl");
        assertThat(packages.assets().stream().map(name -> name.with("v1.0.0-rc.1")))
                .containsExactly(
                        "otto_1.0.0-rc.1_amd64.deb",
                        "otto_1.0.0-rc.1_arm64.deb",
                        "otto_1.0.0-rc.1_armhf.deb",
                        "otto-1.0.0-rc.1-1.x86_64.rpm",
                        "otto-1.0.0-rc.1-1.aarch64.rpm",
                        "otto-1.0.0-rc.1-1.armv7hl.rpm");
    }

    @Test
    void aPackageKeepsTheNameThatTheConfigGivesIt() {
        Packages packages =
                plan("targets: [{ target: linux-amd64, as: linux_x86_64 }, { target: linux-armv7, as: linux_arm }]⏎"
                                + "license: MIT⏎packages: { deb: { package: otto-cli, file: '{package}_{tag}_{platform}.deb' }, "
                                + "rpm: { file: '{name}-{version}.{arch}.rpm' } }")
                        .packages();
        assertThat(packages.assets().stream().map(name -> name.with("v1.0.0")))
                .containsExactly(
                        "otto-cli_v1.0.0_linux_x86_64.deb",
                        "otto-cli_v1.0.0_linux_arm.deb",
                        "otto-1.0.0.x86_64.rpm",
                        "otto-1.0.0.armv7hl.rpm");
    }

    @Test
    void anInstallerKnowsWhatEachProgramNeeds() {
        List<Installer.Choice> choices = plan("targets: [linux-amd64-musl, linux-amd64, macos-arm64]⏎"
                        + "linux: { container: debian:bookworm }⏎packages: { installers: shell }")
                .packages()
                .installers()
                .get(0)
                .choices();
        assertThat(choices)
                .extracting(choice -> choice.build().platform(), Installer.Choice::glibc)
                .containsExactly(
                        tuple("linux-amd64", "2.36"), tuple("linux-amd64-musl", "any"), tuple("macos-arm64", "any"));
        assertThat(plan("go: {}⏎targets: linux-amd64⏎packages: { installers: shell }")
                        .packages()
                        .installers()
                        .get(0)
                        .choices())
                .extracting(Installer.Choice::glibc)
                .containsExactly("any");
    }

    @Test
    void packagesAreFilesOfTheReleaseAndHaveChecksums() {
        assertThat(plan("targets: linux-amd64⏎packages: { deb: true, rpm: true, installers: shell }⏎license: MIT")
                        .assets("v1.2.3"))
                .containsExactly(
                        "otto-v1.2.3-linux-amd64.tar.gz",
                        "otto-v1.2.3-linux-amd64.tar.gz.sha256",
                        "otto_1.2.3_amd64.deb",
                        "otto_1.2.3_amd64.deb.sha256",
                        "otto-1.2.3-1.x86_64.rpm",
                        "otto-1.2.3-1.x86_64.rpm.sha256",
                        "otto-installer.sh",
                        "otto-installer.sh.sha256");
    }

    @Test
    void allThatHasToBeSetIsSaid() {
        List<RequiredSetting> settings = RequiredSetting.of(plan("license: MIT⏎description: x⏎"
                + "targets: [linux-amd64, windows-amd64]⏎release: { environment: release }⏎"
                + "packages: { crates: trusted, homebrew: a/homebrew-b, winget: A.Otto }"));
        assertThat(settings)
                .extracting(setting -> setting.where() + ": " + setting.what())
                .contains(
                        "crates.io: Trusted Publishing: add GitHub as a publisher of each package: repository a/otto, workflow "
                                + "release-and-publish.yml and environment 'release'; publish the first version "
                                + "by hand",
                        "Repository: Secrets and variables, Actions: set the secret HOMEBREW_TAP_TOKEN to a token that "
                                + "may write "
                                + "the contents of a/homebrew-b and nothing else",
                        "Repository: Secrets and variables, Actions: set the secret WINGET_TOKEN to a classic token with "
                                + "the scope "
                                + "public_repo, of an account that has forked microsoft/winget-pkgs");
        assertThat(RequiredSetting.of(plan("packages: { crates: trusted }⏎release: { trigger: call }")))
                .extracting(RequiredSetting::what)
                .anyMatch(what -> what.contains("workflow the one that calls release-and-publish.yml; "));
        assertThat(RequiredSetting.of(plan("packages: { crates: trusted }⏎release: { trigger: [tag, call] }")))
                .extracting(RequiredSetting::what)
                .anyMatch(what ->
                        what.contains("release-and-publish.yml, and the one that calls it as another publisher; "));
        assertThat(RequiredSetting.of(plan("packages: { crates: token }")))
                .extracting(RequiredSetting::what)
                .contains("set the secret CARGO_REGISTRY_TOKEN to a token of crates.io that may publish updates");
    }
}
