package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How dist builds and packs: formats, features, flags and machines. */
class DistBuildsTest extends DistTakeOver {
    @Test
    void zipsAreFlatAndTarballsHaveAFolder() throws NoProposal {
        String config = config(dist("targets = [\"x86_64-unknown-linux-gnu\", \"aarch64-apple-darwin\", "
                + "\"x86_64-pc-windows-msvc\"]\n"));

        assertThat(config).contains("""
                archive:
                  name: "{name}-{platform}"
                  layout: { linux: dir, macos: dir, windows: flat }
                  format: { linux: tar.xz, macos: tar.xz }
                """);
        assertThat(lines(Remark.Kind.TAKEN))
                .contains("archive.layout dir from dist-workspace.toml:5 targets, as dist packs them")
                .contains("archive.layout flat on Windows, from dist-workspace.toml:5 targets, as dist packs them");
    }

    @Test
    void zipsOfUnixAreFlatAsWell() throws NoProposal {
        assertThat(config(dist("targets = [\"x86_64-unknown-linux-gnu\"]\nunix-archive = \".zip\"\n")))
                .contains("archive: { name: \"{name}-{platform}\", format: zip }\n");
    }

    @Test
    void buildsOutsideOfDistHaveNeitherItsSystemNorItsFlags() throws NoProposal {
        String config = config(dist("""
                targets = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"]
                build-local-artifacts = false
                local-artifacts-jobs = ["./build"]
                """));
        assertThat(config).doesNotContain("ubuntu:22.04").doesNotContain("crt-static");
        assertThat(lines(Remark.Kind.TAKEN)).doesNotContain("dist builds on that system");
    }

    @ParameterizedTest
    @CsvSource({"0.22.1, false", "0.27.0, false", "0.28.0, true", "1.0.0, true"})
    void anOlderDistIsNotSaidToNeedTheSameLibrary(String version, boolean same) throws NoProposal {
        config(dist("targets = [\"x86_64-unknown-linux-gnu\"]\n")
                .file(
                        "dist-workspace.toml",
                        "[workspace]\nmembers = [\"cargo:.\"]\n[dist]\ncargo-dist-version = \"" + version
                                + "\"\ntargets = [\"x86_64-unknown-linux-gnu\"]\n"));
        assertThat(lines(Remark.Kind.TAKEN).contains("glibc 2.35, as before")).isEqualTo(same);
        assertThat(lines(Remark.Kind.TAKEN)).contains("linux.container ubuntu:22.04");
    }

    @Test
    void aFeatureThatDistSwitchesOnBuildsTheProgramsThatNeedIt() throws NoProposal {
        String targets = "targets = [\"x86_64-unknown-linux-musl\"]\n";
        assertThat(config(dist(targets + "features = [\"shell\"]\n").file("Cargo.toml", TWO_PROGRAMS)))
                .contains("rust: { toolchain: stable, bins: [kelp, kelp-shell], features: [shell] }");
        assertThat(lines(Remark.Kind.LEFT)).doesNotContain("kelp-shell");
    }

    @Test
    void allFeaturesOfDistAreListed() throws NoProposal {
        String targets = "targets = [\"x86_64-unknown-linux-musl\"]\n";
        assertThat(config(dist(targets + "all-features = true\n").file("Cargo.toml", TWO_PROGRAMS)))
                .contains("bins: [kelp, kelp-shell], features: [colors, shell] }");
        assertThat(lines(Remark.Kind.TAKEN))
                .contains("rust.features colors, shell from dist-workspace.toml:6 all-features");
        assertThat(lines(Remark.Kind.LEFT)).doesNotContain("all-features");
    }

    @Test
    void aProgramWhoseFeatureDistLeavesOffStaysAway() throws NoProposal {
        String manifest = TWO_PROGRAMS.replace("[\"shell\"]", "[\"colors\"]");
        String targets = "targets = [\"x86_64-unknown-linux-musl\"]\ndefault-features = false\n";
        assertThat(config(dist(targets).file("Cargo.toml", manifest))).doesNotContain("kelp-shell");
        assertThat(lines(Remark.Kind.LEFT)).contains("kelp-shell");
    }

    @Test
    void anImageOfManylinuxSaysHowOldTheSystemsMayBe() throws NoProposal {
        assertThat(config(dist("""
                targets = ["x86_64-unknown-linux-gnu"]
                [dist.github-custom-runners.x86_64-unknown-linux-gnu]
                runner = "ubuntu-22.04"
                container = "quay.io/pypa/manylinux_2_28_x86_64"
                """)))
                .contains("targets: [{ target: x86_64-unknown-linux-gnu, glibc: 2.28 }]\nlinux: { build: zig }\n")
                .doesNotContain("container:");
        assertThat(lines(Remark.Kind.LEFT))
                .contains("x86_64-unknown-linux-gnu.container = quay.io/pypa/manylinux_2_28_x86_64");
    }

    @Test
    void aMachineWithTheUsualSystemOfDistKeepsThatSystem() throws NoProposal {
        assertThat(config(dist("""
                targets = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"]
                [dist.github-custom-runners]
                x86_64-unknown-linux-gnu = "ubuntu-22.04"
                aarch64-unknown-linux-gnu = "ubuntu-22.04-arm"
                i686-pc-windows-msvc = "windows-2022"
                """)))
                .contains("targets: [x86_64-unknown-linux-gnu, aarch64-unknown-linux-gnu]")
                .contains("linux: { container: ubuntu:22.04 }");
        assertThat(lines(Remark.Kind.LEFT))
                .contains("i686-pc-windows-msvc = windows-2022 'targets' does not contain this target");
    }

    @Test
    void whatDistLinksOnItsUsualSystemStaysThereBesideAMachineOfOnesOwn() throws NoProposal {
        assertThat(config(dist("""
                targets = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"]
                [dist.github-custom-runners]
                aarch64-unknown-linux-gnu = "reef-arm-8"
                """))).contains("""
                targets:
                  - x86_64-unknown-linux-gnu
                  - { target: aarch64-unknown-linux-gnu, runner: reef-arm-8, container: false }
                linux: { container: ubuntu:22.04 }
                """);
    }

    @Test
    void packagesThatAnotherWorkflowNeedsForItsOwnFilesAreNotThoseOfThePrograms() throws NoProposal {
        String config = config(dist("targets = [\"x86_64-unknown-linux-gnu\"]\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          host:
                            runs-on: ubuntu-latest
                            steps:
                              - run: dist host --steps=upload
                              - run: gh release create $GITHUB_REF_NAME artifacts/*
                        """)
                .file(".github/workflows/plugin.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          plugin:
                            runs-on: ubuntu-latest
                            steps:
                              - run: sudo apt-get install -y libkelp-dev
                              - run: cargo build --release -p kelp-plugin
                              - run: gh release upload $GITHUB_REF_NAME libkelp.so
                        """));
        assertThat(config).doesNotContain("libkelp-dev");
    }
}
