package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what fills in the templates of packages, for tags that npm's tools would make. */
@Tag("bash")
class FillInScriptTest {
    private static final String SUM = "[0-9a-f]{64}";

    @TempDir
    private Path root;

    @BeforeEach
    void assumeBash() {
        Scripts.assumeBash();
    }

    @Test
    void theNameOfAnArchiveMayContainTheSignThatEndsAPlaceholder() throws Exception {
        Runner runner = Runner.of(root, Examples.generate("""
                        name: otto
                        repository: otto-rs/otto
                        tag: otto@*
                        rust: {}
                        targets: [linux-amd64, linux-arm64]
                        packages: { installers: [shell] }
                        """), "package");
        runner.given("github.ref_name", "otto@1.2.3")
                .file("dist/otto-otto@1.2.3-linux-amd64.tar.gz", "one")
                .file("dist/otto-otto@1.2.3-linux-arm64.tar.gz", "other")
                .file(
                        "repository/.slipway/packages/otto-installer.sh",
                        "linux amd64 otto-@TAG@-linux-amd64.tar.gz @SHA256:otto-@TAG@-linux-amd64.tar.gz@\n"
                                + "linux arm64 otto-@TAG@-linux-arm64.tar.gz @SHA256:otto-@TAG@-linux-arm64.tar.gz@\n");
        runner.step("Fill in the tag and checksums").succeeds();
        assertThat(runner.bash("cat dist/otto-installer.sh").succeeds().output().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("linux amd64 otto-otto@1\\.2\\.3-linux-amd64\\.tar\\.gz " + SUM),
                        line -> assertThat(line)
                                .matches("linux arm64 otto-otto@1\\.2\\.3-linux-arm64\\.tar\\.gz " + SUM));
    }
}
