package dev.slipway.detect.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.Repository;
import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.fact.Fact;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RustTest {
    @TempDir
    Path directory;

    private SampleRepository cargo(String manifest) {
        return new SampleRepository(directory).file("Cargo.toml", manifest);
    }

    private static CargoPackage shipped(SampleRepository sample) {
        return sample.rust().shipped().orElseThrow();
    }

    @Test
    void theRootPackageIsShippedWithItsListedBinary() {
        CargoPackage shipped = shipped(cargo("""
                        [package]
                        name = "ripgrep"
                        version = "15.2.0"
                        edition = "2024"
                        description = \"\"\"
                        searches
                        lines
                        \"\"\"
                        license = "MIT/Apache-2.0"
                        rust-version = "1.96"
                        [[bin]]
                        name = "rg"
                        path = "src/main.rs"
                        """).file("src/main.rs", "fn main() {}"));
        assertThat(shipped.name()).isEqualTo(new Fact<>("ripgrep", "Cargo.toml:2 [package] name"));
        assertThat(shipped.binaries())
                .containsExactly(new Fact<>(new Binary("rg", "src/main.rs", List.of()), "Cargo.toml:12 [[bin]]"));
        assertThat(shipped.description()).map(Fact::value).hasValue("searches lines");
        assertThat(shipped.license()).map(Fact::value).hasValue("MIT OR Apache-2.0");
        assertThat(shipped.rustVersion()).map(Fact::value).hasValue("1.96");
    }

    @Test
    void binariesAreFoundWhereCargoLooksForThem() {
        SampleRepository sample = cargo("[package]\nname = \"a\"\nedition = \"2021\"\n")
                .file("src/main.rs", "")
                .file("src/bin/b.rs", "")
                .file("src/bin/c/main.rs", "")
                .file("src/bin/d/other.rs", "");
        assertThat(shipped(sample).built()).containsExactly("a", "b", "c");
    }

    @Test
    void autobinsSwitchesTheSearchOff() {
        SampleRepository sample = cargo(
                        "[package]\nname = \"a\"\nautobins = false\nedition = \"2021\"\n[[bin]]\nname = \"b\"\n")
                .file("src/main.rs", "")
                .file("src/bin/b/main.rs", "");
        assertThat(shipped(sample).binaries())
                .extracting(Fact::value)
                .containsExactly(new Binary("b", "src/bin/b/main.rs", List.of()));
    }

    @Test
    void theFirstEditionSearchesOnlyWhereNothingIsListed() {
        SampleRepository sample = cargo("[package]\nname = \"a\"\n[[bin]]\nname = \"b\"\npath = \"b.rs\"\n")
                .file("src/main.rs", "");
        assertThat(shipped(sample).built()).containsExactly("b");
    }

    @Test
    void aBinaryWhoseFeaturesAreOffByDefaultIsNotBuilt() {
        SampleRepository sample = cargo("""
                [package]
                name = "a"
                [features]
                default = ["app"]
                app = ["cli"]
                cli = []
                gui = []
                [[bin]]
                name = "on"
                required-features = ["cli"]
                [[bin]]
                name = "off"
                required-features = ["cli", "gui"]
                """);
        assertThat(shipped(sample).built()).containsExactly("on");
        assertThat(shipped(sample).binaries().get(1).value().missingFeatures()).containsExactly("gui");
    }

    @Test
    void theOnlyPublishableMemberWithABinaryIsShipped() {
        SampleRepository sample = cargo("""
                        [workspace]
                        members = ["crates/*", "xtask", "gone"]
                        exclude = ["crates/old"]
                        [workspace.package]
                        version = "3.0.0"
                        license = "MIT"
                        """)
                .file(
                        "crates/cli/Cargo.toml",
                        "[package]\nname = \"tool-cli\"\nversion.workspace = true\nlicense = { workspace = true }\n[[bin]]\nname = \"tool\"\n")
                .file("crates/lib/Cargo.toml", "[package]\nname = \"tool-lib\"\n")
                .file("crates/dev/Cargo.toml", "[package]\nname = \"dev\"\npublish = false\n")
                .file("crates/dev/src/main.rs", "")
                .file("crates/old/Cargo.toml", "[package]\nname = \"old\"\n")
                .file("crates/old/src/main.rs", "")
                .file("xtask/Cargo.toml", "[package]\nname = \"xtask\"\n")
                .file("xtask/src/main.rs", "");
        assertThat(shipped(sample).name().value()).isEqualTo("tool-cli");
        assertThat(shipped(sample).directory()).isEqualTo("crates/cli");
        assertThat(shipped(sample).version()).hasValue(new Fact<>("3.0.0", "Cargo.toml:5 [workspace.package] version"));
        assertThat(shipped(sample).license()).map(Fact::value).hasValue("MIT");
        assertThat(sample.rust().packages())
                .extracting(one -> one.name().value())
                .doesNotContain("old");
    }

    @Test
    void amongSeveralTheOneNamedLikeTheRepositoryStandsOut() {
        SampleRepository sample = cargo("[workspace]\nmembers = [\"y-*\"]\ndefault-members = [\"y-fm\", \"y-cli\"]\n")
                .file("y-fm/Cargo.toml", "[package]\nname = \"y-fm\"\n[[bin]]\nname = \"yazi\"\n")
                .file("y-cli/Cargo.toml", "[package]\nname = \"y-cli\"\n[[bin]]\nname = \"ya\"\n")
                .file("y-extra/Cargo.toml", "[package]\nname = \"y-extra\"\n[[bin]]\nname = \"extra\"\n");
        assertThat(sample.rust().shipped()).isEmpty();
        assertThat(sample.rust().candidates())
                .extracting(one -> one.name().value())
                .containsExactly("y-cli", "y-fm");
        sample.committed().origin("https://github.com/sxyazi/yazi");
        assertThat(shipped(sample).name().value()).isEqualTo("y-fm");
    }

    @Test
    void aToolThatIsNamedLikeTheRepositoryStandsOutThoughItIsInNoRegistry() {
        SampleRepository sample = cargo("[workspace]\nmembers = [\"*\"]\n")
                .file("cli/Cargo.toml", "[package]\nname = \"cli\"\npublish = false\n[[bin]]\nname = \"heron\"\n")
                .file("server/Cargo.toml", "[package]\nname = \"server\"\n[[bin]]\nname = \"heronry\"\n")
                .committed()
                .origin("https://github.com/birds/heron");
        assertThat(shipped(sample).name().value()).isEqualTo("cli");
    }

    @Test
    void aToolThatIsInNoRegistryIsShippedAllTheSame() {
        SampleRepository sample = cargo("[workspace]\nmembers = [\"app\"]\n")
                .file("app/Cargo.toml", "[package]\nname = \"app\"\npublish = false\n")
                .file("app/src/main.rs", "");
        assertThat(shipped(sample).publishable()).isFalse();
    }

    @Test
    void theToolchainFileIsAskedFirst() {
        SampleRepository sample = cargo("[package]\nname = \"a\"\n")
                .file("rust-toolchain.toml", "[toolchain]\nchannel = \"1.90.0\"\n")
                .file(".github/workflows/ci.yml", "on: push\nenv: { RUST_VERSION: 1.94.0 }\n");
        assertThat(sample.rust().toolchain()).hasValue(new Fact<>("1.90.0", "rust-toolchain.toml:2"));
    }

    @Test
    void theOlderToolchainFileHoldsTheChannelAlone() {
        SampleRepository sample = cargo("[package]\nname = \"a\"\n").file("rust-toolchain", "nightly-2026-01-01\n");
        assertThat(sample.rust().toolchain()).hasValue(new Fact<>("nightly-2026-01-01", "rust-toolchain:1"));
    }

    @Test
    void theJobForTheOldestRustDoesNotChooseTheToolchain() {
        SampleRepository sample = cargo("[package]\nname = \"a\"\n").file(".github/workflows/ci.yml", """
                        on: push
                        jobs:
                          msrv:
                            runs-on: ubuntu-latest
                            steps: [{ uses: dtolnay/rust-toolchain@1.80.0 }]
                          test:
                            runs-on: ubuntu-latest
                            steps: [{ uses: dtolnay/rust-toolchain@master, with: { toolchain: stable } }]
                        """);
        assertThat(sample.rust().toolchain())
                .hasValue(new Fact<>("stable", ".github/workflows/ci.yml:8 dtolnay/rust-toolchain"));
    }

    @Test
    void lockedMeansThatGitTracksTheLockFile() {
        SampleRepository sample = cargo("[package]\nname = \"a\"\n")
                .file("Cargo.lock", "version = 4\n")
                .file(".gitignore", "Cargo.lock\n")
                .committed();
        assertThat(sample.rust().locked()).hasValue(new Fact<>(false, "git ls-files: Cargo.lock is not tracked"));
        sample.git("add", "-f", "Cargo.lock");
        assertThat(sample.rust().locked()).hasValue(new Fact<>(true, "git ls-files"));
    }

    @Test
    void aBuildScriptThatDescribesGitNeedsTheHistory() {
        SampleRepository sample = cargo("[package]\nname = \"a\"\n")
                .file("build.rs", "fn main() { Command::new(\"git\").args([\"describe\", \"--tags\"]); }");
        assertThat(sample.rust().history()).hasValue(new Fact<>("build.rs runs 'git describe'", "build.rs"));
    }

    @Test
    void soDoesACrateThatReadsIt() {
        SampleRepository sample =
                cargo("[package]\nname = \"a\"\n[build-dependencies]\nvergen-gitcl = { version = \"1\" }\n");
        assertThat(sample.rust().history())
                .hasValue(new Fact<>("'vergen-gitcl' reads the git history", "Cargo.toml:4 [build-dependencies]"));
    }

    @Test
    void theReleaseProfileTellsWhetherItStrips() {
        assertThat(cargo("[package]\nname = \"a\"\n[profile.release]\nstrip = true\n")
                        .rust()
                        .strip())
                .map(Fact::value)
                .hasValue("true");
    }

    @Test
    void brokenTomlIsAFindingAtItsPlace() {
        Repository repository =
                cargo("[package]\nname = \"a\"\nversion = 1.0.0\n").read();
        assertThat(repository.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("Cargo.toml");
            assertThat(finding.position().line()).isEqualTo(3);
        });
        assertThat(repository.rust()).isPresent();
    }

    @Test
    void valuesOfAnUnexpectedKindCountAsAbsent() {
        SampleRepository sample = cargo("""
                bin = 3
                [package]
                name = "a"
                version = ["1"]
                publish = "never"
                license = 7
                [workspace]
                members = "all"
                exclude = [1]
                [features]
                default = "x"
                [dependencies]
                b = 1
                """);
        assertThat(sample.read().findings()).isEmpty();
        assertThat(sample.rust().packages())
                .singleElement()
                .satisfies(one -> assertThat(one.version()).isEmpty());
    }

    @Test
    void nestingWithoutEndIsAFindingAndNoCrash() {
        assertThat(cargo("a = " + "[".repeat(200_000)).read().findings()).isNotEmpty();
    }

    @Test
    void bytesThatAreNoTextAreFindingsAndNoCrash() {
        SampleRepository sample = new SampleRepository(directory)
                .file("Cargo.toml", new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE, '[', '\n'});
        assertThat(sample.read().findings()).isNotEmpty();
    }

    @Test
    void membersOutsideTheRepositoryAreNotRead() {
        new SampleRepository(directory).file("other/Cargo.toml", "[package]\nname = \"other\"\n");
        SampleRepository sample = new SampleRepository(directory.resolve("here"))
                .file("Cargo.toml", "[workspace]\nmembers = [\"../other\"]\n");
        assertThat(sample.rust().packages()).isEmpty();
    }

    @Test
    void aPackageThatInheritsNothingIsUnderWhatTheWorkspaceOffers() {
        SampleRepository sample = new SampleRepository(directory)
                .file(
                        "Cargo.toml",
                        "[workspace]\nmembers = [\"a\"]\n[workspace.package]\nlicense = \"MIT\"\nrust-version = \"1.86\"\n")
                .file("a/Cargo.toml", "[package]\nname = \"a\"\n")
                .file("a/src/main.rs", "");
        CargoPackage shipped = sample.rust().shipped().orElseThrow();
        assertThat(shipped.license()).hasValue(new Fact<>("MIT", "Cargo.toml:4 [workspace.package] license"));
        assertThat(shipped.rustVersion()).hasValue(new Fact<>("1.86", "Cargo.toml:5 [workspace.package] rust-version"));
    }
}
