package dev.slipway.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.Setup.Build;
import dev.slipway.detect.Setup.Cargo;
import dev.slipway.detect.Setup.Image;
import dev.slipway.detect.Setup.Tags;
import dev.slipway.facts.Libcs;
import dev.slipway.source.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Build AMD64 = new Build(
            "linux-amd64",
            "x86_64-unknown-linux-gnu",
            "otto-v1.2.3-linux-amd64.tar.gz",
            "ubuntu-latest",
            Optional.of("debian:bookworm"),
            false,
            true,
            Optional.empty());
    private static final Build ARM64 = new Build(
            "linux-arm64",
            "aarch64-unknown-linux-gnu",
            "otto-v1.2.3-linux-arm64.tar.gz",
            "ubuntu-latest",
            Optional.of("debian:bookworm"),
            true,
            true,
            Optional.empty());

    private static final Tags TAGS = new Tags(List.of("v*"), tag -> tag.startsWith("v"), "v1.2.3", "1.2.3");

    @TempDir
    Path directory;

    private SampleRepository sample;
    private Cargo cargo = new Cargo(
            Optional.of("otto"), List.of("otto"), Optional.of("1.94.0"), Optional.empty(), false, Optional.empty());
    private List<Build> builds = List.of(AMD64, ARM64);
    private Optional<Image> image = Optional.empty();
    private List<String> files = List.of();
    private boolean changelog;

    @BeforeEach
    void aHealthyCrate() {
        sample = new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"otto\"\nversion = \"1.0.0\"\nrust-version = \"1.90\"\n")
                .file("src/main.rs", "fn main() {}")
                .committed();
    }

    private List<Advice> examine() {
        Setup setup =
                new Setup("otto-rs/otto", "slipway.yml", Optional.of(cargo), builds, image, files, changelog, TAGS);
        return Doctor.examine(sample.read(), setup, TODAY).advice();
    }

    private Advice only(String topic) {
        List<Advice> found = examine().stream()
                .filter(advice -> advice.topic().equals(topic))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void aHealthyReleaseGetsNoAdvice() {
        assertThat(examine()).isEmpty();
    }

    @Test
    void tagsThatStartNoReleaseAreNamedWithAPatternThatFits() {
        sample.git("tag", "1.0.0");
        assertThat(only("tags").message())
                .isEqualTo(
                        "the newest release tag is '1.0.0', and pushing such a tag starts no release: 'v*' does not match it");
        assertThat(only("tags").help()).startsWith("write 'tag: \"[0-9]+.[0-9]+.[0-9]+*\"' in slipway.yml");
    }

    @Test
    void binstallHasToFindWhatIsReleased() {
        String manifest = "[package]\nname = \"otto\"\nversion = \"1.0.0\"\n[package.metadata.binstall]\n";
        sample.file(
                "Cargo.toml",
                manifest + "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ target }.tar.gz\"\n");
        assertThat(only("binstall").message())
                .isEqualTo(
                        "for x86_64-unknown-linux-gnu, 'cargo binstall' looks for "
                                + "'v1.2.3/otto-x86_64-unknown-linux-gnu.tar.gz', but the release has 'v1.2.3/otto-v1.2.3-linux-amd64.tar.gz'");

        builds = List.of(new Build(
                "x86_64-unknown-linux-musl",
                "x86_64-unknown-linux-musl",
                "otto-1.2.3-x86_64-unknown-linux-musl.tar.gz",
                "ubuntu-latest",
                Optional.empty(),
                false,
                false,
                Optional.empty()));
        assertThat(only("binstall").help())
                .startsWith(
                        "write pkg-url = \"{ repo }/releases/download/v{ version }/otto-{ version }-{ target }{ archive-suffix }\"");

        sample.file(
                "Cargo.toml",
                manifest
                        + "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ version }-{ target }{ archive-suffix }\"\n");
        assertThat(examine()).isEmpty();
    }

    @Test
    void installScriptsHaveToFindWhatIsReleased() {
        sample.file(
                        "install.sh",
                        "curl -O \"$BASE/otto-${VERSION}-${PLATFORM}.tar.gz\"\ncurl -O other-${VERSION}.tar.gz\n")
                .git("add", "-A");
        assertThat(examine()).isEmpty();

        sample.file("src/upgrade.rs", "let file = format!(\"otto_{version}_{platform}.tar.gz\");\n")
                .git("add", "-A");
        assertThat(examine()).isEmpty();

        sample.file("src/upgrade.rs", "let file = format!(\"otto-{version}-{platform}.zip\");\n")
                .git("add", "-A");
        assertThat(only("downloads").message())
                .isEqualTo(
                        "src/upgrade.rs:1 looks for 'otto-{version}-{platform}.zip', and no file of the release is called so; "
                                + "the first is 'otto-v1.2.3-linux-amd64.tar.gz'");
    }

    @Test
    void theOldestRustThatIsTriedIsTheOneThatIsPromised() {
        cargo = new Cargo(
                Optional.of("otto"),
                List.of("otto"),
                Optional.of("1.94.0"),
                Optional.of("1.90.0"),
                false,
                Optional.empty());
        assertThat(examine()).isEmpty();
        cargo = new Cargo(
                Optional.of("otto"),
                List.of("otto"),
                Optional.of("1.94.0"),
                Optional.of("1.88"),
                false,
                Optional.empty());
        assertThat(only("rust-version").message())
                .isEqualTo("the manifest promises Rust 1.90, but 'msrv' tries Rust 1.88");
    }

    @Test
    void aReleaseWhoseTextNobodyHasWrittenIsAnError() {
        changelog = true;
        assertThat(only("changelog").message())
                .isEqualTo("the text of a release is its section of CHANGELOG.md, but there is no such file");

        sample.file("CHANGELOG.md", "# Changelog\n");
        assertThat(examine()).isEmpty();
    }

    @Test
    void theNewestCLibraryIsAWarning() {
        builds = List.of(
                AMD64,
                new Build(
                        "linux-arm64",
                        "aarch64",
                        "otto.tar.gz",
                        "ubuntu-24.04-arm",
                        Optional.empty(),
                        false,
                        false,
                        Libcs.standard().ofRunner("ubuntu-24.04-arm")),
                new Build(
                        "linux-armv7",
                        "armv7",
                        "otto.tar.gz",
                        "ubuntu-latest",
                        Optional.empty(),
                        false,
                        false,
                        Libcs.standard().ofRunner("ubuntu-latest")));
        assertThat(only("libc").severity()).isEqualTo(Severity.WARNING);
        assertThat(only("libc").message())
                .isEqualTo("'linux-arm64', 'linux-armv7' need glibc 2.43, the C library of the runner, and will not"
                        + " start on systems with an older one, such as Debian 12 (glibc 2.36)");

        builds = List.of(new Build(
                "linux-amd64",
                "x86_64",
                "otto.tar.gz",
                "ubuntu-22.04",
                Optional.empty(),
                false,
                false,
                Libcs.standard().ofRunner("ubuntu-22.04")));
        assertThat(examine()).isEmpty();
    }

    @Test
    void openSslInACrossedBuildIsAnErrorThatNamesWhoBringsIt() {
        sample.file("Cargo.toml", "[package]\nname = \"otto\"\n[dependencies]\nreqwest = \"0.12\"\n");
        Advice advice = only("tls");
        assertThat(advice.severity()).isEqualTo(Severity.ERROR);
        assertThat(advice.message())
                .isEqualTo("OpenSSL does not cross-compile for 'linux-arm64', and the build needs it: otto → reqwest →"
                        + " native-tls → openssl-sys (Cargo.toml [dependencies])");
        assertThat(advice.help())
                .isEqualTo("write 'default-features = false, features = [\"rustls-tls\"]' for 'reqwest'");
    }

    @Test
    void openSslInANativeBuildIsAWarning() {
        builds = List.of(AMD64);
        sample.file("Cargo.toml", "[package]\nname = \"otto\"\n[dependencies]\nnative-tls = \"0.2\"\n");
        assertThat(only("tls").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void openSslFromSourceIsFine() {
        sample.file(
                "Cargo.toml",
                "[package]\nname = \"otto\"\n[dependencies]\nopenssl = { version = \"0.10\", features = [\"vendored\"] }\n");
        assertThat(examine()).extracting(Advice::topic).doesNotContain("tls");
    }

    @Test
    void aPackageThatIsGoneIsAnErrorWithASuggestion() {
        cargo = new Cargo(
                Optional.of("oto"), List.of("otto"), Optional.empty(), Optional.empty(), false, Optional.empty());
        assertThat(only("cargo").message()).isEqualTo("there is no package 'oto' in the workspace");
        assertThat(only("cargo").help()).isEqualTo("did you mean 'otto'?");
    }

    @Test
    void aBinaryThatIsGoneIsAnError() {
        cargo = new Cargo(
                Optional.empty(),
                List.of("otto", "helper"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
        assertThat(only("cargo").message()).isEqualTo("cargo builds no binary 'helper'");
        assertThat(only("cargo").help()).isEqualTo("name one of these in slipway.yml: otto");
    }

    @Test
    void aBinaryBehindAFeatureIsAnError() {
        sample.file(
                "Cargo.toml",
                "[package]\nname = \"otto\"\n[[bin]]\nname = \"otto\"\npath = \"src/main.rs\"\nrequired-features = [\"cli\"]\n");
        assertThat(only("cargo").message()).isEqualTo("the binary 'otto' is built only with the features: cli");
    }

    @Test
    void aToolchainOlderThanThePackageNeedsIsAnError() {
        cargo = new Cargo(
                Optional.of("otto"), List.of("otto"), Optional.of("1.89.0"), Optional.empty(), false, Optional.empty());
        assertThat(only("toolchain").message())
                .isEqualTo(
                        "Rust 1.89.0 is older than the '1.90' that the package needs (Cargo.toml [package] rust-version)");
        cargo = new Cargo(
                Optional.of("otto"), List.of("otto"), Optional.of("1.90.0"), Optional.empty(), false, Optional.empty());
        assertThat(examine()).extracting(Advice::topic).doesNotContain("toolchain");
    }

    @Test
    void aToolchainFileThatOverridesTheConfigIsAWarning() {
        sample.file("rust-toolchain.toml", "[toolchain]\nchannel = \"1.93.0\"\n");
        assertThat(only("toolchain").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void lockedWithoutACommittedLockFileIsAnError() {
        cargo = new Cargo(
                Optional.of("otto"), List.of("otto"), Optional.empty(), Optional.empty(), true, Optional.empty());
        assertThat(only("lock").severity()).isEqualTo(Severity.ERROR);
        sample.file("Cargo.lock", "version = 4\n").git("add", "Cargo.lock");
        assertThat(examine()).extracting(Advice::topic).doesNotContain("lock");
    }

    @Test
    void aCommittedLockFileThatIsNotUsedIsAWarning() {
        sample.file("Cargo.lock", "version = 4\n").git("add", "Cargo.lock");
        assertThat(only("lock").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aBaseOlderThanTheBuildIsAnError() {
        image = Optional.of(new Image("ghcr.io/otto-rs/otto", "debian:bullseye-slim", List.of()));
        assertThat(only("libc").message())
                .isEqualTo("the base 'debian:bullseye-slim' has glibc 2.31, but 'linux-amd64' is built in"
                        + " 'debian:bookworm' with glibc 2.36 and will not start there");
    }

    @Test
    void aBaseAsOldAsTheBuildIsFine() {
        image = Optional.of(new Image("ghcr.io/otto-rs/otto", "debian:bookworm-slim", List.of()));
        assertThat(examine()).extracting(Advice::topic).doesNotContain("libc");
    }

    @Test
    void aBaseWithoutGlibcNeedsMusl() {
        image = Optional.of(new Image("ghcr.io/otto-rs/otto", "scratch", List.of()));
        assertThat(only("libc").help()).startsWith("build for musl");
        builds = List.of(new Build(
                "linux-amd64-musl",
                "x86_64-unknown-linux-musl",
                "otto.tar.gz",
                "ubuntu-latest",
                Optional.empty(),
                false,
                true,
                Optional.empty()));
        assertThat(examine()).extracting(Advice::topic).doesNotContain("libc");
    }

    @Test
    void withoutAContainerTheRunnerDecides() {
        image = Optional.of(new Image("ghcr.io/otto-rs/otto", "debian:bookworm-slim", List.of()));
        builds = List.of(new Build(
                "linux-amd64",
                "x86_64-unknown-linux-gnu",
                "otto.tar.gz",
                "ubuntu-24.04",
                Optional.empty(),
                false,
                true,
                Optional.empty()));
        assertThat(only("libc").message()).contains("is built in 'ubuntu-24.04' with glibc 2.39");
    }

    @Test
    void whatAnImageTakesIsCommitted() {
        sample.file("etc/otto.toml", "log = 1\n");
        image = Optional.of(new Image("ghcr.io/otto-rs/otto", "debian:bookworm-slim", List.of("src", "etc/otto.toml")));
        assertThat(only("image-files").message()).isEqualTo("the image takes 'etc/otto.toml', which is not committed");
        sample.git("add", "etc/otto.toml");
        assertThat(examine()).isEmpty();
    }

    @Test
    void anImageOfSomebodyElseIsAWarning() {
        image = Optional.of(new Image("ghcr.io/other/team/otto", "debian:bookworm-slim", List.of()));
        assertThat(only("package"))
                .extracting(Advice::severity, Advice::message)
                .containsExactly(Severity.WARNING, "the image belongs to 'other', but the repository to 'otto-rs'");
        image = Optional.of(new Image("ghcr.io/Otto-RS/otto", "debian:bookworm-slim", List.of()));
        assertThat(examine()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaidFirst() {
        sample.file("Cargo.toml", "[package\n");
        assertThat(examine().get(0).topic()).isEqualTo("unreadable");
    }

    @Test
    void findsPatternsOfFilesThatMatchNothing() {
        sample.file("LICENSE-MIT", "MIT").file("doc/man/otto.1", ".TH").committed();
        files = List.of("LICENSE-*", "doc", "doc/man/", "doc/*/otto.1", "{out-dir}/otto.fish", "Cargo.toml");
        assertThat(examine()).isEmpty();

        files = List.of("LICENCE-*", "doc/*.1");
        assertThat(examine())
                .extracting(Advice::message)
                .containsExactly(
                        "the release takes 'LICENCE-*', and nothing that is committed matches it",
                        "the release takes 'doc/*.1', and nothing that is committed matches it");
    }
}
