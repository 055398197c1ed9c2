package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class DoctorCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SampleRepository sample = new SampleRepository(Path.of(""));

    @BeforeEach
    void aHealthyCrate() {
        sample = new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"otto\"\n")
                .file("Cargo.lock", "version = 4\n")
                .file("src/main.rs", "fn main() {}")
                .committed();
    }

    private int doctor(String config, String... more) {
        sample.file("slipway.yml", "repository: otto-rs/otto\n" + config);
        run(List.of("generate"));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return examine(more);
    }

    private int run(List<String> command) {
        return Main.run(
                Stream.concat(Stream.of("-C", directory.toString()), command.stream())
                        .toList(),
                new PrintWriter(out),
                new PrintWriter(err));
    }

    private int examine(String... more) {
        List<String> day = List.of(more).contains("--date") ? List.of() : List.of("--date", "2026-11-23");
        return run(Stream.of(List.of("doctor"), day, List.of(more))
                .flatMap(List::stream)
                .toList());
    }

    @Test
    void aHealthyReleaseGetsTheSettingsWithTheirAddresses() {
        assertThat(doctor("rust: {}\nlinux: { container: debian:bookworm }\ndocker: {}\n"))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains(
                        "\nno problem was found in what was checked\n\nGitHub settings to check by hand:\n",
                        "    https://github.com/otto-rs/otto/settings/actions",
                        "    https://github.com/organizations/otto-rs/settings/packages",
                        "    https://github.com/orgs/otto-rs/packages/container/otto/settings");
    }

    @Test
    void settingsOfAnOrganizationAreUnderTheirCondition() {
        assertThat(doctor("rust: {}\ndocker: {}\n")).isZero();
        String settings = out.toString();
        int condition = settings.indexOf("\nif an organization owns the repository or the package, also:\n");
        assertThat(settings.substring(0, condition))
                .contains("  Repository: Actions")
                .doesNotContain("Organization: ");
        assertThat(settings.substring(condition))
                .contains("  Organization: Actions")
                .doesNotContain("Repository: ");
    }

    @Test
    void theGravestComesFirstAndAnErrorIsAFinding() {
        assertThat(doctor("rust: { bins: [oto], locked: false }\nmacos: { runner: macos-14 }\nci: false\n"))
                .isEqualTo(1);
        assertThat(out.toString().lines().filter(line -> line.matches("\\S+ (error|warning): .*")))
                .containsExactly(
                        "slipway.yml:2:9: error: cargo builds no binary 'oto' [cargo]",
                        "slipway.yml:3:18: error: macos-14 was retired on 2026-11-02 (actions/runner-images#13518); "
                                + "macos-15 and macos-26 are"
                                + " its successors [runner]",
                        "slipway.yml:2:22: warning: Cargo.lock is committed, but release builds do not use "
                                + "'--locked', so they may differ from what was tested [lock]");
        assertThat(out.toString())
                .contains(
                        "  help: did you mean 'otto'?",
                        "  help: write 'macos-15', or 'retired-runners: macos-14' if your own runners have that label\n",
                        "\n3 errors, 1 warning\n");
    }

    @Test
    void aLinkerThatTheReleaseSetsGoesBeforeTheOneOfTheRepository() {
        sample.file(".cargo/config.toml", "[target.aarch64-unknown-linux-gnu]\nlinker = \"mold\"\n");
        assertThat(doctor("rust: {}\ntargets: [linux-arm64]\nlinux: { container: debian:bookworm }\n"))
                .isZero();
        assertThat(
                        doctor(
                                "rust: {}\ntargets: [{ target: linux-arm64, build: native }]\nlinux: { container: debian:bookworm }\n"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("'linux-arm64' needs the linker 'mold'");
    }

    @Test
    void aWarningAloneIsNoReasonToStop() {
        assertThat(doctor("rust: { locked: false }\n")).isZero();
        assertThat(out.toString()).contains("[lock]", "\n0 errors, 1 warning\n");
    }

    private void releasesByHand(String step) {
        sample.file(".github/workflows/old.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - run: mkdir out && zip out/otto-extras.zip README.md
                      - run: %s
                      - run: gh release create $GITHUB_REF_NAME out/*
                """.formatted(step));
    }

    @Test
    void filesThatAnOlderWorkflowUploadsAreComparedByName() {
        releasesByHand("nfpm package -p archlinux -t out/");
        doctor("rust: {}\n");
        assertThat(out.toString())
                .contains(
                        ".github/workflows/old.yml:8:1: warning: this uploads files that the new release does not have: "
                                + "otto-extras.zip, *.pkg.tar.zst [lost-upload]")
                .contains("\n  files that other workflows upload\n");
    }

    @Test
    void filesOfOneOfManyPackagesAreCalledByTheOneInTheConfig() {
        sample.file("Cargo.toml", "[workspace]\nmembers = [\"fern\", \"moss\", \"weed\", \"kale\"]\n");
        Stream.of("fern", "moss", "weed", "kale")
                .forEach(
                        name -> sample.file(name + "/src/main.rs", "fn main() {}\n")
                                .file(
                                        name + "/Cargo.toml",
                                        "[package]\nname = \"" + name
                                                + "\"\nversion = \"1.2.3\"\n[package.metadata.deb]\nmaintainer = \"Me <me@example.org>\"\n"));
        sample.file(".github/workflows/old.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo deb
                      - run: gh release create $GITHUB_REF_NAME target/debian/*.deb
                """);
        doctor("rust: { package: weed }\n");
        assertThat(out.toString()).contains("weed_{version}-1_amd64.deb [lost-upload]");
    }

    @Test
    void filesOfAWorkflowAtOtherTagsAreNotCompared() {
        releasesByHand("zip out/otto-more.zip LICENSE");
        sample.file(".github/workflows/weed.yml", """
                on: { push: { tags: ['weed-v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - run: zip weed.zip README.md
                      - run: gh release create $GITHUB_REF_NAME weed.zip
                """);
        doctor("rust: {}\n");
        assertThat(out.toString()).contains("otto-extras.zip, otto-more.zip").doesNotContain("weed.zip");
    }

    @Test
    void anUploadThatMayHaveMoreFilesIsNotCheckedCompletely() {
        releasesByHand("ninja extras");
        doctor("rust: {}\nrelease: { files: README.md => otto-extras.zip }\n");
        assertThat(out.toString())
                .contains(
                        "files that other workflows upload: 'out/*' may upload more files than are listed here: which ones "
                                + "come from 'ninja extras' (.github/workflows/old.yml:7) is known only during a run")
                .contains("'slipway doctor --against' compares with the files of the last release");
    }

    @Test
    void aProofThatAnotherWorkflowUploadsHasTheLineOfItsJob() {
        sample.file(".github/workflows/old.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - run: mkdir out && zip out/otto-$RANDOM.zip README.md
                      - run: gh release create $GITHUB_REF_NAME out/*
                  proof:
                    uses: slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@v2.1.0
                    with: { upload-assets: true, provenance-name: otto.jsonl }
                """);
        doctor("rust: {}\n");
        assertThat(out.toString())
                .contains(
                        ".github/workflows/old.yml:8:1: warning: this uploads files that the new release does not have: "
                                + "otto.jsonl [lost-upload]")
                .contains("the full name of 'otto-….zip' (.github/workflows/old.yml:7 jobs.ship)");
    }

    @Test
    void theFilesOfTheLastReleaseAreBetterThanThoseOfAWorkflow() {
        releasesByHand("ninja extras");
        sample.file("old.txt", "otto-v1.0.0.zip\n");
        doctor("rust: {}\n", "--against", "old.txt", "--against-tag", "v1.0.0");
        assertThat(out.toString()).contains("[lost-name]").doesNotContain("[lost-upload]", "other workflows upload");
    }

    private void needsOpenSsl() {
        sample.file("Cargo.toml", "[package]\nname = \"otto\"\n[dependencies]\nnative-tls = \"0.2\"\n")
                .file("Cargo.lock", """
                        [[package]]
                        name = "otto"
                        dependencies = ["native-tls"]
                        [[package]]
                        name = "native-tls"
                        dependencies = ["openssl-sys"]
                        [[package]]
                        name = "openssl-sys"
                        """);
    }

    @Test
    void openSslCannotBeCrossCompiled() {
        needsOpenSsl();
        assertThat(doctor("rust: {}\ntargets: [linux-amd64, linux-arm64]\n")).isEqualTo(1);
        assertThat(out.toString()).contains("which does not cross-compile for 'linux-arm64'");
    }

    @Test
    void crossHasTheOpenSslThatItsImageInstalls() {
        needsOpenSsl();
        sample.file(
                "Cross.toml",
                "[target.aarch64-unknown-linux-gnu]\npre-build = [\"apt-get install -y libssl-dev:arm64\"]\n");
        String targets = "rust: {}\ntargets: [linux-amd64, { target: linux-arm64, build: cross }";
        assertThat(doctor(targets + "]\n")).isZero();
        assertThat(out.toString())
                .contains("need the OpenSSL of the machine they run on")
                .doesNotContain("the configuration of Cargo");
        out.getBuffer().setLength(0);
        assertThat(doctor(targets + ", { target: armv7-unknown-linux-gnueabihf, build: cross }]\n"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("cross-compile for 'armv7-unknown-linux-gnueabihf'");
    }

    @Test
    void aMachineOfTheSameArchitectureDoesNotCrossCompile() {
        needsOpenSsl();
        assertThat(doctor("rust: {}\ntargets: linux-arm64\nlinux: { runner: ubuntu-24.04-arm }\n"))
                .isZero();
        assertThat(out.toString()).contains("need the OpenSSL of the machine they run on");
    }

    @Test
    void aBaseOlderThanTheBuildIsAnError() {
        assertThat(doctor("rust: {}\nlinux: { container: debian:trixie }\ndocker: { base: debian:bookworm-slim }\n"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'debian:bookworm-slim' has glibc 2.36, and 'linux-amd64' is linked");
    }

    @Test
    void anOldSlipwaySaysSo() {
        assertThat(doctor("rust: {}\n", "--date", "2027-09-01")).isZero();
        assertThat(out.toString())
                .containsPattern("warning: Slipway's data on .* is \\d+ days old, from 20[\\d-]+: .* \\[facts\\]")
                .contains("help: install a newer Slipway, and run 'slipway generate'");
    }

    @Test
    void quietlyItDoesNotCount() {
        assertThat(doctor("rust: {}\n", "--quiet")).isZero();
        assertThat(out.toString()).doesNotContain("no problem was found");
    }

    @Test
    void aConfigThatIsWrongIsExplained() {
        assertThat(doctor("rust: { lockd: true }\n")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("slipway.yml:2:9: error: unknown key 'lockd'");
    }

    @Test
    void programsGetAnObjectWhereNothingCouldBeExamined() {
        assertThat(doctor("rust: { lockd: true }\n", "--format", "json")).isEqualTo(2);
        assertThat(out.toString()).contains("\"errors\": 1", "\"rule\": \"config\"", "\"line\": 2", "\"column\": 9");
        assertThat(err.toString()).isEmpty();

        out.getBuffer().setLength(0);
        assertThat(examine("--format", "json", "--config", "nowhere.yml")).isEqualTo(2);
        assertThat(out.toString()).startsWith("{\n").contains("\"clean\": false", "\"error\": \"no config '");
    }

    @Test
    void theSettingsAreNewsBeforeTheFirstReleaseOnly() {
        assertThat(doctor("rust: {}\n")).isZero();
        assertThat(out.toString()).contains("\n\nGitHub settings to check by hand:\n");

        sample.git("tag", "v0.1.0");
        out.getBuffer().setLength(0);
        assertThat(examine()).isZero();
        assertThat(out.toString())
                .doesNotContain("GitHub settings to check by hand")
                .contains("'slipway --verbose doctor' lists the GitHub settings");

        out.getBuffer().setLength(0);
        assertThat(examine("--verbose")).isZero();
        assertThat(out.toString()).contains("GitHub settings to check by hand");
    }

    @Test
    void generatedFilesThatAreNotCurrentAreNamed() throws IOException {
        doctor("rust: {}\n");
        sample.file(".github/workflows/ci.yml", "on: push\njobs: {}\n");
        Files.delete(directory.resolve(".github/workflows/release-and-publish.yml"));
        out.getBuffer().setLength(0);
        assertThat(examine()).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "error: a generated file is missing: '.github/workflows/release-and-publish.yml' [missing]",
                        ".github/workflows/ci.yml:1:1: warning: edited by hand [edited]");
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        assertThat(doctor("rust: {}\n", "--date", "tomorrow")).isEqualTo(2);
        assertThat(err.toString()).contains("'tomorrow' is not a date");
    }

    @Test
    void itSaysWhatItLookedAtAndWhatItCouldNot() {
        assertThat(doctor("rust: {}\ndocker: { base: registry.example/own }\nlinux: { runner: my-machine }\n"))
                .isZero();
        assertThat(out.toString().replace(System.lineSeparator(), "\n"))
                .contains(
                        "checked:\n  whether the files of the repository can be read\n  other workflows that "
                                + "release\n  packages and programs in Cargo.toml\n"
                                + "  'locked' and the committed Cargo.lock\n  OpenSSL in Linux builds\n",
                        "\nnot checked, or only in part:\n  'tag' and the newest release tag: git has no release tags\n"
                                + "  the C libraries of the image and of the build: the C library of the base image "
                                + "is unknown\n"
                                + "  runner labels: no data on my-machine\n")
                .doesNotContain("CHANGELOG.md", "crates.io");
    }

    @Test
    void withoutALockFileItSaysHowFarItSaw() {
        sample.git("rm", "-q", "Cargo.lock");
        assertThat(doctor("rust: { locked: false }\npackages: { crates: trusted }\n", "--format", "json"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "{\n      \"what\": \"packages for crates.io and their dependencies in the workspace\"\n    }",
                        "\"why\": \"Cargo.lock is missing, so only direct dependencies were checked\"");
    }
}
