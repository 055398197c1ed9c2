package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What init makes of the config of dist. */
class DistTakeOverTest extends DistTakeOver {
    @Test
    void theWorkflowOfDistUploadsWhatItsConfigNames() throws NoProposal {
        config(dist("targets = [\"x86_64-unknown-linux-musl\"]\n").file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  host:
                    runs-on: ubuntu-22.04
                    steps:
                      - id: host
                        run: dist host --steps=upload --output-format=json > dist-manifest.json
                      - uses: actions/download-artifact@v4
                        with: { pattern: artifacts-*, path: artifacts, merge-multiple: true }
                      - run: gh release create "$GITHUB_REF_NAME" artifacts/*
                """));
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.kind() != Remark.Kind.TAKEN)
                .extracting(Remark::why)
                .noneMatch(why -> why.contains("only a run") || why.contains("only during a run"));
    }

    @Test
    void filesThatDistAddsAreFilesOfTheReleaseOfToday() {
        assertThat(
                        dist("targets = [\"x86_64-unknown-linux-gnu\"]\ninstallers = [\"shell\", \"npm\"]\ninstall-updater = true\n")
                                .file(".github/workflows/release.yml", """
                                on: { push: { tags: ['**[0-9]+.[0-9]+.[0-9]+*'] } }
                                jobs:
                                  host:
                                    runs-on: ubuntu-latest
                                    steps:
                                      - run: dist host --steps=upload --steps=release
                                      - run: gh release create "$GITHUB_REF_NAME" artifacts/*
                                """)
                                .committed()
                                .origin("https://github.com/me/sea")
                                .read()
                                .release()
                                .released())
                .extracting(file -> file.value().name())
                .contains(
                        "source.tar.gz",
                        "source.tar.gz.sha256",
                        "kelp-x86_64-unknown-linux-gnu-update",
                        "kelp-npm-package.tar.gz")
                .noneMatch(name -> name.contains("CARGO_HOME"));
    }

    @Test
    void aConfigThatNoReleaseReadsAnyMoreSaysNothing() throws NoProposal {
        String config = config(dist("targets = [\"x86_64-unknown-linux-musl\"]\ninstall-updater = true\n")
                .file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target x86_64-unknown-linux-gnu
                      - run: mkdir -p target/distrib && tar czf target/distrib/kelp-linux.tar.gz -C target/x86_64-unknown-linux-gnu/release kelp
                      - run: gh release create "$GITHUB_REF_NAME" target/distrib/*
                """));
        assertThat(config).contains("x86_64-unknown-linux-gnu").doesNotContain("musl", "profile", "checksums");
        assertThat(lines(Remark.Kind.LEFT)).doesNotContain("dist-manifest.json", "source.tar.gz", "-update");
        assertThat(lines(Remark.Kind.OPEN)).contains("'dist-workspace.toml' configures dist");
    }

    @Test
    void jobsAddedToTheWorkflowOfDistPublishToo() throws NoProposal {
        String config = config(dist("targets = [\"x86_64-pc-windows-msvc\"]\nallow-dirty = [\"ci\"]\n"
                        + "installers = [\"npm\"]\npublish-jobs = [\"npm\", \"./announce-it\"]\n")
                .file(".github/workflows/announce-it.yml", """
                on: { workflow_call: {} }
                jobs:
                  tell:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo publish -p other
                """)
                .file(".github/workflows/release.yml", """
                on: { pull_request: {}, push: { tags: ['**[0-9]+.[0-9]+.[0-9]+*'] } }
                jobs:
                  plan:
                    runs-on: ubuntu-latest
                    outputs: { publishing: '${{ !github.event.pull_request }}' }
                    steps:
                      - run: dist host --steps=create
                  build-local-artifacts:
                    needs: plan
                    if: needs.plan.outputs.publishing == 'true'
                    runs-on: windows-latest
                    steps:
                      - name: Send for signing
                        uses: signpath/github-action-submit-signing-request@v2
                        with: { api-token: '${{ secrets.SIGNPATH }}' }
                      - run: |
                          # the certificate is one for a test
                          sha256sum -b kelp.zip > kelp.zip.sha256
                  host:
                    needs: [plan, build-local-artifacts]
                    if: always() && needs.build-local-artifacts.result == 'success'
                    runs-on: ubuntu-latest
                    steps:
                      - run: dist host --steps=upload > dist-manifest.json
                      - run: mkdir artifacts && mv dist-manifest.json artifacts/
                      - run: gh release create "$GITHUB_REF_NAME" artifacts/*
                  publish-npm:
                    needs: host
                    runs-on: ubuntu-latest
                    steps:
                      - run: npm publish
                  publish-cargo:
                    needs: host
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo publish
                        env: { CARGO_REGISTRY_TOKEN: '${{ secrets.CRATES }}' }
                  publish-aur:
                    needs: host
                    runs-on: ubuntu-latest
                    steps:
                      - name: Tell Arch
                        uses: KSXGitHub/github-actions-deploy-aur@v4
                  custom-announce-it:
                    needs: host
                    uses: ./.github/workflows/announce-it.yml
                """));
        assertThat(config).contains("packages: { crates: token }");
        assertThat(lines(Remark.Kind.LEFT))
                .contains("step 'Tell Arch' an Arch Linux package")
                .contains("step 'Send for signing' signing")
                .contains("publish-jobs ./announce-it your own workflow")
                .containsOnlyOnce("dist-manifest.json")
                .doesNotContain("step 'npm publish'");
        assertThat(lines(Remark.Kind.OPEN))
                .contains("'.github/workflows/release.yml' also releases: remove it before the next release")
                .doesNotContain("decides what is published");
    }

    @Test
    void whatDistDoesUnaskedIsWritten() throws NoProposal {
        String config = config(dist("targets = [\"x86_64-unknown-linux-gnu\", \"x86_64-pc-windows-msvc\"]\n")
                .file("CHANGELOG.md", "# 1.2.3\n")
                .file("README.md", "kelp\n")
                .file(
                        "Cargo.toml",
                        "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\n[profile.dist]\ninherits = \"release\"\n"));

        assertThat(config)
                .as("the files, the profile, the C library of Windows and of Linux")
                .contains("include: [LICENSE, README.md, CHANGELOG.md]")
                .contains("rust: { toolchain: stable, profile: dist }")
                .contains("windows: { env: { RUSTFLAGS: \"-C target-feature=+crt-static\" } }")
                .contains("linux: { container: ubuntu:22.04 }");
        assertThat(lines(Remark.Kind.OPEN)).doesNotContain("linux.container");
    }

    @Test
    void theNameIsThatOfThePackage() throws NoProposal {
        assertThat(config(dist("targets = [\"x86_64-unknown-linux-gnu\"]\n")))
                .contains("name: kelp\nrepository: me/sea\n");
        assertThat(lines(Remark.Kind.TAKEN)).contains("name kelp from Cargo.toml:2 [package] name");
    }

    @Test
    void everythingThatHasAKeyIsInTheConfig() throws NoProposal {
        String config = config(dist("""
                targets = ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"]
                installers = ["shell", "powershell", "homebrew"]
                tap = "me/homebrew-sea"
                publish-jobs = ["homebrew"]
                unix-archive = ".tar.gz"
                include = ["./doc/kelp.1"]
                auto-includes = false
                features = ["tls"]
                default-features = false
                msvc-crt-static = false
                github-attestations = true
                dispatch-releases = true
                checksum = "sha512"
                cargo-cyclonedx = true
                [dist.dependencies.apt]
                libssl-dev = '*'
                pkg-config = { version = '*', stage = ["build"] }
                [dist.dependencies.homebrew]
                cmake = '*'
                [dist.github-custom-runners]
                x86_64-unknown-linux-gnu = "reef-linux-8"
                aarch64-apple-darwin = "macos-14"
                """).file("doc/kelp.1", ".TH kelp\n"));

        assertThat(config)
                .contains("features: [tls], default-features: false")
                .contains("linux: { runner: reef-linux-8, packages: [libssl-dev, pkg-config] }")
                .contains("macos: { runner: macos-15, packages: [cmake] }")
                .contains("layout: { linux: dir, macos: dir, windows: flat }\n  include: [doc/kelp.1]\n")
                .contains("checksums: both\nchecksum-file: \"{hash}.sum\"\nhashes: [sha256, sha512]\n")
                .contains("release: { trigger: dispatch }\n")
                .contains("attest: true\nsbom: cyclonedx\n")
                .contains("packages: { installers: [shell, powershell], homebrew: me/homebrew-sea }\n")
                .doesNotContain("\nwindows:");
    }

    @Test
    void whatTheReleaseLosesIsListedByName() throws NoProposal {
        config(dist("""
                targets = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"]
                installers = ["npm", "msi", "homebrew"]
                install-updater = true
                [[dist.extra-artifacts]]
                artifacts = ["target/kelp-schema.json"]
                build = ["make"]
                """));

        assertThat(lines(Remark.Kind.LEFT))
                .doesNotContain("sha256.sum")
                .contains("dist source-tarball source.tar.gz GitHub offers the sources of each tag; from ")
                .contains("dist source-tarball source.tar.gz.sha256 ")
                .contains("dist dist-manifest.json ")
                .contains(
                        "dist installers kelp-npm-package.tar.gz Slipway builds no npm packages; from dist-workspace.toml:6")
                .contains("dist installers kelp-x86_64-pc-windows-msvc.msi ")
                .contains("dist installers kelp-x86_64-pc-windows-msvc.msi.sha256 ")
                .contains("dist installers kelp.rb ")
                .contains("dist install-updater kelp-x86_64-unknown-linux-gnu-update ")
                .contains("dist extra-artifacts kelp-schema.json ");
    }

    @Test
    void anEmptyListLosesNothing() throws NoProposal {
        config(dist("targets = [\"x86_64-unknown-linux-gnu\"]\nallow-dirty = []\npublish-jobs = []\n"));
        assertThat(lines(Remark.Kind.LEFT)).doesNotContain("allow-dirty").doesNotContain("publish-jobs");
    }

    @Test
    void everyKeyIsCarriedOverOrSaidWithItsLine() throws NoProposal {
        List<String> keys = List.of(
                "cargo-dist-version = \"0.31.0\"",
                "ci = \"github\"",
                "dist = true",
                "allow-dirty = [\"ci\"]",
                "targets = [\"x86_64-unknown-linux-gnu\", \"x86_64-pc-windows-msvc\"]",
                "version = \"1.2.3\"",
                "checksum = \"sha3-256\"",
                "source-tarball = true",
                "ssldotcom-windows-sign = \"prod\"",
                "macos-sign = true",
                "include = [\"LICENSE\"]",
                "package-libraries = [\"cdylib\"]",
                "install-libraries = [\"cdylib\"]",
                "unix-archive = \".tar.zst\"",
                "features = [\"tls\"]",
                "precise-builds = true",
                "rust-toolchain-version = \"1.90.0\"",
                "cargo-auditable = true",
                "cargo-cyclonedx = true",
                "omnibor = true",
                "installers = [\"shell\", \"npm\"]",
                "install-success-msg = \"ahoy\"",
                "install-path = \"~/.kelp\"",
                "install-updater = true",
                "npm-scope = \"@sea\"",
                "npm-package = \"kelp\"",
                "npm-shrinkwrap = false",
                "formula = \"seaweed\"",
                "publish-prereleases = true",
                "hosting = [\"simple\", \"github\"]",
                "simple-download-url = \"https://example.org/{tag}\"",
                "display = false",
                "display-name = \"Kelp\"",
                "force-latest = true",
                "github-attestations = true",
                "github-attestations-phase = \"host\"",
                "github-attestations-filters = [\"*.json\"]",
                "github-release = \"announce\"",
                "github-releases-repo = \"me/public\"",
                "github-releases-submodule-path = \"public\"",
                "create-release = false",
                "build-local-artifacts = false",
                "cache-builds = true",
                "dispatch-releases = true",
                "fail-fast = true",
                "pr-run-mode = \"upload\"",
                "tag-namespace = \"kelp\"",
                "merge-tasks = true",
                "release-branch = \"main\"",
                "github-build-setup = \"setup.yml\"",
                "plan-jobs = [\"./a\"]",
                "local-artifacts-jobs = [\"./b\"]",
                "global-artifacts-jobs = [\"./c\"]",
                "host-jobs = [\"./d\"]",
                "publish-jobs = [\"./e\", \"npm\"]",
                "post-announce-jobs = [\"./f\"]",
                "some-future-key = 1",
                "min-glibc-version = { \"*\" = \"2.17\" }",
                "bin-aliases = { kelp = [\"weed\"] }",
                "binaries = { x86_64-pc-windows-msvc = [\"kelp\"] }",
                "github-custom-job-permissions = { e = { packages = \"write\" } }",
                "github-action-commits = { \"actions/checkout\" = \"v7\" }",
                "github-custom-runners = { global = \"reef\", x86_64-unknown-linux-gnu = \"reef-8\" }",
                "dependencies = { apt = { cmake = \"3.28\" } }",
                "extra-artifacts = [{ artifacts = [\"a.json\"], build = [\"make\"] }]");

        config(dist(String.join("\n", keys) + "\n"));

        String said =
                proposal.remarks().stream().map(remark -> remark.why() + "\n").collect(Collectors.joining());
        assertThat(IntStream.range(0, keys.size())
                        .filter(i -> !SILENT.contains(keys.get(i).replaceFirst(" .*", "")))
                        .filter(i -> !said.contains("dist-workspace.toml:" + (i + 5) + " "))
                        .mapToObj(keys::get))
                .as("keys of which nothing is said")
                .isEmpty();
        assertThat(lines(Remark.Kind.LEFT))
                .contains("dist some-future-key 1 unknown key of dist; from dist-workspace.toml:61");
    }

    @Test
    void aPackageSaysMoreThanTheWorkspace() throws NoProposal {
        String config = config(new SampleRepository(directory)
                .file(
                        "Cargo.toml",
                        "[workspace]\nmembers = [\"crates/*\"]\n[workspace.metadata.dist]\ndist = false\n"
                                + "targets = [\"x86_64-unknown-linux-musl\"]\nunix-archive = \".tar.gz\"\n")
                .file("Cargo.lock", "version = 4\n")
                .file("crates/core/Cargo.toml", "[package]\nname = \"core\"\nversion = \"1.2.3\"\n")
                .file("crates/core/src/main.rs", "fn main() {}\n")
                .file(
                        "crates/cli/Cargo.toml",
                        "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\npublish = false\n"
                                + "readme = \"../../docs/kelp.md\"\n[package.metadata.dist]\ndist = true\nfeatures = [\"cli\"]\n")
                .file("crates/cli/src/main.rs", "fn main() {}\n")
                .file("docs/kelp.md", "# Kelp\n")
                .file("README.md", "# Two crates\n"));

        assertThat(config)
                .contains("name: kelp\n")
                .contains("package: kelp, features: [cli]")
                .contains("targets: [x86_64-unknown-linux-musl]\n")
                .contains("layout: dir, include: [docs/kelp.md] }");
        assertThat(lines(Remark.Kind.TAKEN)).contains("rust.features cli from crates/cli/Cargo.toml:8 features");
    }

    @Test
    void otherPackagesOfTheSameTagAreLosses() throws NoProposal {
        config(new SampleRepository(directory)
                .file("Cargo.toml", "[workspace]\nmembers = [\"*\"]\n")
                .file(
                        "dist-workspace.toml",
                        "[dist]\ntargets = [\"x86_64-unknown-linux-gnu\", \"aarch64-apple-darwin\"]\n"
                                + "installers = [\"homebrew\", \"pkg\"]\nomnibor = true\n")
                .file("Cargo.lock", "version = 4\n")
                .file("sea/Cargo.toml", "[package]\nname = \"sea\"\nversion = \"1.2.3\"\n")
                .file("sea/src/main.rs", "fn main() {}\n")
                .file("server/Cargo.toml", "[package]\nname = \"sea-server\"\nversion = \"1.2.3\"\n")
                .file("server/src/main.rs", "fn main() {}\n"));

        assertThat(lines(Remark.Kind.LEFT))
                .contains("dist packages sea-server-x86_64-unknown-linux-gnu.tar.xz "
                        + "'sea-server' needs its own config and its own tags; from dist-workspace.toml:2")
                .contains("dist packages sea-server-x86_64-unknown-linux-gnu.tar.xz.sha256 ")
                .contains("dist packages sea-server.rb ")
                .contains("dist packages sea-server-aarch64-apple-darwin.pkg.sha256 ")
                .contains("dist installers sea-aarch64-apple-darwin.pkg.omnibor ")
                .contains("dist omnibor sea-x86_64-unknown-linux-gnu.tar.xz.omnibor ")
                .contains("dist source-tarball source.tar.gz.omnibor ");
    }

    @Test
    void aFileThatIsNoTomlIsNoReasonToStop() throws NoProposal {
        assertThat(config(crate().file("dist-workspace.toml", "[dist\ntargets = [[[[")))
                .contains("targets: [linux-amd64, linux-arm64, macos-amd64, macos-arm64, windows-amd64]\n");
    }
}
