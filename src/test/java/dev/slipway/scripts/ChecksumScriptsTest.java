package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what adds up archives. */
@Tag("bash")
class ChecksumScriptsTest {
    @TempDir
    Path root;

    @BeforeEach
    void assumeBash() {
        Scripts.assumeBash();
    }

    private static Workflow release(String config) {
        return Examples.generate("name: otto\nrepository: otto-rs/otto\nrust: {}\ntargets: [linux-amd64]\n" + config)
                .blueprint()
                .release();
    }

    private Runner collected(String config) throws IOException {
        return new Runner(root.resolve("r"), release(config), "create-release")
                .given("github.ref_name", "v1.2.3")
                .file("dist/otto-v1.2.3-linux-amd64.tar.gz", "one");
    }

    @Test
    void checksumsOfAllStandInOneFile() throws Exception {
        Runner runner = collected("checksums: combined\n").file("dist/b", "two");
        runner.step("Compute checksums").succeeds();
        assertThat(runner.bash("cd dist && sha256sum -c SHA256SUMS && ls")
                        .succeeds()
                        .output()
                        .lines())
                .containsExactly(
                        "b: OK",
                        "otto-v1.2.3-linux-amd64.tar.gz: OK",
                        "SHA256SUMS",
                        "b",
                        "otto-v1.2.3-linux-amd64.tar.gz");
    }

    @Test
    void theFileOfAllChecksumsMayHaveTheVersionInItsName() throws Exception {
        Runner runner = collected("checksum-file: '{name}_{version}_sums.txt'\n");
        runner.step("Compute checksums").succeeds();
        assertThat(runner.bash("cd dist && sha256sum -c otto_1.2.3_sums.txt && ls | wc -l")
                        .succeeds()
                        .output()
                        .lines())
                .containsExactly("otto-v1.2.3-linux-amd64.tar.gz: OK", "2");
    }

    @Test
    void checksumsOfBothKindsDoNotCountEachOther() throws Exception {
        Runner runner = collected("checksums: both\n");
        runner.step("Compute checksums").succeeds();
        assertThat(runner.bash("cd dist && sha256sum -c SHA256SUMS *.sha256 && ls | wc -l")
                        .succeeds()
                        .output()
                        .lines())
                .containsExactly("otto-v1.2.3-linux-amd64.tar.gz: OK", "otto-v1.2.3-linux-amd64.tar.gz: OK", "3");
    }

    @Test
    void checksumsOfSeveralKindsStandInFilesOfTheirOwn() throws Exception {
        String config = "checksums: both\nhashes: [sha256, sha512, blake2]\n";
        Runner runner = collected(config);
        runner.step("Compute checksums").succeeds();
        assertThat(runner.bash("cd dist && sha256sum -c SHA256SUMS *.sha256 && sha512sum -c SHA512SUMS *.sha512 "
                                + "&& b2sum -c B2SUMS *.b2")
                        .succeeds()
                        .output()
                        .lines())
                .hasSize(6)
                .containsOnly("otto-v1.2.3-linux-amd64.tar.gz: OK");
        assertThat(runner.bash("ls dist").succeeds().output().lines())
                .containsExactlyInAnyOrderElementsOf(Examples.generate(
                                "name: otto\nrepository: otto-rs/otto\nrust: {}\ntargets: linux-amd64\n" + config)
                        .plan()
                        .assets("v1.2.3"));
    }
}
