package dev.slipway.toolchain.rust;

import static dev.slipway.blueprint.Drawn.job;
import static dev.slipway.blueprint.Drawn.names;
import static dev.slipway.blueprint.Drawn.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RustTest {
    private static Generation generation(String rust) {
        return Examples.generate("name: otto\nrepository: a/otto\nrust: { " + rust + " }\n");
    }

    private static Recipe recipe(String word) {
        return rust().recipe(Target.of(word).orElseThrow()).orElseThrow();
    }

    private static Rust rust() {
        return new Rust(
                "1.94.0",
                Optional.empty(),
                List.of(),
                List.of(),
                true,
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | cargo build --release --locked --target \"$TARGET\" --bin otto",
                "locked: false | cargo build --release --target \"$TARGET\" --bin otto",
                "profile: dist | cargo build --profile dist --locked --target \"$TARGET\" --bin otto",
                "profile: release | cargo build --release --locked --target \"$TARGET\" --bin otto",
                "package: otto-cli | cargo build --release --locked --target \"$TARGET\" --package otto-cli --bin otto",
                "bins: [a, b] | cargo build --release --locked --target \"$TARGET\" --bin a --bin b",
                "features: [x, y/z] | cargo build --release --locked --target \"$TARGET\" --bin otto --features x,y/z",
                "default-features: false | cargo build --release --locked --target \"$TARGET\" --bin otto --no-default-features",
                "'default-features: false, features: tls' | cargo build --release --locked --target \"$TARGET\" --bin otto --no-default-features --features tls",
            })
    void itBuildsWithTheFlagsOfTheConfig(String rust, String command) {
        assertThat(script(job(generation(rust), "build-linux"), "Build")).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ' --locked'",
                "locked: false | ''",
                "features: [x, y] | ' --locked --features x,y'",
                "default-features: false | ' --locked --no-default-features'",
            })
    void itTestsWithTheFlagsThatItReleasesWith(String rust, String flags) {
        Workflow ci = generation(rust).blueprint().ci().orElseThrow();
        assertThat(script(job(ci, "test"), "Build")).isEqualTo("cargo build --release" + flags);
        assertThat(script(job(ci, "test"), "Test")).isEqualTo("cargo test" + flags);
        assertThat(script(job(ci, "lint"), "Run Clippy")).isEqualTo("cargo clippy" + flags + " -- --deny warnings");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'test-flags: --workspace' | ' --locked --workspace' | ' --locked'",
                "'features: x, test-flags: [--workspace, --exclude=slow]' | ' --locked --features x --workspace --exclude=slow' | ' --locked --features x'",
                "'features: x, test-flags: --all-features' | ' --locked --all-features' | ' --locked --features x'",
                "'features: x, clippy-flags: [--all-targets, \"--features=x,y\"]' | ' --locked --features x' | ' --locked --all-targets --features=x,y'",
            })
    void checksMayLookAtMoreThanIsReleased(String rust, String test, String clippy) {
        Workflow ci = generation(rust).blueprint().ci().orElseThrow();
        assertThat(script(job(ci, "test"), "Test")).isEqualTo("cargo test" + test);
        assertThat(script(job(ci, "lint"), "Run Clippy")).isEqualTo("cargo clippy" + clippy + " -- --deny warnings");
    }

    @Test
    void itTakesTheProgramFromTheFolderOfItsProfile() {
        Generation profiled = Examples.generate("""
                name: otto
                repository: a/otto
                rust: { profile: dist }
                targets: [linux-amd64, macos-universal]
                archive: { include: ["{out-dir}/*.1"] }
                """);
        assertThat(profiled.files().files().get(0).text())
                .contains("\n            target/${{ matrix.target }}/dist/otto\n")
                .contains("target/${{ matrix.target }}/dist/build/*/out/*.1")
                .contains(
                        "lipo -create -output \"target/$TARGET/dist/otto\" target/{x86_64,aarch64}-apple-darwin/dist/otto")
                .doesNotContain("/release/otto");
    }

    @Test
    void itDescribesTheCommitWhereBuildsLookAtTheHistory() {
        assertThat(names(job(generation("history: true"), "build-linux"))).contains("Describe the commit");
        assertThat(names(job(generation("history: false"), "build-linux"))).doesNotContain("Describe the commit");
    }

    @Test
    void itShipsTheProgramNamedAfterTheProjectOrThoseOfTheConfig() {
        assertThat(rust().shipped("otto")).containsExactly(Shipped.file("otto"));
        assertThat(generation("bins: [a, b]").plan().shipped()).containsExactly(Shipped.file("a"), Shipped.file("b"));
    }

    @Test
    void itSaysWhatItIs() {
        assertThat(rust().key()).isEqualTo("rust");
        assertThat(rust().title()).isEqualTo("Rust 1.94.0");
    }

    @ParameterizedTest
    @CsvSource({
        "linux-amd64, x86_64-unknown-linux-gnu, native",
        "macos-x86_64, x86_64-apple-darwin, with Apple's linker",
        "macos-arm64, aarch64-apple-darwin, with Apple's linker"
    })
    void itBuildsForTheMachinesOwnArchitectureWithWhatIsThere(String word, String triple, String how) {
        assertThat(recipe(word)).isEqualTo(new Recipe(triple, how, List.of(), Map.of(), Optional.empty()));
    }

    @Test
    void itBuildsStaticProgramsWithTheToolsOfMusl() {
        assertThat(recipe("linux-amd64-musl"))
                .isEqualTo(new Recipe(
                        "x86_64-unknown-linux-musl", "native", List.of("musl-tools"), Map.of(), Optional.empty()));
    }

    @Test
    void itCrossCompilesWithTheLinkerOfGcc() {
        assertThat(recipe("linux-arm64"))
                .isEqualTo(new Recipe(
                        "aarch64-unknown-linux-gnu",
                        "cross-compiled, linked by aarch64-linux-gnu-gcc",
                        List.of("gcc-aarch64-linux-gnu", "libc6-dev-arm64-cross"),
                        Map.of("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER", "aarch64-linux-gnu-gcc"),
                        Optional.empty()));
        assertThat(recipe("linux-arm64-musl"))
                .isEqualTo(new Recipe(
                        "aarch64-unknown-linux-musl",
                        "cross-compiled, linked by aarch64-linux-gnu-gcc",
                        List.of("gcc-aarch64-linux-gnu", "libc6-dev-arm64-cross"),
                        Map.of("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER", "aarch64-linux-gnu-gcc"),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "toolchain: nightly-2026-01-02 | ''",
                "toolchain: 1.94 | ''",
                "toolchain: latest | invalid toolchain 'latest'",
                "package: a b | invalid package 'a b'",
                "bins: [a.b] | invalid program 'a.b'",
                "profile: dev | invalid profile 'dev'",
                "features: [-x] | invalid feature '-x'",
            })
    void itReadsOnlyWhatCargoAndRustupTake(String rust, String message) {
        assertThat(Examples.findings("repository: a/otto\nrust: { " + rust + " }\n"))
                .extracting(finding -> finding.message())
                .isEqualTo(message.isEmpty() ? List.of() : List.of(message));
    }
}
