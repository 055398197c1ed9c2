package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fact has a place that shows it; everything else is called a guess. */
class FactsAndGuessesTest {
    private static final Pattern PLACE = Pattern.compile("from (?:git [a-z/HEAD-]+|([\\w./-]+)(?::(\\d+))?)");

    @TempDir
    Path directory;

    private static List<Remark> remarks(SampleRepository repository) throws NoProposal {
        return Proposal.of(
                        repository
                                .committed()
                                .origin("https://github.com/me/kelp")
                                .read(),
                        Optional.empty(),
                        LocalDate.parse("2026-11-23"))
                .remarks();
    }

    private static List<String> keys(List<Remark> remarks, Remark.Kind kind) {
        return remarks.stream()
                .filter(remark -> remark.kind() == kind)
                .map(Remark::key)
                .distinct()
                .toList();
    }

    private SampleRepository crate(String program) {
        return new SampleRepository(directory)
                .file("Cargo.toml", "[workspace]\nmembers = [\"cli\"]\n\n[workspace.package]\nlicense = \"MIT\"\n")
                .file("cli/Cargo.toml", """
                        [package]
                        name = "kelp-cli"
                        version = "1.2.3"
                        rust-version = "1.85"
                        license.workspace = true

                        [[bin]]
                        name = "%s"
                        path = "src/main.rs"
                        """.formatted(program))
                .file("cli/src/main.rs", "fn main() {}\n")
                .file("Cargo.lock", "version = 4\n")
                .file("rust-toolchain.toml", "[toolchain]\nchannel = \"1.90.0\"\n");
    }

    private SampleRepository released() {
        return crate("kelp")
                .file("Dockerfile", "FROM rust:1 AS build\n\nFROM debian:trixie-slim\n")
                .file("LICENSE", "MIT")
                .file(".github/workflows/test.yml", """
                        on: { push: { branches: [main] } }
                        jobs:
                          test:
                            runs-on: ubuntu-24.04
                            steps: [{ run: cargo test }]
                        """)
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          build:
                            runs-on: ${{ matrix.on }}
                            strategy:
                              matrix:
                                include:
                                  - { on: ubuntu-24.04, target: x86_64-unknown-linux-musl }
                                  - { on: macos-15, target: aarch64-apple-darwin }
                            steps:
                              - run: |
                                  cargo build --release --target ${{ matrix.target }}
                                  name=kelp-$GITHUB_REF_NAME-${{ matrix.target }}
                                  mkdir $name
                                  cp target/${{ matrix.target }}/release/kelp LICENSE $name
                                  tar czf $name.tar.gz $name
                                  sha256sum $name.tar.gz > $name.tar.gz.sha256
                                  gh release upload "$GITHUB_REF_NAME" $name.tar.gz $name.tar.gz.sha256
                          image:
                            runs-on: ubuntu-24.04
                            steps:
                              - uses: docker/build-push-action@v6
                                with: { push: true, tags: 'ghcr.io/me/kelp:latest,ghcr.io/me/kelp:${{ github.ref_name }}', platforms: linux/amd64 }
                        """);
    }

    @Test
    void whoeverFollowsAFactSeesIt() throws NoProposal, IOException {
        List<Remark> remarks = remarks(released());
        assertThat(keys(remarks, Remark.Kind.TAKEN))
                .contains(
                        "license",
                        "tag",
                        "rust.toolchain",
                        "rust.rust-version",
                        "targets",
                        "docker.base",
                        "ci.branches");
        for (Remark remark : remarks) {
            if (remark.kind() != Remark.Kind.TAKEN) {
                continue;
            }
            Matcher place = PLACE.matcher(remark.why());
            assertThat(place.find()).as(remark.toString()).isTrue();
            if (place.group(1) != null) {
                Path file = directory.resolve(place.group(1));
                assertThat(file).as(remark.toString()).isRegularFile();
                List<String> lines = Files.readAllLines(file);
                int line = Integer.parseInt(Optional.ofNullable(place.group(2)).orElse("1"));
                assertThat(line).as(remark.toString()).isLessThanOrEqualTo(lines.size());
                if (file.toString().endsWith(".toml") || file.endsWith("Dockerfile")) {
                    assertThat(lines.get(line - 1)).contains(remark.value());
                }
            }
        }
    }

    @Test
    void whatAFullReleaseSaysIsNoGuess() throws NoProposal {
        assertThat(keys(remarks(released()), Remark.Kind.GUESS)).isEmpty();
    }

    @Test
    void whatNobodySaidIsAGuessWithWhatWouldProveIt() throws NoProposal {
        List<Remark> remarks = remarks(crate("kelp"));
        assertThat(keys(remarks, Remark.Kind.GUESS))
                .containsExactly("targets", "linux.container", "docker", "docker.base", "ci.branches");
        assertThat(remarks)
                .filteredOn(remark -> remark.kind() == Remark.Kind.GUESS)
                .noneMatch(remark -> remark.proof().isEmpty());
        assertThat(remarks)
                .filteredOn(remark -> remark.kind() != Remark.Kind.GUESS)
                .allMatch(remark -> remark.proof().isEmpty());
    }

    @Test
    void ofSeveralProgramsTheChosenOneIsAGuess() throws NoProposal {
        SampleRepository repository = crate("kelp")
                .file(
                        "Cargo.toml",
                        "[workspace]\nmembers = [\"cli\", \"other\"]\n\n[workspace.package]\nlicense = \"MIT\"\n")
                .file("other/Cargo.toml", "[package]\nname = \"other\"\nversion = \"1.0.0\"\n")
                .file("other/src/main.rs", "fn main() {}\n");
        assertThat(remarks(repository)).anySatisfy(remark -> {
            assertThat(remark.kind()).isEqualTo(Remark.Kind.GUESS);
            assertThat(remark.key()).isEqualTo("rust.package");
            assertThat(remark.value()).isEqualTo("kelp-cli");
            assertThat(remark.proof()).isEqualTo("select another with 'slipway init --package': other (other)");
        });
    }

    @Test
    void aNameThatOnlyARunKnowsMakesTheTemplateAGuess() throws NoProposal {
        SampleRepository repository = crate("kelp").file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  linux:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: |
                          cargo build --release --target x86_64-unknown-linux-musl
                          tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                          gh release upload "$GITHUB_REF_NAME" kelp-x86_64-unknown-linux-musl.tar.gz
                  mac:
                    runs-on: macos-15
                    steps:
                      - run: |
                          cargo build --release --target aarch64-apple-darwin
                          m=$(nproc --all)
                          tar czf kelp-$m-mac.tar.gz -C target/aarch64-apple-darwin/release kelp
                          gh release upload "$GITHUB_REF_NAME" kelp-$m-mac.tar.gz
                """);
        assertThat(remarks(repository))
                .filteredOn(remark -> remark.key().equals("archive.name"))
                .extracting(remark -> remark.kind() + " " + remark.why())
                .containsExactly("GUESS from .github/workflows/release.yml:3 jobs.linux; 1 other file has a name"
                        + " that is known only during a run");
    }

    @Test
    void aNameWithAnOpenPartMayBeThatOfAnArchiveThatWasSeen() throws NoProposal {
        SampleRepository repository = crate("kelp").file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  linux:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: |
                          v="$GITHUB_REF_NAME"
                          cargo build --release --target x86_64-unknown-linux-musl
                          tar czf kelp-$v-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                  ship:
                    needs: linux
                    runs-on: ubuntu-24.04
                    steps:
                      - run: v=$(./ask) && gh release upload "$GITHUB_REF_NAME" kelp-$v-linux.tar.gz
                """);
        assertThat(remarks(repository))
                .filteredOn(remark -> remark.key().equals("archive.name"))
                .extracting(remark -> remark.kind() + " " + remark.why())
                .contains("GUESS from .github/workflows/release.yml:3 jobs.linux; a part of the uploaded names is known"
                        + " only during a run");
    }

    @Test
    void aProjectThatHasReleasedIsNotToldHowItsFilesAreCalled() throws NoProposal {
        SampleRepository repository = crate("kelp").committed().git("tag", "v1.2.3");
        assertThat(remarks(repository)).anySatisfy(remark -> {
            assertThat(remark.key()).isEqualTo("archive.name");
            assertThat(remark.kind()).isEqualTo(Remark.Kind.GUESS);
            assertThat(remark.proof()).isEqualTo("run 'slipway init --against' with the files of the last release");
        });
    }
}
