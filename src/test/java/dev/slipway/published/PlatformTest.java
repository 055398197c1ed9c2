package dev.slipway.published;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which machine a file is for, by the words that well-known projects have in names. */
class PlatformTest {
    private static String word(AssetName name) {
        String libc = name.written().libc();
        return name.platform().word() + (libc.isEmpty() || libc.equals("musl") ? "" : " " + libc);
    }

    @ParameterizedTest
    @CsvSource({
        "kelp-1.2.3-x86_64-unknown-linux-musl.tar.gz, linux-amd64-musl, kelp",
        "kelp-1.2.3-arm-unknown-linux-gnueabihf.tar.gz, linux-armv6 gnu, kelp",
        "kelp-v1.2.3-aarch64-apple-darwin.tar.xz, macos-arm64, kelp",
        "kelp-1.2.3-x86_64-pc-windows-msvc.zip, windows-amd64 msvc, kelp",
        "kelp_1.2.3_Darwin_all.tar.gz, macos-universal, kelp",
        "kelp_1.2.3_macOS_arm64.zip, macos-arm64, kelp",
        "kelp-1.2.3-osx-aarch_64.zip, macos-arm64, kelp",
        "kelp-1.2.3-linux-x86_64.zip, linux-amd64, kelp",
        "kelp-1.2.3-windows-x86_32.zip, windows-i686, kelp",
        "kelp_1.2.3_linux_32-bit.tar.gz, linux-i686, kelp",
        "kelp_Linux_armv7.tar.gz, linux-armv7, kelp",
        "kelp_linux_arm_64.tar.gz, linux-arm64, kelp",
        "kelp_linux_intel_64.tar.gz, linux-amd64, kelp",
        "kelp-windows-amd64v1.exe, windows-amd64, kelp",
        "kelp-win64.exe, windows-amd64, kelp",
        "kelp-x86_64-pc-win32.zip, windows-amd64, kelp",
        "kelp-win32-arm64.zip, windows-arm64, kelp",
        "kelp-win32.zip, windows-i686, kelp",
        "kelp-aarch64-pc-linux.zip, linux-arm64, kelp",
        "kelp-linux64, linux-amd64, kelp",
        "kelp-linuxarm64.tar.gz, linux-arm64, kelp",
        "kelp_1.2.3_termux_armv6.tar.gz, android-armv6, kelp",
        "kelp_1.2.3_plan9_386.tar.gz, plan9-i686, kelp",
        "kelp-osx-universal.zip, macos-universal, kelp",
        "kelp.exe, windows-amd64, kelp",
        "kelp-macos.zip, macos, kelp",
        "kelp-amd64, linux-amd64, kelp",
        "kelp_1.2.3_amd64.deb, linux-amd64, kelp",
        "kelp-1.2.3-1.x86_64.rpm, linux-amd64, kelp-1",
        "kelp-musl_1.2.3_arm64.deb, linux-arm64, kelp-musl",
        "kelp-linux-1.2.3-amd64.tar.gz, linux-amd64, kelp",
        "static-web-server-v1.2.3-x86_64-unknown-freebsd.tar.gz, freebsd-amd64, static-web-server",
        "kelp_1.2.3_openbsd_386.tar.gz, openbsd-i686, kelp",
        "kelp_extended_1.2.3_linux-amd64.tar.gz, linux-amd64, kelp-extended"
    })
    void aNameSaysWhatItIsFor(String text, String platform, String program) {
        AssetName name = AssetName.of(text, "1.2.3");
        assertThat(word(name)).isEqualTo(platform);
        assertThat(name.program()).isEqualTo(program);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA256SUMS, CHECKSUM",
        "kelp_installer-v1.2.3-x86_64.exe, PACKAGE",
        "Kelp-Setup-1.2.3.exe, PACKAGE",
        "KelpInstaller.exe, PACKAGE",
        "setup-kelp-windows-amd64.exe, PROGRAM",
        "kelp-setups.exe, PROGRAM",
        "kelp_1.2.3_checksums.txt, CHECKSUM",
        "kelp-linux-amd64.sha256, CHECKSUM",
        "kelp-1.2.3-x86_64-unknown-linux-gnu.tar.gz.sha512sum, CHECKSUM",
        "kelp-1.2.3-osx.tar.gz.sha, CHECKSUM",
        "kelp-linux-checksums.txt, CHECKSUM",
        "SHA256SUMS.asc, SIGNATURE",
        "kelp_1.2.3_checksums.txt.gpgsig, SIGNATURE",
        "kelp.tar.gz.sigstore.json, SIGNATURE",
        "kelp_1.2.3_linux_amd64.tar.gz.sbom.json, SBOM",
        "kelp-v1.2.3.spdx.json, SBOM",
        "kelp-installer.sh, INSTALLER",
        "kelp-installer.ps1, INSTALLER",
        "kelp-x64.msi, PACKAGE",
        "kelp-linux-amd64, PROGRAM",
        "kelp-x86_64.AppImage, PACKAGE",
        "completions.tar.gz, ARCHIVE",
        "LICENSE, OTHER",
        "dist-manifest.json, OTHER"
    })
    void aNameSaysWhatKindOfFileItIs(String text, FileKind kind) {
        assertThat(AssetName.of(text, "1.2.3").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "kelp-linux-arm.tar.gz, true",
        "kelp-linux-arm64.tar.gz, false",
        "kelp-linux_arm_64.tar.gz, false",
        "kelp-linux-arm-v6.tar.gz, false",
        "kelp-linux-armv6.tar.gz, false"
    })
    void aNameMaySayOnlyArm(String text, boolean only) {
        assertThat(AssetName.of(text, "").saysOnlyArm()).isEqualTo(only);
    }

    @Test
    void aVersionIsNoProcessor() {
        assertThat(AssetName.of("kelp-386-linux-arm64.tar.gz", "386").platform().word())
                .isEqualTo("linux-arm64");
    }
}
