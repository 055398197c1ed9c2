package dev.slipway.detect.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.doctor.Advice;
import dev.slipway.detect.doctor.HealthyCrate;
import dev.slipway.detect.doctor.Setup.Build;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CargoConfigTest {
    private final HealthyCrate crate;

    CargoConfigTest(@TempDir Path directory) {
        crate = new HealthyCrate(directory);
        crate.builds = List.of(HealthyCrate.AMD64);
    }

    private void config(String text) {
        crate.sample.file(".cargo/config.toml", text);
    }

    private static Build having(Map<String, String> env, List<String> packages) {
        Build it = HealthyCrate.AMD64;
        return new Build(
                it.target(),
                it.triple(),
                it.asset(),
                it.runner(),
                it.container(),
                it.crossed(),
                it.inImage(),
                it.runnersLibc(),
                new Build.Own(Optional.empty(), env, packages, false, false));
    }

    @Test
    void aReleaseDoesNotFindProgramsThatCargoBuildsElsewhere() {
        config("[term]\nverbose = true\n[build]\ntarget-dir = \"out\"\n");
        assertThat(crate.only("cargo-config"))
                .isEqualTo(new Advice(
                        Severity.ERROR,
                        "cargo-config",
                        Optional.of(FoundAt.line(".cargo/config.toml", 4)),
                        "Cargo builds in 'out', but the release expects the programs of 'linux-amd64' in 'target'",
                        "write 'env: { CARGO_TARGET_DIR: target }' under each system in slipway.yml",
                        "https://doc.rust-lang.org/cargo/reference/config.html"));

        crate.builds = List.of(having(Map.of("CARGO_TARGET_DIR", "target"), List.of()));
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void theOlderFileGoesFirstAndTheUsualFolderIsFine() {
        config("[build]\ntarget-dir = \"out\"\n");
        crate.sample.file(".cargo/config", "[build]\ntarget-dir = \"target\"\n");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void aWorkspaceInAnotherFolderHasItsTargetThere() {
        crate.sample.file("Cargo.toml", "[package]\nname = \"otto\"\nversion = \"1.0.0\"\nworkspace = \"engine\"\n");
        assertThat(crate.only("cargo-config").message()).startsWith("Cargo builds in 'engine/target'");
    }

    @Test
    void aLinkerHasToBeInstalledInTheContainer() {
        config("[target.x86_64-unknown-linux-gnu]\nlinker = "
                + "\"clang\"\n[target.armv7-unknown-linux-gnueabihf]\nlinker = \"lld\"\n");
        assertThat(crate.only("cargo-config").message())
                .isEqualTo("'linux-amd64' needs the linker 'clang', which is not installed in 'debian:bookworm'");

        crate.builds = List.of(having(Map.of(), List.of("clang")));
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void rustBringsALinkerOfItsOwn() {
        config("[target.x86_64-unknown-linux-gnu]\nlinker = \"rust-lld\"\n");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void programsForTheProcessorThatBuildsMayNotStartElsewhere() {
        config("[build]\nrustflags = [\"-C\", \"target-cpu=native\"]\n");
        assertThat(crate.only("cargo-config").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void vendoredCratesHaveToBeCommitted() {
        config("[source.crates-io]\nreplace-with = \"here\"\n[source.here]\ndirectory = \"third\"\n");
        assertThat(crate.only("cargo-config").message())
                .isEqualTo("crates come from 'third' instead of crates.io, but nothing in it is committed");

        crate.sample.file("third/anyhow/Cargo.toml", "").git("add", "-f", "third");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void aHigherTagThanTheVersionToComeStaysTheLatest() {
        crate.sample.git("tag", "v0.9.0");
        assertThat(crate.examine()).isEmpty();
        crate.sample.git("tag", "v2.0.0");
        Advice advice = crate.only("tags");
        assertThat(advice.message())
                .isEqualTo(
                        "the tag 'v2.0.0' is higher than '1.0.0', the version in the sources: a release below this tag "
                                + "does not become the latest");
        assertThat(advice.where()).contains(FoundAt.line("Cargo.toml", 3));
    }

    @Test
    void tagsAmongTheNewestThatWouldStopAReleaseAreNamed() {
        crate.sample.git("tag", "v0.9.0").git("tag", "v0.9").git("tag", "v-old").git("tag", "v0.8.0");
        assertThat(crate.only("tags").message())
                .startsWith("a release of these recent tags")
                .contains("'v-old'")
                .doesNotContain("'v0.9'");
    }

    @Test
    void aLeadingVariableADroppedVAndALinkToTheLatestReleaseAreNames() {
        crate.sample
                .file("install.sh", "NAME=otto\ncurl -O \"$URL/$NAME-${TAG#v}-linux-amd64.tar.gz\"\n")
                .file("Formula/otto.rb", "url \"https://e.org/otto-v#{version}-linux-amd64.zip\"\n")
                .file("README.md", "<https://github.com/otto-rs/otto/releases/latest/download/tool.zip>\n")
                .file("docs/ok.md", "otto-{tag}-linux-amd64.tar.gz\n")
                .git("add", "-A");
        assertThat(crate.examine())
                .filteredOn(advice -> advice.rule().equals("downloads"))
                .extracting(advice -> advice.where().orElseThrow().file() + " "
                        + advice.severity().word())
                .containsExactly("Formula/otto.rb error", "install.sh error", "README.md warning");
    }

    @Test
    void aPackageAtTheRootIsTheProgramWhateverItsName() {
        crate.sample.file("Cargo.toml", "[package]\nname = \"bench\"\nversion = \"1.0.0\"\n");
        assertThat(crate.sample
                        .read()
                        .rust()
                        .orElseThrow()
                        .shipped()
                        .orElseThrow()
                        .name()
                        .value())
                .isEqualTo("bench");
    }
}
