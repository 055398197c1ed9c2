package dev.slipway.detect.goreleaser;

import static dev.slipway.detect.goreleaser.GoReleaserTest.key;
import static dev.slipway.detect.goreleaser.GoReleaserTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Compilers for C that a GoReleaser config sets for each of its platforms. */
class CrossCompilersTest {
    private static List<String> said(GoReleaser read) {
        return read.left().stream()
                .filter(left -> left.key().startsWith("builds"))
                .map(left -> left.key() + " " + left.value() + ": " + left.why())
                .toList();
    }

    @Test
    void eachBuildMayHaveItsOwn() {
        assertThat(said(read("""
                version: 2
                builds:
                  - { id: a, goos: [linux], env: [CGO_ENABLED=1] }
                  - { id: b, goos: [windows], goarch: [amd64], env: [CGO_ENABLED=1, CC=x86_64-w64-mingw32-gcc, REED=deep] }
                """)))
                .containsExactly(
                        "builds[1].env CC=x86_64-w64-mingw32-gcc: each target is built with its runner's compiler",
                        "builds[1].env REED=deep: all programs are built like builds[0]");
    }

    @Test
    void aTemplateChoosesOneByThePlatform() {
        assertThat(said(read("""
                version: 2
                builds:
                  - goos: [linux, darwin]
                    goarch: [amd64]
                    env:
                      - CGO_ENABLED=1
                      - '{{ if eq .Os "linux" }}CC=zig cc -target x86_64-linux-musl{{ end }}'
                """)))
                .containsExactly(
                        "builds[0].env CC=zig cc -target x86_64-linux-musl: each target is built with its runner's"
                                + " compiler and linked with glibc");
    }

    @Test
    void overridesAreReadLineByLine() {
        GoReleaser read = read("""
                version: 2
                builds:
                  - goos: [linux]
                    goarch: [amd64, arm64]
                    ldflags: ["-s -w"]
                    overrides:
                      - { goos: linux, goarch: arm64, env: [CC=aarch64-linux-gnu-gcc, CGO_ENABLED=1, KELP=1] }
                      - { goos: linux, goarch: amd64, goamd64: v1, ldflags: ["-s -w -X main.a=b"], env: [CGO_ENABLED=1] }
                      - { goos: linux, goarch: amd64, ldflags: ["-s", "-w"] }
                """);
        assertThat(key(read, "go.cgo")).isEqualTo("true");
        assertThat(said(read))
                .containsExactly(
                        "builds[0].overrides[0].env CC=aarch64-linux-gnu-gcc: each target is built with its runner's compiler",
                        "builds[0].overrides[0].env KELP=1: only for linux/arm64; 'env' of a target sets it there",
                        "builds[0].overrides[1].ldflags 1 item: all targets are built like builds[0]");
    }

    @Test
    void withoutCNoneIsUsed() {
        assertThat(said(read("""
                version: 2
                builds:
                  - { id: a, goos: [linux], env: [CGO_ENABLED=1, "CC=zig cc -target x86_64-linux-gnu.2.17"] }
                  - { id: b, goos: [windows], env: [CGO_ENABLED=0] }
                """)))
                .containsExactly(
                        "builds[0].env CC=zig cc -target x86_64-linux-gnu.2.17: without 'cgo: true', no target is linked with C",
                        "builds[0].env CGO_ENABLED=1: other builds do not use C, but it applies to all targets or none");
    }
}
