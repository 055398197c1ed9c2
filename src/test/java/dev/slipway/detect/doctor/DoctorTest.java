package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.ReleaseGrammars;
import dev.slipway.detect.doctor.Setup.Build;
import dev.slipway.detect.doctor.Setup.Cargo;
import dev.slipway.detect.doctor.Setup.Image;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    @TempDir
    Path directory;

    private HealthyCrate crate;

    @BeforeEach
    void aHealthyCrate() {
        crate = new HealthyCrate(directory);
    }

    @Test
    void aHealthyReleaseGetsNoAdvice() {
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void tagsThatStartNoReleaseAreNamedWithAPatternThatFits() {
        crate.sample.git("tag", "1.0.0");
        assertThat(crate.only("tags").message())
                .isEqualTo("the newest release tag is '1.0.0', but pushing such a tag starts no release: 'v*' does not "
                        + "match it");
        assertThat(crate.only("tags").help()).startsWith("write 'tag: \"[0-9]+.[0-9]+.[0-9]+*\"' in slipway.yml");
    }

    @Test
    void tagsOfAnEarlierStyleAreNotTheNewest() {
        crate.tags = new Setup.Tags(
                List.of("2*"),
                name -> name.startsWith("2"),
                name -> name.startsWith("2"),
                ReleaseGrammars.TAG::matches,
                "a version",
                "26.03",
                "26.03",
                false);
        crate.sample.git("tag", "1.9.0").git("tag", "26.03.2");
        assertThat(crate.examine())
                .extracting(Advice::message)
                .noneMatch(message -> message.startsWith("the newest release tag is '1.9.0'"));
    }

    @ParameterizedTest
    @CsvSource({
        "otto@1.2.3,          write 'tag: otto@*' in slipway.yml",
        "@otto-rs/otto@1.2.3, write 'tag: \"@otto-rs/otto@*\"' in slipway.yml",
        "otto#1.2.3,          no config releases such tags: push tags such as 'v1.2.3' from now on",
        "выпуск-1.2.3,        no config releases such tags: push tags such as 'v1.2.3' from now on",
        "'otto,25.07',        no config releases such tags: push tags such as 'v1.2.3' from now on",
    })
    void aPatternIsAdvisedIfAConfigTakesIt(String tag, String help) {
        crate.tags = new Setup.Tags(
                List.of("v*"),
                name -> name.startsWith("v"),
                name -> name.startsWith("v"),
                ReleaseGrammars.TAG::matches,
                "a version",
                "v1.2.3",
                "1.2.3",
                false);
        crate.sample.git("tag", tag);
        assertThat(crate.only("tags").help()).startsWith(help);
    }

    @Test
    void theConfigOfDistGoesWithItsWorkflow() {
        crate.sample.file("dist-workspace.toml", "[dist]\ntargets = [\"x86_64-unknown-linux-musl\"]\n");
        assertThat(crate.only("second-release").severity()).isEqualTo(Severity.WARNING);
        crate.sample.file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs: { host: { runs-on: ubuntu-latest, steps: [{ run: dist host --steps=create }] } }
                """);
        assertThat(crate.only("second-release").severity()).isEqualTo(Severity.ERROR);
        assertThat(crate.only("second-release").help())
                .endsWith("and delete 'dist-workspace.toml', from which dist writes it again");
    }

    @Test
    void theTableOfDistInAManifestIsItsConfig() {
        crate.sample.file(
                "Cargo.toml",
                "[package]\nname = \"otto\"\nversion = \"1.0.0\"\nrust-version = \"1.90\"\n"
                        + "[workspace.metadata.dist]\ntargets = [\"x86_64-unknown-linux-musl\"]\n");
        assertThat(crate.only("second-release").message()).contains("'Cargo.toml [workspace.metadata.dist]'");
    }

    @Test
    void aReleaseThatAPersonPublishesStartsOtherWorkflows() {
        crate.sample.file(".github/workflows/upload.yml", """
                on: { release: { types: [published] } }
                jobs: { up: { runs-on: ubuntu-latest, steps: [{ run: gh release upload $GITHUB_REF_NAME otto }] } }
                """);
        assertThat(crate.only("second-release").severity()).isEqualTo(Severity.WARNING);
        crate.tags = new Setup.Tags(
                List.of("v*"), tag -> true, tag -> true, tag -> true, "a version", "v1.2.3", "1.2.3", true);
        assertThat(crate.only("second-release").severity()).isEqualTo(Severity.ERROR);
        assertThat(crate.only("second-release").message()).contains("also releases when somebody publishes a release");
    }

    @Test
    void binstallHasToFindWhatIsReleased() {
        String manifest = "[package]\nname = \"otto\"\nversion = \"1.0.0\"\n[package.metadata.binstall]\n";
        crate.sample.file(
                "Cargo.toml",
                manifest + "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ target }.tar.gz\"\n");
        assertThat(crate.only("binstall").message())
                .isEqualTo("for x86_64-unknown-linux-gnu, 'cargo binstall' looks for "
                        + "'v1.2.3/otto-x86_64-unknown-linux-gnu.tar.gz', but the release has "
                        + "'v1.2.3/otto-v1.2.3-linux-amd64.tar.gz'");

        crate.builds = List.of(new Build(
                "x86_64-unknown-linux-musl",
                "x86_64-unknown-linux-musl",
                "otto-1.2.3-x86_64-unknown-linux-musl.tar.gz",
                "ubuntu-latest",
                Optional.empty(),
                false,
                false,
                Optional.empty()));
        assertThat(crate.only("binstall").help())
                .startsWith("write pkg-url = \"{ repo }/releases/download/v{ version }/otto-{ version }-{ target }{ "
                        + "archive-suffix }\"");

        crate.sample.file(
                "Cargo.toml",
                manifest
                        + "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ version }-{ target }{ "
                        + "archive-suffix }\"\n");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void binstallTakesAnyFileOfTheReleaseAndUnpacksWhatItsFormatSays() {
        String manifest = "[package]\nname = \"otto\"\nversion = \"1.0.0\"\n[package.metadata.binstall]\n"
                + "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ target }{ archive-suffix }\"\npkg-fmt = \"tgz\"\n";
        crate.sample.file("Cargo.toml", manifest);
        crate.builds = List.of(
                musl("otto-server-x86_64-unknown-linux-musl.tar.gz"), musl("otto-x86_64-unknown-linux-musl.tar.gz"));
        assertThat(crate.examine()).isEmpty();

        crate.builds = List.of(musl("otto-x86_64-unknown-linux-musl.zip"));
        assertThat(crate.only("binstall").help())
                .endsWith(
                        "; write pkg-fmt = \"zip\" in [package.metadata.binstall.overrides.x86_64-unknown-linux-musl]");
    }

    private static Build musl(String asset) {
        return new Build(
                "x86_64-unknown-linux-musl",
                "x86_64-unknown-linux-musl",
                asset,
                "ubuntu-latest",
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }

    @Test
    void anAddressThatTheReleaseOfTodayDoesNotHaveEitherIsAWarning() {
        String manifest = "[package]\nname = \"otto\"\nversion = \"1.0.0\"\n[package.metadata.binstall]\n"
                + "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ target }.tgz\"\n";
        crate.builds = List.of(HealthyCrate.AMD64);
        crate.sample.file("Cargo.toml", manifest);
        assertThat(crate.only("binstall").severity()).isEqualTo(Severity.ERROR);

        String workflow = """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target x86_64-unknown-linux-gnu
                      - run: tar czf NAME.tar.gz -C target/x86_64-unknown-linux-gnu/release otto
                      - uses: softprops/action-gh-release@v2
                        with: { files: NAME.tar.gz }
                """;
        crate.sample.file(".github/workflows/old.yml", workflow.replace("NAME", "otto-linux"));
        Advice advice = crate.only("binstall");
        assertThat(advice.severity()).isEqualTo(Severity.WARNING);
        assertThat(advice.message()).endsWith("; the current release has no such file either");

        String manual = """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - run: make release
                      - uses: softprops/action-gh-release@v2
                        with: { files: otto-x86_64-unknown-linux-gnu.zip }
                """;
        crate.sample.file(".github/workflows/old.yml", manual);
        assertThat(crate.only("binstall").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void eachWordThatAnInstallScriptGivesAVariableIsAFile() {
        String link = "curl -LO https://github.com/otto-rs/otto/releases/latest/download/$FILE.tar.gz\n";
        crate.sample
                .file(
                        "install.sh",
                        "case $(uname -m) in arm*)\n  FILE=\"otto-arm\" ;;\n*)\n  FILE=\"otto-pc\" ;;\nesac\n" + link)
                .git("add", "-A");
        assertThat(crate.examine())
                .extracting(Advice::message)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("this looks for 'otto-arm.tar.gz'"),
                        second -> assertThat(second).startsWith("this looks for 'otto-pc.tar.gz'"));

        crate.sample.file("install.sh", "FILE=otto-arm\nFILE=$(uname -m)\nFILE=otto-pc\n" + link);
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void installScriptsHaveToFindWhatIsReleased() {
        crate.sample
                .file(
                        "install.sh",
                        "curl -O \"$BASE/otto-${VERSION}-${PLATFORM}.tar.gz\"\ncurl -O other-${VERSION}.tar.gz\n")
                .git("add", "-A");
        assertThat(crate.examine()).isEmpty();

        crate.sample
                .file("src/upgrade.rs", "let file = format!(\"otto_{version}_{platform}.tar.gz\");\n")
                .git("add", "-A");
        assertThat(crate.examine()).isEmpty();

        crate.sample
                .file("src/upgrade.rs", "let file = format!(\"otto-{version}-{platform}.zip\");\n")
                .git("add", "-A");
        assertThat(crate.only("downloads").message())
                .isEqualTo("this looks for 'otto-{version}-{platform}.zip', but the release has no such file; the "
                        + "first one is 'otto-v1.2.3-linux-amd64.tar.gz'");
        assertThat(crate.only("downloads").where()).contains(new FoundAt("src/upgrade.rs", new Position(1, 21)));
    }

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
    void aReleaseWhoseTextNobodyHasWrittenIsAnError() {
        crate.changelog = true;
        assertThat(crate.only("changelog").message())
                .isEqualTo("the release notes come from CHANGELOG.md, but this file is missing");

        crate.sample.file("CHANGELOG.md", "# Changelog\n");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void openSslInACrossedBuildIsAnErrorThatNamesWhoBringsIt() {
        crate.sample.file("Cargo.toml", "[package]\nname = \"otto\"\n[dependencies]\nreqwest = \"0.12\"\n");
        Advice advice = crate.only("tls");
        assertThat(advice.severity()).isEqualTo(Severity.ERROR);
        assertThat(advice.message())
                .isEqualTo("the build needs OpenSSL, which does not cross-compile for 'linux-arm64': otto → reqwest →"
                        + " native-tls → openssl-sys (Cargo.toml:4 [dependencies])");
        assertThat(advice.help())
                .isEqualTo("write 'default-features = false, features = [\"rustls-tls\"]' for 'reqwest'");
    }

    @Test
    void openSslThatTheConfigSwitchesOnOrOffCounts() {
        crate.sample.file(
                "Cargo.toml",
                "[package]\nname = \"otto\"\n[features]\ndefault = []\nweb = [\"dep:native-tls\"]\n[dependencies]\n"
                        + "native-tls = { version = \"0.2\", optional = true }\n");
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("tls");

        crate.cargo = new Cargo(
                Optional.of("otto"),
                List.of("otto"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Set.of("web"),
                true);
        assertThat(crate.only("tls").severity()).isEqualTo(Severity.ERROR);

        crate.sample.file(
                "Cargo.toml",
                "[package]\nname = \"otto\"\n[features]\ndefault = [\"web\"]\nweb = [\"dep:native-tls\"]\n[dependencies]\n"
                        + "native-tls = { version = \"0.2\", optional = true }\n");
        crate.cargo = new Cargo(
                Optional.of("otto"),
                List.of("otto"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Set.of(),
                false);
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("tls");
    }

    @Test
    void openSslInANativeBuildIsAWarning() {
        crate.builds = List.of(HealthyCrate.AMD64);
        crate.sample.file("Cargo.toml", "[package]\nname = \"otto\"\n[dependencies]\nnative-tls = \"0.2\"\n");
        assertThat(crate.only("tls").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void openSslFromSourceIsFine() {
        crate.sample.file(
                "Cargo.toml",
                "[package]\nname = \"otto\"\n[dependencies]\nopenssl = { version = \"0.10\", features = [\"vendored\"] }\n");
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("tls");
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

    @Test
    void whatAnImageTakesIsCommitted() {
        crate.sample.file("etc/otto.toml", "log = 1\n");
        crate.image = Optional.of(
                new Image(List.of("ghcr.io/otto-rs/otto"), "debian:bookworm-slim", List.of("src", "etc/otto.toml")));
        assertThat(crate.only("image-files").message())
                .isEqualTo("the image copies 'etc/otto.toml', which is not committed");
        crate.sample.git("add", "etc/otto.toml");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void anImageOfSomebodyElseIsAWarning() {
        crate.image = Optional.of(new Image(List.of("ghcr.io/other/team/otto"), "debian:bookworm-slim", List.of()));
        assertThat(crate.only("package"))
                .extracting(Advice::severity, Advice::message)
                .containsExactly(Severity.WARNING, "the image belongs to 'other', but the repository to 'otto-rs'");
        crate.image = Optional.of(new Image(List.of("ghcr.io/Otto-RS/otto"), "debian:bookworm-slim", List.of()));
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaidFirst() {
        crate.sample.file("Cargo.toml", "[package\n");
        assertThat(crate.examine().get(0).rule()).isEqualTo("unreadable");
    }

    @Test
    void findsPatternsOfFilesThatMatchNothing() {
        crate.sample.file("LICENSE-MIT", "MIT").file("doc/man/otto.1", ".TH").committed();
        crate.files = List.of("LICENSE-*", "doc", "doc/man/", "doc/*/otto.1", "{out-dir}/otto.fish", "Cargo.toml");
        assertThat(crate.examine()).isEmpty();

        crate.files = List.of("LICENCE-*", "doc/*.1");
        assertThat(crate.examine())
                .extracting(Advice::message)
                .containsExactly(
                        "the release needs 'LICENCE-*', but no committed file matches it",
                        "the release needs 'doc/*.1', but no committed file matches it");
    }
}
