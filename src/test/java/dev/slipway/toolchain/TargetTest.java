package dev.slipway.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "linux-amd64, LINUX, AMD64, GNU, linux/amd64",
        "linux-x86_64, LINUX, AMD64, GNU, linux/amd64",
        "linux-arm64, LINUX, ARM64, GNU, linux/arm64",
        "linux-aarch64, LINUX, ARM64, GNU, linux/arm64",
        "linux-amd64-musl, LINUX, AMD64, MUSL, linux/amd64",
        "linux-aarch64-musl, LINUX, ARM64, MUSL, linux/arm64",
        "linux-armv7, LINUX, ARMV7, GNU, linux/arm/v7",
        "linux-i686-musl, LINUX, I686, MUSL, linux/386",
        "linux-ppc64le, LINUX, PPC64LE, GNU, linux/ppc64le",
        "macos-amd64, MACOS, AMD64, SYSTEM, linux/amd64",
        "macos-x86_64, MACOS, AMD64, SYSTEM, linux/amd64",
        "macos-arm64, MACOS, ARM64, SYSTEM, linux/arm64"
    })
    void aWordNamesOne(String word, Os os, Arch arch, Libc libc, String platform) {
        assertThat(Target.of(word)).contains(new Target(os, arch, libc));
        assertThat(Target.of(word).orElseThrow().platform()).isEqualTo(platform);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "linux",
                "linux-386",
                "macos-arm64-musl",
                "Linux-amd64",
                "windows-universal",
                "linux-universal"
            })
    void anotherWordNamesNone(String word) {
        assertThat(Target.of(word)).isEmpty();
    }

    @Test
    void everyWordIsKnownOnceAndNamesATarget() {
        assertThat(Target.allWords())
                .hasSize(33)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(Target.of(word)).isPresent());
    }

    @Test
    void systemsHaveTheirWordsAndRunners() {
        assertThat(Os.values()).extracting(Os::word).containsExactly("linux", "macos", "windows", "freebsd", "other");
        assertThat(Os.values()).extracting(Os::title).startsWith("Linux", "macOS", "Windows", "FreeBSD");
        assertThat(Os.values())
                .extracting(Os::runner)
                .startsWith("ubuntu-latest", "macos-latest", "windows-latest", "ubuntu-latest");
    }

    @Test
    void whatIsShippedIsAFileOrAFolderWithAProgramInIt() {
        assertThat(Shipped.file("otto")).isEqualTo(new Shipped("otto", "otto"));
        assertThat(Shipped.file("otto").folder()).isFalse();
        assertThat(Shipped.file("otto").command()).isEqualTo("otto");
        assertThat(new Shipped("slip", "slip/bin/slip").folder()).isTrue();
        assertThat(new Shipped("slip", "slip/bin/slip").command()).isEqualTo("slip");
    }

    @Test
    void scriptsAreReadWithoutALineEndBehindThem() {
        assertThat(Scripts.read("checksums")).startsWith("cd dist").endsWith("done");
        assertThatIllegalStateException()
                .isThrownBy(() -> Scripts.read("nope"))
                .withMessageContaining("scripts/nope.sh");
    }
}
