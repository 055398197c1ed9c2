package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import org.junit.jupiter.api.Test;

/** Archives whose targets name them. */
class ArchiveNameTest {
    private static final Generation GENERATED = Examples.generate("""
            name: otto
            repository: a/otto
            go: {}
            checksums: none
            targets:
              - { target: linux-amd64, archive: "{name}_linux_{version}_{arch}" }
              - { target: linux-armv7, as: pi, archive: "otto_{tag}_pi", env: { GOARM: 6 } }
              - macos-arm64
            """);

    @Test
    void theNameOfATargetGoesBeforeThatOfAll() {
        assertThat(GENERATED.plan().assets("v1.2.3"))
                .containsExactly(
                        "otto_linux_1.2.3_amd64.tar.gz", "otto_v1.2.3_pi.tar.gz", "otto-v1.2.3-macos-arm64.tar.gz");
    }

    @Test
    void theWorkflowPacksUnderThatName() {
        assertThat(GENERATED.files().files().get(0).text())
                .contains("pack otto-linux-amd64 \"otto_linux_${TAG#v}_amd64.tar.gz\" otto")
                .contains("pack otto-pi \"otto_${TAG}_pi.tar.gz\" otto");
    }
}
