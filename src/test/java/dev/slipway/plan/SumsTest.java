package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.blueprint.Drawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checksums by more than one hash. */
class SumsTest {
    @Test
    void aTagThatLooksLikeAPathGivesFilesWithoutFolders() {
        Generation generation = Examples.generate(
                "repository: a/otto\nrust: {}\ntag: cli/v*\ntargets: linux-amd64\nchecksums: none\nsbom: spdx\n");
        assertThat(generation.plan().assets("cli/v1.2.3"))
                .containsExactly("otto-v1.2.3-linux-amd64.tar.gz", "otto-v1.2.3.spdx.json");
        assertThat(generation.files().files().get(0).text())
                .contains("\"otto-v${TAG#cli/v}-linux-amd64.tar.gz\" otto")
                .contains("otto-v${{ needs.version.outputs.version }}.spdx.json");
    }

    private static final String BASE = "name: otto\nrepository: a/otto\nrust: {}\ntargets: linux-amd64\n";

    @Test
    void theFileOfAllChecksumsHasTheNameThatTheConfigGivesIt() {
        assertThat(Examples.generate(BASE + "checksum-file: '{name}_{version}_checksums.txt'\n")
                        .plan()
                        .assets("v1.2.3"))
                .containsExactly("otto-v1.2.3-linux-amd64.tar.gz", "otto_1.2.3_checksums.txt");
    }

    @Test
    void eachHashIsAWordInTheNameOfItsFile() {
        assertThat(Examples.generate(BASE + "checksums: both\nchecksum-file: '{hash}.sum'\nhashes: [sha256, sha512]\n")
                        .plan()
                        .assets("v1.2.3"))
                .containsExactly(
                        "otto-v1.2.3-linux-amd64.tar.gz",
                        "otto-v1.2.3-linux-amd64.tar.gz.sha256",
                        "otto-v1.2.3-linux-amd64.tar.gz.sha512",
                        "sha256.sum",
                        "sha512.sum");
    }

    @Test
    void aHashHasFilesOfItsOwn() {
        assertThat(Examples.generate(BASE + "checksums: both\nhashes: [sha256, blake3]\n")
                        .plan()
                        .assets("v1.2.3"))
                .containsExactly(
                        "otto-v1.2.3-linux-amd64.tar.gz",
                        "otto-v1.2.3-linux-amd64.tar.gz.sha256",
                        "otto-v1.2.3-linux-amd64.tar.gz.b3",
                        "SHA256SUMS",
                        "B3SUMS");
    }

    @Test
    void onlyWhatNoMachineHasIsInstalled() {
        assertThat(Drawn.names(Drawn.job(Examples.generate(BASE + "hashes: [sha256, blake3]\n"), "create-release")))
                .contains("Install b3sum");
        assertThat(Drawn.names(
                        Drawn.job(Examples.generate(BASE + "hashes: [sha256, sha512, blake2]\n"), "create-release")))
                .doesNotContain("Install b3sum");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hashes: sha512 | sha256 is missing, but installers and package managers verify it",
                "'checksums: none\nhashes: sha256' | hashes have no effect with 'checksums: none'",
                "hashes: md5 | expected 'blake2', 'blake3', 'sha256' or 'sha512', found 'md5'",
                "hashes: [sha256, sha256] | duplicate value 'sha256'",
            })
    void whatNobodyCouldCompareIsRefused(String config, String message) {
        assertThat(Examples.findings(BASE + config.replace("\\n", "\n") + "\n"))
                .extracting(finding -> finding.message())
                .containsExactly(message);
    }
}
