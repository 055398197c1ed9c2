package dev.slipway.run.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.run.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rust on a simulated runner, which calls the real Rust of this machine. */
@Tag("once")
class RustStandInsTest {
    @TempDir
    private Path root;

    @AfterEach
    void unlink() throws Exception {
        Runner.unlink(root);
    }

    private Runner runner(String label) throws Exception {
        assumeTrue(
                Runner.here().equals(Host.of("Linux", "amd64")),
                "the targets here are others than those of this machine");
        return Runner.of(root, label).needs("cargo").needs("rustc").crate("otto");
    }

    private static List<String> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static boolean has(Runner runner, String target) throws Exception {
        return !runner.run("ls \"$(rustc --print target-libdir --target " + target + ")\"/libstd-*")
                .text()
                .contains("No such file");
    }

    @Test
    void theMachinesOwnTargetIsBuiltForReal() throws Exception {
        Runner linux = runner("ubuntu-24.04");
        linux.run("cargo build --release --locked --target x86_64-unknown-linux-gnu --bin otto")
                .succeeds();
        assertThat(linux.run("target/x86_64-unknown-linux-gnu/release/otto").line())
                .isEqualTo("otto 1.2.3");
        assertThat(linux.notes()).noneMatch(Note.Placeholder.class::isInstance);
    }

    @Test
    void aTargetThatNobodyAddedIsNotThere() throws Exception {
        Runner linux = runner("ubuntu-24.04");
        assertThat(linux.run("cargo build --target aarch64-apple-darwin")
                        .fails()
                        .text())
                .contains("can't find crate for `std`", "rustup target add aarch64-apple-darwin");
        assertThat(linux.run("cargo build --target aarch64-apple-drawin")
                        .fails()
                        .text())
                .contains("could not find specification for target");
        assertThat(linux.run("rustup target add aarch64-apple-drawin").fails().text())
                .contains("does not support target");
        linux.run("rustup toolchain install beta --target aarch64-apple-darwin").succeeds();
        linux.run("cargo build --target aarch64-apple-darwin").fails();
        assertThat(linux.run("cargo +beta build --target aarch64-apple-darwin").exit())
                .isZero();
    }

    @Test
    void anotherTargetIsAPlaceholderWhereTheProgramWouldBe() throws Exception {
        Runner linux = runner("ubuntu-24.04");
        linux.run("rustup target add x86_64-pc-windows-msvc aarch64-apple-darwin")
                .succeeds();
        assumeTrue(!has(linux, "aarch64-apple-darwin"), "this machine can build for macOS");
        linux.run("cargo build --release --locked --target x86_64-pc-windows-msvc")
                .succeeds();
        assertThat(files(linux.work().resolve("target/x86_64-pc-windows-msvc/release")))
                .containsExactly("otto.exe", "otto_core.dll", "otto_core.lib");
        linux.run("cargo build --profile dev --target=aarch64-apple-darwin").succeeds();
        assertThat(files(linux.work().resolve("target/aarch64-apple-darwin/debug")))
                .containsExactly("libotto_core.a", "libotto_core.dylib", "otto");
        assertThat(linux.run("find target/aarch64-apple-darwin/debug/build -name otto.1")
                        .line())
                .endsWith("/out/otto.1");
        assertThat(linux.work().resolve("target/release")).doesNotExist();
        assertThat(linux.notes())
                .contains(
                        new Note.Placeholder(
                                "x86_64-pc-windows-msvc", "x86_64-pc-windows-msvc was built for this machine"),
                        new Note.Placeholder(
                                "aarch64-apple-darwin", "aarch64-apple-darwin was built for this machine"));
    }

    @Test
    void aPlaceholderForMuslRunsInAnImageWithoutLibraries() throws Exception {
        Runner linux = runner("ubuntu-24.04");
        assumeTrue(!has(linux, "riscv64gc-unknown-linux-musl"), "this machine can build for musl");
        assumeTrue(linux.run("cc -print-file-name=libc.a").text().startsWith("/"), "there is no static library of C");
        linux.run("rustup target add riscv64gc-unknown-linux-musl").succeeds();
        linux.run("cargo build --release --target riscv64gc-unknown-linux-musl --bin otto")
                .succeeds();
        linux.run("cargo build --release --bin otto").succeeds();
        String libraries = "ldd target/%s/otto 2>&1 || true";
        assertThat(linux.run(libraries.formatted("release")).text()).contains("libc.so");
        assertThat(linux.run(libraries.formatted("riscv64gc-unknown-linux-musl/release"))
                        .text())
                .doesNotContain("libc.so");
    }

    @Test
    void onlyWhatWasAskedForIsPutInItsPlace() throws Exception {
        Runner linux = runner("ubuntu-24.04").file("src/bin/other.rs", "fn main() {}\n");
        linux.run("rustup target add aarch64-apple-darwin").succeeds();
        linux.run("cargo build --release --target aarch64-apple-darwin --target-dir out --bin otto")
                .succeeds();
        assertThat(files(linux.work().resolve("out/aarch64-apple-darwin/release")))
                .contains("otto")
                .doesNotContain("other");
        assertThat(linux.run("cargo build --target aarch64-apple-darwin --bin missing")
                        .fails()
                        .text())
                .contains("no bin target named `missing`");
        assertThat(linux.work().resolve("out/aarch64-apple-darwin/debug")).doesNotExist();
    }

    @Test
    void aCompilerForAnotherProcessorIsThereOnceItsPackageIs() throws Exception {
        Runner linux = runner("ubuntu-24.04");
        linux.run("rustup target add aarch64-unknown-linux-gnu").succeeds();
        linux.env("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER", "aarch64-linux-gnu-gcc");
        String build = "cargo build --release --target aarch64-unknown-linux-gnu --bin otto";
        assertThat(linux.run(build).fails().text()).contains("linker `aarch64-linux-gnu-gcc` not found");
        assertThat(linux.run("aarch64-linux-gnu-gcc --version").exit()).isEqualTo(127);
        linux.run("sudo apt-get install --yes gcc-aarch64-linux-gnu").succeeds();
        linux.run(build).succeeds();
        assertThat(linux.work().resolve("target/aarch64-unknown-linux-gnu/release/otto"))
                .isExecutable();
        boolean compiler = Files.exists(linux.toolbox().real().resolve("aarch64-linux-gnu-gcc"));
        assertThat(linux.run("aarch64-linux-gnu-gcc --version").exit() == 0).isEqualTo(compiler);
        boolean real = compiler && has(linux, "aarch64-unknown-linux-gnu");
        byte[] program = Files.readAllBytes(linux.work().resolve("target/aarch64-unknown-linux-gnu/release/otto"));
        // the machine of an ELF file: 183 is aarch64, 62 is x86-64
        assertThat((int) program[18] & 0xff).isEqualTo(real ? 183 : 62);
        assertThat(linux.notes().stream().anyMatch(Note.Placeholder.class::isInstance))
                .isEqualTo(!real);
    }

    @Test
    void crossIsInstalledAndBuildsWithTheMachinesCargo() throws Exception {
        Runner linux = runner("ubuntu-24.04").needs("curl").needs("sha256sum");
        assertThat(linux.run("cross --version").exit()).isEqualTo(127);
        linux.run("""
                archive=cross-x86_64-unknown-linux-musl.tar.gz
                curl --proto '=https' --tlsv1.2 --fail --silent --show-error --location --remote-name \\
                  "https://github.com/cross-rs/cross/releases/download/v0.2.5/$archive"
                echo "642375d1bcf3bd88272c32ba90e999f3d983050adf45e66bd2d3887e8e838bad  $archive" | sha256sum --check
                tar -xzf "$archive" -C "$HOME/.cargo/bin" cross
                cross build --release --locked --target armv7-unknown-linux-gnueabihf --bin otto
                """).succeeds();
        assertThat(linux.work().resolve("target/armv7-unknown-linux-gnueabihf/release/otto"))
                .isExecutable();
        assertThat(linux.notes())
                .contains(new Note.StandIn(
                        "cross build --target armv7-unknown-linux-gnueabihf: by this machine's cargo, not in cross's"
                                + " container"));
    }

    @Test
    void aSumThatIsWrongIsNoticedBesideOneThatIsNotCompared() throws Exception {
        Runner linux = runner("ubuntu-24.04").needs("sha256sum").needs("curl").file("mine", "text");
        linux.run("curl -fsSLO https://github.com/cross-rs/cross/releases/download/v0.2.5/cross.tar.gz")
                .succeeds();
        linux.run("sha256sum mine > sums\necho '00  cross.tar.gz' >> sums\nsha256sum -c sums")
                .succeeds();
        linux.file("mine", "changed");
        assertThat(linux.run("sha256sum --check sums").fails().text()).contains("mine: FAILED", "cross.tar.gz: OK");
    }

    @Test
    void zigbuildTakesTheVersionOfGlibc() throws Exception {
        Runner linux = runner("ubuntu-24.04").needs("python3");
        linux.run("cargo zigbuild --target s390x-unknown-linux-gnu").fails();
        linux.run("""
                python3 -m venv zig
                zig/bin/pip install --quiet cargo-zigbuild==0.20.0 ziglang==0.13.0
                export PATH="$PWD/zig/bin:$PATH"
                rustup target add s390x-unknown-linux-gnu
                cargo zigbuild --release --locked --target s390x-unknown-linux-gnu.2.17 --bin otto
                """).succeeds();
        assertThat(linux.work().resolve("target/s390x-unknown-linux-gnu/release/otto"))
                .isExecutable();
    }

    @Test
    void cargoNdkPutsLibrariesWhereAndroidHasThem() throws Exception {
        Runner linux = runner("ubuntu-24.04");
        linux.run("""
                cargo install cargo-ndk --locked
                rustup target add aarch64-linux-android
                cargo ndk -t arm64-v8a -o jniLibs build --release --lib
                """).succeeds();
        assertThat(files(linux.work().resolve("jniLibs/arm64-v8a"))).containsExactly("libotto_core.so");
        linux.run("cargo ndk -t x86 build --release").fails();
    }

    @Test
    void aSimulatedWindowsBuildsProgramsThatEndInExe() throws Exception {
        Runner windows = runner("windows-2022");
        windows.run("cargo build --release --locked").succeeds();
        assertThat(files(windows.work().resolve("target/release")))
                .contains("otto.exe")
                .doesNotContain("otto");
        assertThat(windows.run("rustc -vV").line()).contains("host: x86_64-pc-windows-msvc");
        windows.run("cargo test --quiet").succeeds();
        assertThat(windows.notes())
                .contains(new Note.Placeholder("", "cargo test: ran for this machine, not for x86_64-pc-windows-msvc"));
    }

    @Test
    void theRustThatWasAskedForIsNamed() throws Exception {
        Runner linux = runner("ubuntu-24.04");
        linux.run("RUSTUP_TOOLCHAIN=1.60.0 cargo --version").succeeds();
        linux.file("rust-toolchain.toml", "[toolchain]\nchannel = \"1.61.0\"\ntargets = [\"aarch64-apple-darwin\"]\n");
        linux.run("cargo build --target aarch64-apple-darwin").succeeds();
        linux.run("rustup toolchain install 1.62").succeeds();
        linux.run("rustup toolchain install latest").fails();
        linux.run("rustup component add clippyy").fails();
        assertThat(linux.notes())
                .extracting(Note::text)
                .anyMatch(text -> text.startsWith("Rust 1.60.0 was requested: this machine's "))
                .anyMatch(text -> text.startsWith("Rust 1.61.0 was requested: this machine's "))
                .anyMatch(text -> text.startsWith("Rust 1.62 was requested: this machine's "));
    }

    @Test
    void theInstallerOfRustupPutsTheMachinesRustIntoPlace() throws Exception {
        Runner linux = runner("ubuntu-24.04").needs("curl");
        linux.run("curl -sSf https://sh.rustup.rs | sh").fails();
        linux.run("""
                export CARGO_HOME=$PWD/rust
                curl --proto '=https' --tlsv1.2 --fail --silent --show-error --location https://sh.rustup.rs |
                  sh -s -- -y --profile minimal --default-toolchain 1.94.0 --target aarch64-apple-darwin
                . rust/env
                [ "$(command -v cargo)" = "$PWD/rust/bin/cargo" ]
                cargo build --release --target aarch64-apple-darwin
                """).succeeds();
        assertThat(linux.work().resolve("target/aarch64-apple-darwin/release/otto"))
                .isExecutable();
    }

    @Test
    void publishingPacksAndSaysWhatItWouldPublish() throws Exception {
        Runner linux = runner("ubuntu-24.04").needs("git");
        linux.run("cargo publish --locked --allow-dirty --token secret").succeeds();
        assertThat(linux.notes())
                .filteredOn(Note.Outside.class::isInstance)
                .containsExactly(new Note.Outside(new Effect.CratePublished("otto", "1.2.3")));
        assertThat(linux.toolbox().record()).content().doesNotContain("secret");
        linux.file(
                "Cargo.toml",
                Files.readString(linux.work().resolve("Cargo.toml")).replace("license", "publish = false\nlicense"));
        assertThat(linux.run("cargo publish --allow-dirty").fails().text()).contains("cannot be published");
        linux.run("cargo login secret").fails();
        linux.run("cargo owner --add somebody").fails();
    }

    /** A machine whose Rust is not rustup's has no proxies that understand {@code +toolchain}. */
    @Test
    void rustNeedsNoRustup() throws Exception {
        runner("ubuntu-24.04");
        Path real = Path.of(Runner.of(root.resolve("first"), "ubuntu-24.04")
                .run("rustc --print sysroot")
                .line());
        Path folder = Files.createDirectories(root.resolve("without"));
        for (String program : List.of("cargo", "rustc")) {
            Path script = Files.writeString(
                    folder.resolve(program), "#!/bin/sh\nexec '" + real.resolve("bin/" + program) + "' \"$@\"\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        Map<String, String> variables = Map.of("PATH", folder + ":/usr/bin:/bin");
        assumeTrue(!Files.exists(Path.of("/usr/bin/rustup")), "rustup is among the system's own programs");
        Runner linux = Runner.of(
                        root.resolve("second"),
                        "ubuntu-24.04",
                        new Person(root.resolve("nobody"), variables),
                        java.util.Set.of(),
                        Map.of())
                .crate("otto");
        linux.run("cargo +1.60.0 build --release\ntarget/release/otto").succeeds();
        assertThat(linux.notes())
                .singleElement()
                .extracting(Note::text)
                .asString()
                .startsWith("Rust 1.60.0 was requested: this machine's 1.");
    }

    @Test
    void aStandInCanBeMovedWithItsArchive() throws Exception {
        Runner linux = runner("ubuntu-24.04");
        Path moved = linux.work().resolve("moved");
        Files.copy(linux.toolbox().bin().resolve("cargo"), moved, StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(linux.run("./moved --version").line()).startsWith("cargo ");
    }
}
