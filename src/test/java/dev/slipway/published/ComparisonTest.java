package dev.slipway.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static String compare(String before, String after) {
        return Comparison.of(before.lines().toList(), after.lines().toList(), "1.2.3").rows().stream()
                .map(row -> (row.change() + " " + row.before() + " -> " + row.after()).strip())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void filesAreFoundAgainByTheirPlatformWhateverItIsCalled() {
        assertThat(compare("""
            kelp_1.2.3_Darwin_arm64.tar.gz
            kelp_1.2.3_Linux_x86_64.tar.gz
            kelp_1.2.3_Windows_i386.zip
            kelp-x86_64-unknown-linux-musl.tar.gz
            kelp-v1.2.3-linux-arm64.tar.gz
            """, """
            kelp-v1.2.3-linux-amd64.tar.gz
            kelp-v1.2.3-linux-arm64.tar.gz
            kelp-v1.2.3-linux-amd64-musl.tar.gz
            kelp-v1.2.3-macos-arm64.tar.gz
            kelp-v1.2.3-freebsd-amd64.tar.gz
            """)).isEqualTo("""
                            RENAMED kelp_1.2.3_Darwin_arm64.tar.gz -> kelp-v1.2.3-macos-arm64.tar.gz
                            RENAMED kelp_1.2.3_Linux_x86_64.tar.gz -> kelp-v1.2.3-linux-amd64.tar.gz
                            MISSING kelp_1.2.3_Windows_i386.zip ->
                            RENAMED kelp-x86_64-unknown-linux-musl.tar.gz -> kelp-v1.2.3-linux-amd64-musl.tar.gz
                            SAME kelp-v1.2.3-linux-arm64.tar.gz -> kelp-v1.2.3-linux-arm64.tar.gz
                            NEW  -> kelp-v1.2.3-freebsd-amd64.tar.gz\
                            """);
    }

    @Test
    void proofOfTheOriginIsNoListOfComponents() {
        assertThat(compare("kelp-v1.2.3.intoto.jsonl\nkelp-1.2.3.bom.json", "kelp-v1.2.3.spdx.json"))
                .isEqualTo("""
                    MISSING kelp-v1.2.3.intoto.jsonl ->
                    RENAMED kelp-1.2.3.bom.json -> kelp-v1.2.3.spdx.json\
                    """);
    }

    @Test
    void aProgramForAnotherCLibraryIsAnotherFile() {
        assertThat(compare("kelp-x86_64-unknown-linux-musl.tar.gz", "kelp-x86_64-unknown-linux-gnu.tar.gz"))
                .isEqualTo("""
                    MISSING kelp-x86_64-unknown-linux-musl.tar.gz ->
                    NEW  -> kelp-x86_64-unknown-linux-gnu.tar.gz\
                    """);
    }

    @Test
    void aProgramForOneProcessorIsNotTheOneForBoth() {
        assertThat(compare("kelp_darwin_all.zip", "kelp-macos-arm64.tar.gz\nkelp-macos-universal.tar.gz"))
                .isEqualTo("""
                    RENAMED kelp_darwin_all.zip -> kelp-macos-universal.tar.gz
                    NEW  -> kelp-macos-arm64.tar.gz\
                    """);
    }

    @Test
    void ofTwoProgramsEachKeepsItsOwnFile() {
        assertThat(compare(
                        "kelp_extended_1.2.3_linux-amd64.tar.gz\nkelp_1.2.3_linux-amd64.tar.gz",
                        "kelp-v1.2.3-linux-amd64.tar.gz"))
                .isEqualTo("""
                    MISSING kelp_extended_1.2.3_linux-amd64.tar.gz ->
                    RENAMED kelp_1.2.3_linux-amd64.tar.gz -> kelp-v1.2.3-linux-amd64.tar.gz\
                    """);
    }

    @Test
    void checksumsAndSignaturesGoWithTheirFile() {
        assertThat(compare("""
            kelp-linux-amd64.txz
            kelp-linux-amd64.txz.sha256sum
            kelp-linux-amd64.txz.asc
            kelp-macos-amd64.tar.gz
            kelp-macos-amd64.sha256
            kelp_checksums.txt
            kelp_checksums.txt.sig
            """, """
            kelp-linux-x86_64.tar.xz
            kelp-linux-x86_64.tar.xz.sha256
            kelp-macos-amd64.tar.gz
            kelp-macos-amd64.tar.gz.sha256
            SHA256SUMS
            """)).isEqualTo("""
                            RENAMED kelp-linux-amd64.txz -> kelp-linux-x86_64.tar.xz
                            RENAMED kelp-linux-amd64.txz.sha256sum -> kelp-linux-x86_64.tar.xz.sha256
                            MISSING kelp-linux-amd64.txz.asc ->
                            SAME kelp-macos-amd64.tar.gz -> kelp-macos-amd64.tar.gz
                            RENAMED kelp-macos-amd64.sha256 -> kelp-macos-amd64.tar.gz.sha256
                            RENAMED kelp_checksums.txt -> SHA256SUMS
                            MISSING kelp_checksums.txt.sig ->\
                            """);
    }

    @Test
    void aChecksumOfAnotherKindIsNone() {
        assertThat(compare("kelp-linux-amd64\nkelp-linux-amd64.md5", "kelp-linux-amd64\nkelp-linux-amd64.sha256"))
                .contains("MISSING kelp-linux-amd64.md5 ->", "NEW  -> kelp-linux-amd64.sha256");
    }

    @Test
    void packagesAndInstallersArePairedAmongThemselves() {
        assertThat(compare("""
            kelp_1.2.3_amd64.deb
            kelp-1.2.3.x86_64.rpm
            kelp-1.2.3-x64.msi
            install.sh
            """, """
            kelp_1.2.3_amd64.deb
            kelp-1.2.3-1.x86_64.rpm
            kelp-installer.sh
            """)).isEqualTo("""
                            SAME kelp_1.2.3_amd64.deb -> kelp_1.2.3_amd64.deb
                            RENAMED kelp-1.2.3.x86_64.rpm -> kelp-1.2.3-1.x86_64.rpm
                            MISSING kelp-1.2.3-x64.msi ->
                            RENAMED install.sh -> kelp-installer.sh\
                            """);
    }

    @Test
    void aNameWithoutAProcessorIsForTheUsualOne() {
        assertThat(compare("kelp-linux.tar.gz\nkelp-macos.zip", "kelp-linux-amd64.tar.gz\nkelp-macos-amd64.tar.gz"))
                .isEqualTo("""
                    RENAMED kelp-linux.tar.gz -> kelp-linux-amd64.tar.gz
                    RENAMED kelp-macos.zip -> kelp-macos-amd64.tar.gz\
                    """);
    }

    @Test
    void nothingIsPairedTwice() {
        Comparison comparison = Comparison.of(
                List.of("kelp-linux-amd64.tar.gz", "kelp_linux_x86_64.tar.gz"),
                List.of("kelp-1.2.3-linux-amd64.tar.gz"),
                "1.2.3");
        assertThat(comparison.counts()).isEqualTo("0 same, 1 renamed, 1 missing, 0 new");
    }

    @Test
    void aListOfChecksumsIsNotTheChecksumOfOneFile() {
        assertThat(compare(
                        "sha256.sum\nsource.tar.gz\nsource.tar.gz.sha256\nkelp-installer.sh\n",
                        "kelp-installer.sh\nkelp-installer.sh.sha256\nSHA256SUMS\n"))
                .isEqualTo("""
                        RENAMED sha256.sum -> SHA256SUMS
                        MISSING source.tar.gz ->
                        MISSING source.tar.gz.sha256 ->
                        SAME kelp-installer.sh -> kelp-installer.sh
                        NEW  -> kelp-installer.sh.sha256""");
    }
}
