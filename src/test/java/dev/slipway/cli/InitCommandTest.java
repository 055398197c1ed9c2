package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InitCommandTest extends InitRun {
    @Test
    void aFreshCrateGetsAConfigAndItsFiles() throws IOException {
        crate().committed().origin("git@github.com:me/hello.git");

        assertThat(init()).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(settings(config())).isEqualTo("""
                        name: hello
                        repository: me/hello
                        license: MIT OR Apache-2.0
                        rust: { toolchain: stable }
                        targets: [linux-amd64, linux-arm64, macos-amd64, macos-arm64, windows-amd64]
                        linux: { container: debian:bookworm }
                        docker: { base: debian:bookworm-slim }
                        ci: { branches: [main] }
                        """);
        assertThat(out.toString())
                .contains(
                        "  repository    me/hello",
                        "from git remote origin",
                        "from Cargo.toml:4 [package] license",
                        "no version found, so it is 'stable'",
                        "commit Cargo.lock before the first release",
                        "wrote .github/workflows/release-and-publish.yml",
                        "wrote Dockerfile")
                .contains("commit it with the files above and .slipway;")
                .endsWith("then run 'slipway doctor'" + System.lineSeparator());
        assertThat(run("check")).isZero();
    }

    @Test
    void whatGitIgnoresIsNotCommittedByItself() throws IOException {
        crate().committed().origin("https://github.com/me/hello");
        Files.writeString(directory.resolve(".gitignore"), ".*\n!.github\n");

        assertThat(init()).isZero();
        assertThat(out.toString()).contains("git ignores some of them: 'git add --force .slipway' adds these;");
    }

    @Test
    void aDryRunPrintsTheConfigAloneAndWritesNothing() throws IOException {
        crate().committed().origin("https://github.com/me/hello");

        assertThat(init("--dry-run")).isZero();
        assertThat(out.toString())
                .startsWith("# yaml-language-server: $schema=https://")
                .contains("\nslipway: 0.1\nname: hello\n")
                .endsWith("ci: { branches: [main] }\n");
        assertThat(err.toString()).contains("found in the repository:", "decisions left to you:");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".git", ".gitignore", "Cargo.toml", "src");
        }
    }

    @Test
    void quietlyItPrintsResultsOnly() {
        crate().committed().origin("https://github.com/me/hello");
        assertThat(init("--dry-run", "--quiet")).isZero();
        assertThat(out.toString()).startsWith("# yaml-language-server");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aConfigThatIsThereStays() throws IOException {
        crate().file("slipway.yml", "mine\n").committed().origin("https://github.com/me/hello");

        assertThat(init()).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("slipway.yml' already exists; nothing was written", "slipway generate");
        assertThat(config()).isEqualTo("mine\n");
        assertThat(directory.resolve("Dockerfile")).doesNotExist();
    }

    @Test
    void anExistingReleaseIsTakenOver() {
        crate().file("Cargo.toml", "[package]\nname = \"hello\"\nbuild = \"build.rs\"\n")
                .file(".gitignore", "Cargo.lock\n")
                .file("build.rs", "Command::new(\"git\").args([\"describe\"])")
                .file("Dockerfile", "FROM debian:trixie-slim\n")
                .file(".github/workflows/ship.yml", """
                        on: { push: { tags: ['v*'] } }
                        env: { RUST_VERSION: 1.90.0 }
                        jobs:
                          unix:
                            runs-on: ${{ matrix.on }}
                            container: ${{ matrix.in }}
                            strategy:
                              matrix:
                                include:
                                  - { t: x86_64-unknown-linux-gnu, name: linux-x86_64, on: ubuntu-22.04, in: 'debian:bullseye' }
                                  - { t: aarch64-apple-darwin, name: macos-arm64, on: macos-14 }
                                  - { t: x86_64-pc-windows-msvc, name: windows-x64, on: windows-2019 }
                            steps:
                              - run: apt-get install -y libdbus-1-dev
                              - run: cargo build --target ${{ matrix.t }}
                              - run: tar czf hi-${{ github.ref_name }}-${{ matrix.name }}.tar.gz hello
                              - uses: softprops/action-gh-release@v2
                          image:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: docker/metadata-action@v5
                                with: { images: 'ghcr.io/me/hello-image' }
                              - run: gh release upload x
                        """)
                .file(".github/workflows/test.yml", """
                        on: { push: { branches: [trunk] }, pull_request: {} }
                        jobs:
                          test:
                            strategy: { matrix: { os: [ubuntu-latest, macos-14] } }
                            runs-on: ${{ matrix.os }}
                            steps: [{ run: cargo test }]
                        """)
                .committed()
                .origin("https://github.com/me/hello");

        assertThat(init("--dry-run")).isZero();
        assertThat(settings(out.toString())).isEqualTo("""
                        name: hi
                        repository: me/hello
                        rust: { toolchain: 1.90.0, bins: [hello], locked: false, history: true }
                        targets: [linux-x86_64, macos-arm64, { target: x86_64-pc-windows-msvc, as: windows-x64 }]
                        linux: { runner: ubuntu-24.04, container: debian:bullseye, packages: [libdbus-1-dev] }
                        macos: { runner: macos-15 }
                        windows: { runner: windows-2022 }
                        archive: { format: tar.gz }
                        docker:
                          image: ghcr.io/me/hello-image
                          tags: ["{tag}", latest]
                          base: debian:trixie-slim
                          file: Dockerfile.release
                        ci: { branches: [trunk], os: [ubuntu-latest, macos-15] }
                        """);
        assertThat(err.toString())
                .contains("softprops/action-gh-release", "macos-14 was retired on 2026-11-02", "x86_64-pc-windows-msvc")
                .contains("'.github/workflows/ship.yml' also releases", "'.github/workflows/test.yml' also runs tests");
    }

    @Test
    void ofSeveralPackagesAllAreReleasedUnlessOneIsAskedFor() {
        new SampleRepository(directory)
                .file("Cargo.toml", "[workspace]\nmembers = [\"a\", \"b\"]\n")
                .file("a/Cargo.toml", "[package]\nname = \"alpha\"\n")
                .file("a/src/main.rs", "fn main() {}")
                .file("b/Cargo.toml", "[package]\nname = \"beta\"\n")
                .file("b/src/main.rs", "fn main() {}")
                .committed()
                .origin("https://github.com/me/tool");

        assertThat(init("--dry-run")).isZero();
        assertThat(out.toString()).contains("rust: { toolchain: stable, bins: [alpha, beta] }");
        assertThat(err.toString())
                .contains(
                        "found no main package, so all are released together",
                        "to check: select one with 'slipway init --package': alpha (alpha), beta (beta)");

        out.getBuffer().setLength(0);
        assertThat(init("--dry-run", "--package", "beta")).isZero();
        assertThat(out.toString()).contains("rust: { toolchain: stable, package: beta, bins: [beta] }");
    }

    @Test
    void amongManyPackagesSomebodyHasToChoose() {
        SampleRepository many = new SampleRepository(directory).file("Cargo.toml", "[workspace]\nmembers = [\"*\"]\n");
        for (String name : List.of("one", "two", "three", "four")) {
            many.file(name + "/Cargo.toml", "[package]\nname = \"" + name + "\"\n")
                    .file(name + "/src/main.rs", "");
        }
        many.committed().origin("https://github.com/me/tool");

        assertThat(init()).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "error: several packages of the workspace have programs",
                        "  select one with 'slipway init --package': four (four), one (one), three (three), two (two)");
        assertThat(directory.resolve("slipway.yml")).doesNotExist();
    }

    @Test
    void aPackageThatIsNotThereIsSuggested() {
        crate().committed().origin("https://github.com/me/hello");
        assertThat(init("--package", "helo")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("error: the workspace has no package 'helo'", "  did you mean 'hello'?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aLibraryHasNothingToRelease() {
        new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"lib\"\n")
                .file("src/lib.rs", "")
                .committed()
                .origin("https://github.com/me/lib");
        assertThat(init()).isEqualTo(2);
        assertThat(err.toString()).startsWith("error: cargo builds no program that could be released");
        assertThat(directory.resolve("slipway.yml")).doesNotExist();
    }

    @Test
    void withoutARepositoryOnGitHubNothingCanBeProposed() {
        crate().committed();
        assertThat(init()).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("error: the GitHub repository is unknown: the git remote 'origin' is missing")
                .contains("git remote add origin");
        assertThat(directory.resolve("slipway.yml")).doesNotExist();
    }

    @Test
    void aFolderThatIsNoRepositoryBecomesOneFirst() {
        crate();
        assertThat(init()).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "this is not a git repository\n  run 'git init' if there is no repository, then run 'git remote add");
    }

    @Test
    void aDirectoryWithoutAProjectSaysWhatIsMissing() {
        new SampleRepository(directory).committed().origin("https://github.com/me/nothing");
        assertThat(init()).isEqualTo(2);
        assertThat(err.toString()).startsWith("error: found no known build: no Cargo.toml");
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        directory = directory.resolve("gone");
        assertThat(init()).isEqualTo(2);
        assertThat(err.toString()).startsWith("error: no such directory: '");
    }

    @Test
    void whatAConfigCannotSayIsLeftOutAndSaid() {
        crate().file("Cargo.toml", "[package]\nname = \"hello\"\ndescription = 'says \"hello\"'\n")
                .committed()
                .origin("https://github.com/me/hello");
        assertThat(init("--dry-run")).isZero();
        assertThat(out.toString()).doesNotContain("description:");
        assertThat(err.toString()).contains("not covered by the config:", "description");
    }

    @Test
    void aWorkflowThatIsNamedIsTakenOverAndItsOtherStepsAreListed() {
        crate().file(
                        ".github/workflows/nightly.yml",
                        "on: { push: { tags: ['n*'] } }\njobs: { a: { steps: [{ run: gh release create x }] } }\n")
                .file(".github/workflows/ship.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v4
                              - run: cargo build --release --target x86_64-unknown-linux-musl
                              - name: Sign
                                run: minisign -S hello
                              - run: tar czf hello_x86_64-unknown-linux-musl.tar.gz hello
                              - run: gh release create "$GITHUB_REF_NAME" *.tar.gz
                              - { if: failure(), uses: acme/complain@v1 }
                          early:
                            if: github.event_name == 'schedule'
                            runs-on: ubuntu-latest
                            steps: [{ run: "true" }]
                          docs:
                            runs-on: ubuntu-latest
                            steps: [{ run: cargo doc }, { uses: peaceiris/actions-gh-pages@v4 }]
                        """)
                .committed()
                .origin("https://github.com/me/hello");

        assertThat(init("--dry-run", "--from-workflow", ".github/workflows/ship.yml"))
                .isZero();
        assertThat(out.toString())
                .contains("targets: [x86_64-unknown-linux-musl]", "archive: { name: \"{name}_{platform}\" }");
        assertThat(err.toString().lines().map(line -> line.strip().replaceAll(" {2,}", "  ")))
                .contains(
                        "step  'Sign'  a signature; use 'attest' to prove the origin of files, and 'sign' to sign the "
                                + "image",
                        "from .github/workflows/ship.yml:8 jobs.build",
                        "step  'acme/complain@v1'  an action; move it to 'jobs'; from .github/workflows/ship.yml:12 "
                                + "jobs.build",
                        "step  'job early'  does not run in a release; keep it in a separate workflow",
                        "from .github/workflows/ship.yml:13",
                        "step  'job docs'  a check; 'ci' runs checks; from .github/workflows/ship.yml:17")
                .doesNotContain("nightly.yml");
        assertThat(directory.resolve("slipway.yml")).doesNotExist();

        assertThat(init("--from-workflow", "gone.yml")).isEqualTo(2);
        assertThat(err.toString()).contains("no such file or directory: 'gone.yml'");
    }

    @Test
    void whatOfAWorkflowWasNotLookedAtIsSaidAndNothingIsClaimedOfIt() {
        crate().file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            step: [{ run: cargo build }]
                            steps: [{ run: 'gh release create "$GITHUB_REF_NAME"' }]
                          image:
                            uses: acme/shared/.github/workflows/image.yml@v1
                        """).committed().origin("https://github.com/me/hello");

        assertThat(init("--dry-run")).isZero();
        assertThat(err.toString())
                .startsWith(".github/workflows/release.yml:5:5: note: this part could not be read: unknown key 'step'")
                .contains(".github/workflows/release.yml:7:3: note: job 'image' was not analyzed: only GitHub has the"
                        + " workflow 'acme/shared/.github/workflows/image.yml@v1'")
                .contains("found no image in the parts of the release that could be read")
                .contains("the usual targets; those of this project could not be read");
    }

    @Test
    void aForkGetsWhatTheRepositoryReleasesThatItIsFrom() {
        crate().file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          build:
                            if: github.repository == 'you/hello'
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo build --release --target x86_64-unknown-linux-musl
                              - run: tar czf hello-x86_64-unknown-linux-musl.tar.gz hello
                              - run: gh release create "$GITHUB_REF_NAME" *.tar.gz
                        """).committed().origin("https://github.com/me/hello");

        assertThat(init("--dry-run")).isZero();
        assertThat(out.toString()).contains("repository: me/hello", "targets: [x86_64-unknown-linux-musl]");
    }

    @Test
    void theEventThatReleasesIsTheOneOfTheConfig() {
        crate().file(".github/workflows/release.yml", """
                        on: [push, pull_request, release]
                        jobs:
                          test: { runs-on: ubuntu-latest, steps: [{ run: cargo test }] }
                          build:
                            if: github.event_name == 'release'
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo build --release --target x86_64-unknown-linux-musl
                              - run: gh release upload "$GITHUB_REF_NAME" hello-x86_64-unknown-linux-musl.tar.gz
                        """).committed().origin("https://github.com/me/hello");

        assertThat(init("--dry-run")).isZero();
        assertThat(out.toString()).contains("targets: [x86_64-unknown-linux-musl]", "release: { trigger: published }");
    }
}
