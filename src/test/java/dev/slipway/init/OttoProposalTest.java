package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.detect.SampleRepository;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What init makes of a repository of Otto's shape, beside the config that was written for it by hand. */
class OttoProposalTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @TempDir
    Path directory;

    private SampleRepository otto() {
        return new SampleRepository(directory)
                .file("Cargo.toml", """
                        [package]
                        name = "otto"
                        version = "1.2.3"
                        edition = "2024"
                        build = "build.rs"

                        [dependencies]
                        reqwest = { version = "0.12", default-features = false, features = ["rustls-tls"] }
                        """)
                .file("build.rs", """
                        use std::process::Command;
                        fn main() {
                            let told = Command::new("git").args(["describe", "--tags", "--always"]).output().unwrap();
                            println!("cargo:rustc-env=GIT_DESCRIBE={}", String::from_utf8_lossy(&told.stdout));
                        }
                        """)
                .file("src/main.rs", "fn main() {}\n")
                .file("README.md", "# Otto\n")
                .file(".gitignore", "target\nCargo.lock\n")
                .file("Dockerfile", """
                        FROM debian:bookworm-slim
                        ARG TARGETARCH
                        COPY --from=binaries ${TARGETARCH}/otto /usr/local/bin/otto
                        RUN useradd --create-home otto
                        USER otto
                        ENTRYPOINT ["otto"]
                        """)
                .file(".github/workflows/ci.yml", """
                        name: CI
                        on:
                          push: { branches: [main, makefile] }
                          pull_request: { branches: [main] }
                        jobs:
                          test:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v4
                              - uses: dtolnay/rust-toolchain@1.94.0
                                with: { components: 'rustfmt, clippy' }
                              - run: cargo fmt --all --check
                              - run: cargo clippy --all-targets -- -D warnings
                              - run: cargo test --verbose
                          mac:
                            runs-on: macos-14
                            steps:
                              - uses: actions/checkout@v4
                              - uses: dtolnay/rust-toolchain@1.94.0
                              - run: cargo build
                        """)
                .file(".github/workflows/release-and-publish.yml", """
                        name: Release
                        on: { push: { tags: ['v*'] } }
                        permissions: { contents: write, packages: write }
                        jobs:
                          build-linux:
                            runs-on: ubuntu-latest
                            container: debian:bookworm
                            strategy:
                              matrix:
                                include:
                                  - { target: x86_64-unknown-linux-gnu, suffix: linux-amd64, arch: amd64 }
                                  - { target: aarch64-unknown-linux-gnu, suffix: linux-arm64, arch: arm64 }
                            steps:
                              - run: apt-get update && apt-get install -y curl git build-essential pkg-config libssl-dev
                              - if: matrix.arch == 'arm64'
                                run: apt-get install -y gcc-aarch64-linux-gnu libc6-dev-arm64-cross
                              - uses: actions/checkout@v4
                                with: { fetch-depth: 0 }
                              - uses: dtolnay/rust-toolchain@1.94.0
                                with: { targets: '${{ matrix.target }}' }
                              - run: cargo build --release --target ${{ matrix.target }}
                                env: { CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER: aarch64-linux-gnu-gcc }
                              - run: |
                                  cd target/${{ matrix.target }}/release
                                  tar czf otto-${{ github.ref_name }}-${{ matrix.suffix }}.tar.gz otto
                                  sha256sum otto-${{ github.ref_name }}-${{ matrix.suffix }}.tar.gz > otto-${{ github.ref_name }}-${{ matrix.suffix }}.tar.gz.sha256
                              - uses: actions/upload-artifact@v4
                                with: { name: 'otto-${{ matrix.suffix }}', path: 'target/${{ matrix.target }}/release/otto-*' }
                          build-macos:
                            runs-on: macos-14
                            strategy:
                              matrix:
                                include:
                                  - { target: x86_64-apple-darwin, suffix: macos-x86_64 }
                                  - { target: aarch64-apple-darwin, suffix: macos-arm64 }
                            steps:
                              - uses: actions/checkout@v4
                                with: { fetch-depth: 0 }
                              - uses: dtolnay/rust-toolchain@1.94.0
                                with: { targets: '${{ matrix.target }}' }
                              - run: cargo build --release --target ${{ matrix.target }}
                              - run: |
                                  cd target/${{ matrix.target }}/release
                                  tar czf otto-${{ github.ref_name }}-${{ matrix.suffix }}.tar.gz otto
                                  shasum -a 256 otto-${{ github.ref_name }}-${{ matrix.suffix }}.tar.gz > otto-${{ github.ref_name }}-${{ matrix.suffix }}.tar.gz.sha256
                              - uses: actions/upload-artifact@v4
                                with: { name: 'otto-${{ matrix.suffix }}', path: 'target/${{ matrix.target }}/release/otto-*' }
                          create-release:
                            needs: [build-linux, build-macos]
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/download-artifact@v4
                                with: { merge-multiple: true }
                              - uses: softprops/action-gh-release@v2
                                with:
                                  files: |
                                    otto-*.tar.gz
                                    otto-*.tar.gz.sha256
                          docker:
                            needs: build-linux
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v4
                              - uses: docker/setup-buildx-action@v3
                              - uses: docker/metadata-action@v5
                                id: meta
                                with:
                                  images: ghcr.io/otto-rs/otto
                                  tags: |
                                    type=semver,pattern={{version}}
                                    type=semver,pattern=v{{version}}
                                    type=semver,pattern={{major}}.{{minor}}
                                    type=semver,pattern={{major}},enable=${{ !startsWith(github.ref, 'refs/tags/v0.') }}
                                    type=sha
                              - uses: docker/build-push-action@v6
                                with:
                                  context: .
                                  platforms: linux/amd64,linux/arm64
                                  build-contexts: binaries=binaries
                                  push: true
                                  tags: ${{ steps.meta.outputs.tags }}
                        """);
    }

    private Proposal proposal() throws NoProposal {
        return Proposal.of(
                otto().committed()
                        .git("tag", "v1.2.3")
                        .origin("https://github.com/otto-rs/otto")
                        .read(),
                Optional.empty(),
                TODAY);
    }

    /** A label that GitHub has retired is replaced, both branches of CI are kept, and no page is asked for. */
    @Test
    void itDiffersFromTheConfigByHandInWhatIsListedHere() throws NoProposal {
        assertThat(differences(
                        Examples.read(Path.of("generated/otto/slipway.yml")),
                        proposal().config()))
                .containsExactly(
                        "ci.branches: [main] => [main, makefile]",
                        "ci.os: [ubuntu-latest, macos-14] => [ubuntu-latest, macos-15]",
                        "docker.cmd: nothing => []",
                        "docker.tags: nothing => [{version}, {tag}, {major}.{minor}, {major}, sha-{sha}, latest]",
                        "docs.release: docs/docker-release-setup.md => nothing",
                        "macos.runner: macos-14 => macos-15",
                        "retired-runners: macos-14 => nothing",
                        "rust.clippy-flags: nothing => [--all-targets]",
                        "slipway: nothing => 0.1");
    }

    /** The config by hand does not decide these either, so both have what is usual. */
    @Test
    void itSaysWhatSomebodyHasToDecide() throws NoProposal {
        assertThat(proposal().remarks())
                .filteredOn(remark -> remark.kind() != Remark.Kind.TAKEN)
                .extracting(remark -> remark.kind() + " " + remark.key() + ": " + remark.why())
                .containsExactly(
                        "OPEN license: found no SPDX license in a manifest; write an SPDX expression, such as 'license: MIT'",
                        "OPEN archive.layout: only the program was seen to be packed; archives also contain the license "
                                + "and the README of the repository unless you write 'bin'; from "
                                + ".github/workflows/release-and-publish.yml:5 jobs.build-linux");
    }

    /** Each key of two configs that has another value here than there. */
    private static List<String> differences(String one, String other) {
        Map<String, String> before = values(one);
        Map<String, String> after = values(other);
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key ->
                        key + ": " + before.getOrDefault(key, "nothing") + " => " + after.getOrDefault(key, "nothing"))
                .toList();
    }

    private static Map<String, String> values(String config) {
        Map<String, String> values = new TreeMap<>();
        collect("", YamlReader.read(new SourceText("slipway.yml", config)), values);
        return values;
    }

    private static void collect(String path, Node node, Map<String, String> values) {
        if (node instanceof Node.Mapping mapping) {
            String prefix = path.isEmpty() ? "" : path + ".";
            mapping.entries().forEach((key, entry) -> collect(prefix + key, entry.value(), values));
        } else {
            values.put(path, text(node));
        }
    }

    private static String text(Node node) {
        return node.fold(
                Object::toString,
                sequence -> sequence.items().stream()
                        .map(OttoProposalTest::text)
                        .collect(Collectors.joining(", ", "[", "]")),
                scalar -> scalar.text());
    }
}
