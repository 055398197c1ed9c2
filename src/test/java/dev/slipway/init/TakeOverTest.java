package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What init makes of releases as people write them. */
class TakeOverTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @TempDir
    Path directory;

    private List<Remark> remarks = List.of();

    private SampleRepository crate(String manifest) {
        return new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\nlicense = \"MIT\"\n" + manifest)
                .file("Cargo.lock", "version = 4\n")
                .file("src/main.rs", "fn main() {}\n");
    }

    private SampleRepository release(String jobs) {
        return crate("")
                .file(".github/workflows/release.yml", "on: { push: { tags: ['v*'] } }\njobs:\n" + jobs.indent(2));
    }

    /** The lines of the config but for those that every project has. */
    private String config(SampleRepository repository) throws NoProposal {
        Proposal proposal = Proposal.of(
                repository.committed().origin("https://github.com/me/kelp").read(), Optional.empty(), TODAY);
        remarks = proposal.remarks();
        return proposal.config()
                .lines()
                .filter(line -> !line.matches("(#|slipway:|name: kelp|repository:|license:|rust:|ci:).*"))
                .collect(Collectors.joining("\n"));
    }

    private String left() {
        return remarks.stream()
                .filter(remark -> remark.kind() == Remark.Kind.LEFT)
                .map(remark -> remark.key() + " " + remark.value() + " " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void namesContentsAndMethodsAreReadFromScripts() throws NoProposal {
        SampleRepository repository =
                release("""
                build:
                  runs-on: ${{ matrix.os }}
                  strategy:
                    matrix:
                      include:
                        - { os: ubuntu-latest, target: x86_64-unknown-linux-musl }
                        - { os: ubuntu-latest, target: aarch64-unknown-linux-gnu }
                        - { os: macos-latest, target: aarch64-apple-darwin }
                        - { os: windows-latest, target: x86_64-pc-windows-msvc }
                  env: { CARGO: cargo }
                  steps:
                    - name: Use cross
                      if: startsWith(matrix.os, 'ubuntu')
                      run: echo CARGO=cross >> $GITHUB_ENV
                    - run: ${{ env.CARGO }} build --release --features tls --target ${{ matrix.target }}
                    - id: names
                      run: |
                        suffix=.tar.gz; case ${{ matrix.target }} in *-windows-*) suffix=.zip ;; esac
                        base="kelp-${GITHUB_REF_NAME#v}-${{ matrix.target }}"
                        echo "base=$base" >> $GITHUB_OUTPUT
                        echo "file=$base$suffix" >> $GITHUB_OUTPUT
                    - run: |
                        stage=${{ steps.names.outputs.base }}
                        mkdir -p "$stage/doc"
                        cp {README.md,LICENSE} target/${{ matrix.target }}/release/kelp "$stage"
                        cp CHANGES.md "$stage/doc/"
                        cp target/${{ matrix.target }}/release/build/kelp-*/out/kelp.1 "$stage/doc"
                        "target/${{ matrix.target }}/release/kelp" completions bash > "$stage/kelp.bash"
                    - if: ${{ !startsWith(matrix.os, 'windows') }}
                      run: tar czf "${{ steps.names.outputs.file }}" "${{ steps.names.outputs.base }}"
                    - if: startsWith(matrix.os, 'windows')
                      run: 7z a "${{ steps.names.outputs.file }}" "${{ steps.names.outputs.base }}"
                    - uses: softprops/action-gh-release@v2
                      with: { files: '${{ steps.names.outputs.file }}', draft: true }
                """).file("README.md", "").file("LICENSE", "").file("CHANGES.md", "");

        assertThat(config(repository)).isEqualTo("""
                targets:
                  - aarch64-unknown-linux-gnu
                  - x86_64-unknown-linux-musl
                  - aarch64-apple-darwin
                  - x86_64-pc-windows-msvc
                linux: { build: cross }
                archive:
                  name: "{name}-{version}-{platform}"
                  layout: dir
                  include: [README.md, LICENSE, "CHANGES.md => doc/", "{out-dir}/kelp.1 => doc/"]
                  generate: { kelp.bash: "{bin} completions bash" }
                release: { draft: keep }""");
        assertThat(remarks)
                .contains(new Remark(
                        Remark.Kind.TAKEN, "rust.features", "tls", "from .github/workflows/release.yml:3 jobs.build"));
    }

    @Test
    void wordsOfAProjectsOwnStayTheNamesOfItsFiles() throws NoProposal {
        SampleRepository repository = release("""
                build:
                  runs-on: ${{ matrix.os }}
                  strategy: { matrix: { os: [ubuntu-latest, macos-latest, windows-latest] } }
                  steps:
                    - { if: matrix.os == 'ubuntu-latest', run: make linux }
                    - { if: matrix.os == 'macos-latest', run: make mac }
                    - { if: matrix.os == 'windows-latest', run: make win }
                    - uses: softprops/action-gh-release@v2
                """).file("Makefile", """
                NAME = kelp
                linux:
                \tcargo build --release --target=x86_64-unknown-linux-musl
                \ttar -C target/x86_64-unknown-linux-musl/release -czf $(NAME)-linux.tar.gz $(NAME)
                mac:
                \tcargo build --release
                \ttar -C target/release -czf $(NAME)-mac.tar.gz $(NAME)
                win:
                \tcargo build --release
                \ttar -C target/release -czf $(NAME)-win.tar.gz $(NAME).exe
                """);
        assertThat(config(repository)).isEqualTo("""
                targets:
                  - { target: x86_64-unknown-linux-musl, as: linux }
                  - { target: aarch64-apple-darwin, as: mac }
                  - { target: x86_64-pc-windows-msvc, as: win }
                archive: { name: "{name}-{platform}", format: tar.gz }""");
    }

    @Test
    void programsWithoutAnArchiveKeepTheirNames() throws NoProposal {
        SampleRepository repository = release("""
                build:
                  runs-on: ubuntu-latest
                  strategy: { matrix: { target: [x86_64-unknown-linux-gnu, x86_64-unknown-linux-musl] } }
                  steps:
                    - run: cargo build --release --target ${{ matrix.target }}
                    - uses: svenstaro/upload-release-action@v2
                      with:
                        file: target/${{ matrix.target }}/release/kelp
                        asset_name: kelp-${{ github.ref_name }}-${{ matrix.target }}
                """);
        assertThat(config(repository)).isEqualTo("""
                targets: [x86_64-unknown-linux-gnu, x86_64-unknown-linux-musl]
                archive: { layout: raw }""");
    }

    @Test
    void aWorkflowThatIsCalledAndAnActionOfTheRepositoryAreFollowed() throws NoProposal {
        SampleRepository repository =
                release("""
                build:
                  uses: ./.github/workflows/build.yml
                  with: { prefix: sea }
                publish:
                  needs: build
                  runs-on: ubuntu-latest
                  steps: [{ run: 'gh release create "$GITHUB_REF_NAME" dist/* --draft' }, { run: 'gh release edit x --draft=false' }]
                """).file(".github/workflows/build.yml", """
                on: { workflow_call: { inputs: { prefix: { type: string } } } }
                jobs:
                  one:
                    runs-on: ubuntu-24.04-arm
                    steps:
                      - run: cargo build --release --target aarch64-unknown-linux-gnu
                      - { uses: ./pack, with: { name: '${{ inputs.prefix }}-kelp' } }
                """).file("pack/action.yml", """
                inputs: { name: {} }
                runs:
                  using: composite
                  steps:
                    - { shell: bash, run: 'tar cJf ${{ inputs.name }}-aarch64-unknown-linux-gnu.tar.xz kelp' }
                """);
        assertThat(config(repository)).isEqualTo("""
                name: sea-kelp
                targets: [{ target: aarch64-unknown-linux-gnu, build: native }]
                archive: { name: "{name}-{platform}", format: tar.xz }
                release: { draft: until-complete }""");
    }

    @Test
    void whereNoScriptTellsNamesTheManifestMay() throws NoProposal {
        SampleRepository repository = release("""
                build:
                  runs-on: ubuntu-latest
                  strategy: { matrix: { target: [x86_64-unknown-linux-gnu, x86_64-unknown-linux-musl] } }
                  steps: [{ run: 'nu release.nu ${{ matrix.target }}' }, { uses: softprops/action-gh-release@v2 }]
                """)
                .file(
                        "Cargo.toml",
                        "[package]\nname = \"kelp-cli\"\nversion = \"1.2.3\"\nlicense = \"MIT\"\n[package.metadata.binstall]\n"
                                + "pkg-url = \"{ repo }/releases/download/v{ version }/kelp_{ version }_{ target }.{ archive-format }\"\n"
                                + "bin-dir = \"kelp_{ version }_{ target }/{ bin }{ binary-ext }\"\npkg-fmt = \"txz\"\n");
        assertThat(config(repository)).isEqualTo("""
                targets: [x86_64-unknown-linux-gnu, x86_64-unknown-linux-musl]
                archive: { name: "{name}_{version}_{platform}", layout: dir, format: tar.xz }""");
    }

    @Test
    void filesThatAreNowhereAreNamed() throws NoProposal {
        SampleRepository repository = release("""
                build:
                  runs-on: ubuntu-latest
                  env: { TARGET: x86_64-unknown-linux-gnu }
                  steps:
                    - run: cargo build --release --target $TARGET
                    - run: cp made-elsewhere/kelp.1 kelp-$TARGET/
                    - run: tar czf kelp-$TARGET.tar.gz kelp-$TARGET
                    - run: gh release upload "$GITHUB_REF_NAME" kelp-$TARGET.tar.gz
                """);
        assertThat(config(repository)).contains("layout: dir");
        assertThat(left()).contains("archive.include made-elsewhere/kelp.1 not in the repository");
    }

    @Test
    void tagsAreThoseOfTheLastReleasesEvenIfTheFilterIsForOthers() throws NoProposal {
        SampleRepository repository = release("""
                build: { runs-on: ubuntu-latest, steps: [{ run: cargo build --release }, { run: gh release create x }] }
                """)
                .committed()
                .git("tag", "1.0.0")
                .git("tag", "kelp-macros-0.3.0")
                .git("tag", "1.2.3");
        assertThat(config(repository)).contains("tag: \"[0-9]+.[0-9]+.[0-9]+*\"");
    }

    @Test
    void programsOfTwoPackagesInOneArchiveAreReleasedTogether() throws NoProposal {
        String binstall =
                "[package.metadata.binstall]\npkg-url = \"{ repo }/releases/download/v{ version }/kelp-{ target }.zip\"\n";
        SampleRepository repository = new SampleRepository(directory)
                .file("Cargo.toml", "[workspace]\nmembers = [\"ui\", \"cli\", \"xtask\"]\n")
                .file("ui/Cargo.toml", "[package]\nname = \"kelp-ui\"\n[[bin]]\nname = \"kelp\"\n" + binstall)
                .file("ui/src/main.rs", "")
                .file("cli/Cargo.toml", "[package]\nname = \"kelp-cli\"\n[[bin]]\nname = \"kl\"\n" + binstall)
                .file("cli/src/main.rs", "")
                .file("xtask/Cargo.toml", "[package]\nname = \"xtask\"\n")
                .file("xtask/src/main.rs", "");
        Proposal proposal = Proposal.of(
                repository.committed().origin("https://github.com/me/kelp").read(), Optional.empty(), TODAY);
        assertThat(proposal.config()).contains("rust: { toolchain: stable, bins: [kelp, kl] }");
    }

    @Test
    void aProgramThatNeedsAFeatureGetsIt() throws NoProposal {
        SampleRepository repository = new SampleRepository(directory)
                .file(
                        "Cargo.toml",
                        "[package]\nname = \"kelp\"\n[features]\ncli = []\n[[bin]]\nname = \"kelp\"\nrequired-features = [\"cli\"]\n")
                .file("src/main.rs", "");
        Proposal proposal = Proposal.of(
                repository.committed().origin("https://github.com/me/kelp").read(), Optional.empty(), TODAY);
        assertThat(proposal.config()).contains("rust: { toolchain: stable, features: [cli] }");
    }

    @Test
    void theOldestRustIsPromisedBesideTheOneThatBuilds() throws NoProposal {
        Proposal proposal = Proposal.of(
                crate("rust-version = \"1.85\"\n")
                        .committed()
                        .origin("https://github.com/me/kelp")
                        .read(),
                Optional.empty(),
                TODAY);
        assertThat(proposal.config())
                .contains("rust: { toolchain: stable, rust-version: 1.85 }")
                .contains("jobs: [lint, test, msrv]");
    }

    @Test
    void aProjectThatReleasesElsewhereGetsNoImage() throws NoProposal {
        assertThat(config(crate("").committed().git("tag", "v1.2.3"))).doesNotContain("docker");
    }

    @Test
    void machinesOfOnesOwnAreNamedNotWritten() throws NoProposal {
        SampleRepository repository = release("""
                build:
                  runs-on: big-linux-box
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-gnu
                    - run: gh release upload x kelp.tar.gz
                """);
        assertThat(config(repository)).doesNotContain("big-linux-box");
        assertThat(left()).contains("linux.runner big-linux-box no usual runner of GitHub");
    }

    @Test
    void oneJobMayPackWhatOthersHaveBuilt() throws NoProposal {
        SampleRepository repository = release("""
                build:
                  runs-on: ubuntu-24.04-arm
                  steps:
                    - run: cargo build --release --target aarch64-unknown-linux-gnu
                    - run: cargo build --release --target aarch64-unknown-linux-musl
                publish:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        apt-get install -y desktop-file-utils
                        KINDS=(
                          "gnu"
                          "musl"
                        )
                        for kind in "${KINDS[@]}"; do
                          name=kelp-aarch64-unknown-linux-$kind
                          cp README.md NEWS.md $name/
                          tar --sort=name -cf - $name | gzip -n > out/$name.tar.gz
                        done
                    - run: gh release create x out/*
                """).file("README.md", "").file("NEWS.md", "");
        assertThat(config(repository)).isEqualTo("""
                targets:
                  - { target: aarch64-unknown-linux-gnu, build: native }
                  - { target: aarch64-unknown-linux-musl, build: native }
                archive: { name: "{name}-{platform}", layout: dir, include: [README.md, NEWS.md] }""");
    }

    @Test
    void whatTheProgramPrintsBeforeItIsPackedIsPrintedAgain() throws NoProposal {
        SampleRepository repository = release("""
                build:
                  runs-on: ubuntu-latest
                  env: { TARGET: x86_64-unknown-linux-gnu }
                  steps:
                    - run: cargo build --release --target $TARGET
                    - run: ./target/debug/kelp man > man/kelp.1
                    - run: |
                        mkdir dist; cp man/kelp.1 LICENSE target/$TARGET/release/kelp dist
                        cd dist
                        tar czf kelp-$TARGET.tar.gz *
                    - run: gh release upload x dist/kelp-$TARGET.tar.gz
                """).file("LICENSE", "");
        assertThat(config(repository)).isEqualTo("""
                targets: [x86_64-unknown-linux-gnu]
                archive: { name: "{name}-{platform}", generate: { kelp.1: "{bin} man" } }""");
    }
}
