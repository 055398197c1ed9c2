package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.doctor.Setup.Cargo;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Advice about packages, binaries, lock files and toolchains of Rust. */
class CargoAdviceTest extends WithHealthyCrate {
    @Test
    void theOldestRustThatIsTriedIsTheOneThatIsPromised() {
        crate.cargo = new Cargo(
                Optional.of("otto"),
                List.of("otto"),
                Optional.of("1.94.0"),
                Optional.of("1.90.0"),
                false,
                Optional.empty());
        assertThat(crate.examine()).isEmpty();
        crate.cargo = new Cargo(
                Optional.of("otto"),
                List.of("otto"),
                Optional.of("1.94.0"),
                Optional.of("1.88"),
                false,
                Optional.empty());
        assertThat(crate.only("rust-version").message())
                .isEqualTo("the manifest promises Rust 1.90, but 'msrv' tests Rust 1.88");
    }

    @Test
    void aPackageThatIsGoneIsAnErrorWithASuggestion() {
        crate.cargo = new Cargo(
                Optional.of("oto"), List.of("otto"), Optional.empty(), Optional.empty(), false, Optional.empty());
        assertThat(crate.only("cargo").message()).isEqualTo("the workspace has no package 'oto'");
        assertThat(crate.only("cargo").help()).isEqualTo("did you mean 'otto'?");
    }

    @Test
    void aBinaryThatIsGoneIsAnError() {
        crate.cargo = new Cargo(
                Optional.empty(),
                List.of("otto", "helper"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
        assertThat(crate.only("cargo").message()).isEqualTo("cargo builds no binary 'helper'");
        assertThat(crate.only("cargo").help()).isEqualTo("use one of these in slipway.yml: otto");
    }

    @Test
    void aBinaryBehindAFeatureIsAnError() {
        crate.sample.file(
                "Cargo.toml",
                "[package]\nname = \"otto\"\n[[bin]]\nname = \"otto\"\npath = \"src/main.rs\"\nrequired-features = "
                        + "[\"cli\"]\n");
        assertThat(crate.only("cargo").message()).isEqualTo("the binary 'otto' is built only with the features: cli");
    }

    @Test
    void aToolchainOlderThanThePackageNeedsIsAnError() {
        crate.cargo = new Cargo(
                Optional.of("otto"), List.of("otto"), Optional.of("1.89.0"), Optional.empty(), false, Optional.empty());
        assertThat(crate.only("toolchain").message())
                .isEqualTo(
                        "Rust 1.89.0 is older than the '1.90' that the package needs (Cargo.toml:4 [package] rust-version)");
        crate.cargo = new Cargo(
                Optional.of("otto"), List.of("otto"), Optional.of("1.90.0"), Optional.empty(), false, Optional.empty());
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("toolchain");
    }

    @Test
    void aToolchainFileThatOverridesTheConfigIsAWarning() {
        crate.sample.file("rust-toolchain.toml", "[toolchain]\nchannel = \"1.93.0\"\n");
        assertThat(crate.only("toolchain").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void lockedWithoutACommittedLockFileIsAnError() {
        crate.cargo = new Cargo(
                Optional.of("otto"), List.of("otto"), Optional.empty(), Optional.empty(), true, Optional.empty());
        assertThat(crate.only("lock").severity()).isEqualTo(Severity.ERROR);
        crate.sample.file("Cargo.lock", "version = 4\n").git("add", "Cargo.lock");
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("lock");
    }

    @Test
    void aCommittedLockFileThatIsNotUsedIsAWarning() {
        crate.sample.file("Cargo.lock", "version = 4\n").git("add", "Cargo.lock");
        assertThat(crate.only("lock").severity()).isEqualTo(Severity.WARNING);
    }
}
