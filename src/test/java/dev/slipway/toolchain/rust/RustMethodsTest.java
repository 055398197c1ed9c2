package dev.slipway.toolchain.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.ReleasePlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How Rust is built for a target, with and without a method in the config. */
class RustMethodsTest {
    private static ReleasePlan plan(String text) {
        return Examples.generate("repository: a/otto\nrust: {}\n" + text.replace('⏎', '\n'))
                .plan();
    }

    private static Build only(String text) {
        return plan(text).builds().findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linux-amd64 | x86_64-unknown-linux-gnu | native | ubuntu-latest",
                "linux-arm64 | aarch64-unknown-linux-gnu | cross-compiled, linked by aarch64-linux-gnu-gcc | ubuntu-latest",
                "linux-armv7 | armv7-unknown-linux-gnueabihf | by cross 0.2.5, in its own container | ubuntu-latest",
                "linux-riscv64 | riscv64gc-unknown-linux-gnu | by cross 0.2.5, in its own container | ubuntu-latest",
                "linux-ppc64le | powerpc64le-unknown-linux-gnu | by cross 0.2.5, in its own container | ubuntu-latest",
                "linux-i686-musl | i686-unknown-linux-musl | by cross 0.2.5, in its own container | ubuntu-latest",
                "x86_64-unknown-linux-musl | x86_64-unknown-linux-musl | native | ubuntu-latest",
                "arm-unknown-linux-musleabihf | arm-unknown-linux-musleabihf | by cross 0.2.5, in its own container | ubuntu-latest",
                "aarch64-linux-android | aarch64-linux-android | by cross 0.2.5, in its own container | ubuntu-latest",
                "loongarch64-unknown-linux-gnu | loongarch64-unknown-linux-gnu | by cross 0.2.5, in its own container | ubuntu-latest",
                "x86_64-unknown-illumos | x86_64-unknown-illumos | by cross 0.2.5, in its own container | ubuntu-latest",
                "freebsd-amd64 | x86_64-unknown-freebsd | by cross 0.2.5, in its own container | ubuntu-latest",
                "windows-arm64 | aarch64-pc-windows-msvc | with Microsoft's linker | windows-latest",
                "windows-i686 | i686-pc-windows-msvc | with Microsoft's linker | windows-latest",
                "x86_64-pc-windows-gnu | x86_64-pc-windows-gnu | with the linker of MinGW | windows-latest",
                "i686-pc-windows-gnu | i686-pc-windows-gnu | by cross 0.2.5, in its own container | ubuntu-latest",
                "macos-universal | universal-apple-darwin | for both processors with Apple's linker, joined by lipo | macos-latest",
                "universal2-apple-darwin | universal2-apple-darwin | for both processors with Apple's linker, joined by lipo | macos-latest",
                "{ target: linux-arm64, build: native } | aarch64-unknown-linux-gnu | native, on ubuntu-24.04-arm | ubuntu-24.04-arm",
                "{ target: linux-arm64, runner: ubuntu-22.04-arm } | aarch64-unknown-linux-gnu | native | ubuntu-22.04-arm",
                "{ target: linux-i686-musl, build: gcc } | i686-unknown-linux-musl | cross-compiled, linked by i686-linux-gnu-gcc | ubuntu-latest",
                "{ target: linux-amd64, build: zig } | x86_64-unknown-linux-gnu | linked by Zig 0.15.2 | ubuntu-latest",
                "{ target: linux-s390x, glibc: 2.28 } | s390x-unknown-linux-gnu | linked by Zig 0.15.2, for glibc 2.28 and newer | ubuntu-latest",
                "{ target: linux-armv7, build: cross@0.2.4 } | armv7-unknown-linux-gnueabihf | by cross 0.2.4, in its own container | ubuntu-latest",
            })
    void eachTargetHasItsMethod(String target, String triple, String how, String runner) {
        Build build = only("targets: [" + target + "]\n");
        assertThat(build.recipe().target()).isEqualTo(triple);
        assertThat(build.recipe().how()).isEqualTo(how);
        assertThat(build.runner()).isEqualTo(runner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wasm32-unknown-unknown", "x86_64", "amd64-unknown-linux-gnu", "x86_64-unknown-linux"})
    void whatIsNoTripleOfASystemIsUnknown(String word) {
        assertThat(Examples.findings("repository: a/otto\nrust: {}\ntargets: " + word + "\n"))
                .extracting(finding -> finding.message())
                .containsExactly("unknown target '" + word + "'");
    }

    @Test
    void inAContainerTheCompilersOfDebianReplaceCross() {
        ReleasePlan plan =
                plan("targets: [linux-amd64, linux-riscv64, linux-riscv64-musl]⏎linux: { container: 'debian:12' }\n");
        assertThat(plan.groups())
                .extracting(BuildGroup::job)
                .containsExactly("build-linux", "build-linux-riscv64-musl");
        assertThat(plan.groups())
                .extracting(BuildGroup::container)
                .containsExactly(Optional.of("debian:12"), Optional.empty());
        assertThat(plan.builds().map(build -> build.recipe().how()))
                .containsExactly(
                        "native",
                        "cross-compiled, linked by riscv64-linux-gnu-gcc",
                        "by cross 0.2.5, in its own container");
    }

    @Test
    void theImageDoesNotWaitForJobsThatItTakesNothingFrom() {
        ReleasePlan plan = plan("targets: [linux-amd64, aarch64-linux-android]⏎docker: {}\n");
        assertThat(plan.groups()).hasSize(2);
        assertThat(plan.image().orElseThrow().takesFrom(plan.groups().get(0))).isTrue();
        assertThat(plan.image().orElseThrow().takesFrom(plan.groups().get(1))).isFalse();
    }

    @Test
    void anImageTakesNothingThatMayBeMissing() {
        ReleasePlan plan = plan("targets: [linux-amd64, { target: linux-arm64, experimental: true }]⏎docker: {}\n");
        assertThat(plan.image().orElseThrow().platforms()).containsExactly("linux/amd64");
    }
}
