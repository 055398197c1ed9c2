package dev.slipway.detect.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions on a platform are decided by its name, or not at all. */
class TargetCfgTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cfg(target_os = "linux")                               | x86_64-unknown-linux-musl      | true
            cfg(target_os = "linux")                               | aarch64-linux-android          | false
            cfg(all(windows, target_arch = "x86"))                 | i686-pc-windows-msvc           | true
            cfg(any(target_env = "musl", target_os = "macos"))     | aarch64-apple-darwin           | true
            cfg(not(unix))                                         | x86_64-unknown-freebsd         | false
            cfg(all(not(target_env = "msvc"), windows))            | x86_64-pc-windows-gnu          | true
            cfg(target_arch = "arm")                               | armv7-unknown-linux-gnueabihf  | true
            cfg(target_pointer_width = "32")                       | i686-unknown-linux-gnu         | true
            cfg(any(windows, target_feature = "avx2"))             | x86_64-pc-windows-msvc         | true
            """)
    void aNameDecides(String condition, String triple, boolean expected) {
        assertThat(TargetCfg.holds(condition, triple)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cfg(target_feature = \"avx2\")",
                "cfg(all(unix, target_feature = \"avx2\"))",
                "cfg(unix",
                "cfg(unix))",
                "x86_64-unknown-linux-gnu",
                "cfg()"
            })
    void whatItDoesNotDecideIsOpen(String condition) {
        assertThat(TargetCfg.holds(condition, "x86_64-unknown-linux-gnu")).isEqualTo(Optional.empty());
    }

    @Test
    void deepNestingEnds() {
        assertThat(TargetCfg.holds("cfg(" + "not(".repeat(50_000), "x86_64-unknown-linux-gnu"))
                .isEmpty();
    }
}
