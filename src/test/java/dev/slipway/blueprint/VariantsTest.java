package dev.slipway.blueprint;

import static dev.slipway.blueprint.Drawn.env;
import static dev.slipway.blueprint.Drawn.inputs;
import static dev.slipway.blueprint.Drawn.job;
import static dev.slipway.blueprint.Drawn.names;
import static dev.slipway.blueprint.Drawn.permissions;
import static dev.slipway.blueprint.Drawn.plain;
import static dev.slipway.blueprint.Drawn.rows;
import static dev.slipway.blueprint.Drawn.run;
import static dev.slipway.blueprint.Drawn.runners;
import static dev.slipway.blueprint.Drawn.script;
import static dev.slipway.blueprint.Drawn.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.Version;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.StepsJob;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other configs than Otto's change in the workflows. */
class VariantsTest {
    private static final String RUST = "name: otto\nrepository: otto-rs/otto\nrust: {}\n";
    private static final String MAVEN = "name: slip\nrepository: a/slip\nmaven: { java: 21 }\n";

    private static StepsJob drawn(String config, String job) {
        return job(Examples.generate(config), job);
    }

    @Test
    void withoutMacosThereIsNoJobForIt() {
        Generation linux = Examples.generate(RUST + "targets: [linux-amd64]\ndocker: {}\n");
        assertThat(Drawn.ids(linux.blueprint().release().jobs()))
                .containsExactly("build-linux", "create-release", "docker");
        assertThat(job(linux, "create-release").neededIds()).containsExactly("build-linux");
    }

    @Test
    void withoutLinuxThereIsNoJobForIt() {
        Generation macos = Examples.generate(RUST + "targets: [macos-arm64]\n");
        assertThat(Drawn.ids(macos.blueprint().release().jobs())).containsExactly("build-macos", "create-release");
        assertThat(job(macos, "create-release").neededIds()).containsExactly("build-macos");
    }

    @Test
    void withoutAnImageThereIsNeitherItsJobNorItsFiles() {
        Generation bare = Examples.generate(RUST);
        assertThat(bare.blueprint().image()).isEmpty();
        assertThat(Drawn.ids(bare.blueprint().release().jobs()))
                .containsExactly("build-linux", "build-macos", "create-release");
    }

    @Test
    void outsideAContainerToolsAreInstalledAsRootAndRustIsThere() {
        StepsJob linux = drawn(RUST + "linux: { container: false, packages: [zlib1g-dev, cmake] }\n", "build-linux");
        assertThat(names(linux))
                .containsExactly(
                        "Check the tag",
                        "Install build tools",
                        "Install tools for the target",
                        "Check out",
                        "Install Rust",
                        "Build",
                        "Upload the programs");
        assertThat(script(linux, "Install build tools"))
                .isEqualTo("sudo apt-get update\n"
                        + "sudo apt-get install --yes --no-install-recommends cmake zlib1g-dev\n");
        assertThat(script(linux, "Install tools for the target"))
                .isEqualTo("xargs sudo apt-get install --yes --no-install-recommends <<< \"$PACKAGES\"");
        assertThat(script(linux, "Install Rust"))
                .isEqualTo("rustup toolchain install \"$RUSTUP_TOOLCHAIN\" --profile minimal --target \"$TARGET\"");
        assertThat(env(run(linux, "Install Rust"))).containsExactly(Map.entry("TARGET", "${{ matrix.target }}"));
    }

    @Test
    void theListOfPackagesIsFetchedOnceWhereOnlyATargetNeedsSome() {
        StepsJob linux = drawn(RUST + "linux: { container: false }\n", "build-linux");
        assertThat(names(linux)).startsWith("Check the tag", "Install tools for the target");
        assertThat(script(linux, "Install tools for the target"))
                .isEqualTo("sudo apt-get update\n"
                        + "xargs sudo apt-get install --yes --no-install-recommends <<< \"$PACKAGES\"\n");
        assertThat(names(drawn(RUST + "targets: linux-amd64\nlinux: { container: false }\n", "build-linux")))
                .startsWith("Check the tag", "Check out");
    }

    @Test
    void commandsThatWereWrittenForRunnersFindSudoInAContainer() {
        String tools = "apt-get update\napt-get install --yes --no-install-recommends ";
        assertThat(script(drawn(RUST, "build-linux"), "Install build tools"))
                .isEqualTo(tools + "build-essential ca-certificates curl git pkg-config\n");
        assertThat(script(drawn(RUST + "linux: { setup: ci/prepare }\n", "build-linux"), "Install build tools"))
                .isEqualTo(tools + "build-essential ca-certificates curl git pkg-config sudo\n");
        String command = "name: c\nrepository: a/c\ndocker: {}\ntargets: linux-amd64\ncommand: { build: make";
        assertThat(script(drawn(command + " }\n", "build-linux"), "Install build tools"))
                .isEqualTo(tools + "build-essential ca-certificates curl git\n");
        assertThat(script(
                        drawn(command + ", setup: sudo apt-get install --yes ninja-build }\n", "build-linux"),
                        "Install build tools"))
                .isEqualTo(tools + "build-essential ca-certificates curl git sudo\n");
    }

    @Test
    void onMacosToolsComeFromHomebrew() {
        StepsJob macos = drawn(RUST + "macos: { packages: [openssl@3, zlib] }\n", "build-macos");
        assertThat(script(macos, "Install build tools")).isEqualTo("brew install openssl@3 zlib");
        assertThat(names(drawn(RUST, "build-macos"))).startsWith("Check the tag", "Check out");
    }

    @Test
    void variablesOfTheConfigStandBesideThoseOfTheTargetsInOrder() {
        assertThat(plain(drawn(RUST + "linux: { env: { Z: '1', A: x } }\n", "build-linux")
                        .env()))
                .containsExactly(
                        Map.entry("A", "x"),
                        Map.entry("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER", "aarch64-linux-gnu-gcc"),
                        Map.entry("Z", "1"));
    }

    @Test
    void anImageThatMovesIsExplainedAndOneThatIsPinnedIsNot() {
        String digest = "debian@sha256:" + "0123456789abcdef".repeat(4);
        assertThat(drawn(RUST + "linux: { container: debian }\n", "build-linux")
                        .container()
                        .orElseThrow()
                        .remark())
                .contains("unpinned-images");
        assertThat(drawn(RUST + "linux: { container: '" + digest + "' }\n", "build-linux")
                        .container()
                        .orElseThrow())
                .satisfies(container -> {
                    assertThat(container.image().source()).isEqualTo(digest);
                    assertThat(container.remark()).isEmpty();
                });
    }

    @Test
    void withoutPatternsNothingIsIncluded() {
        assertThat(script(drawn(RUST + "archive: { include: [] }\n", "create-release"), "Pack"))
                .doesNotContain("cp ");
    }

    @Test
    void withoutChecksumsNoneAreComputed() {
        assertThat(names(drawn(RUST + "checksums: none\n", "create-release"))).doesNotContain("Compute checksums");
    }

    @Test
    void aDraftIsLeftToSomebody() {
        StepsJob release = drawn(RUST + "release: { draft: true }\n", "create-release");
        assertThat(names(release)).endsWith("Create the draft");
        assertThat(script(release, "Create the draft"))
                .contains("gh release create")
                .doesNotContain("--draft=false");
        assertThat(run(release, "Create the draft").common().comment()).contains("maintainer");
    }

    @Test
    void thePrefixOfTheTagsIsTakenOffWhereVersionsAreRead() {
        Generation cli = Examples.generate(RUST + "tag: 'cli-v*'\n");
        assertThat(cli.blueprint().release().on()).containsExactly(Event.push().tags(List.of("cli-v*")));
        StepsJob release = job(cli, "create-release");
        assertThat(env(run(job(cli, "build-linux"), "Check the tag"))).containsEntry("TAG_PREFIX", "cli-v");
        assertThat(env(run(release, "Publish"))).containsEntry("TAG_PREFIX", "cli-v");
    }

    @Test
    void artifactsAreNamedByPlatformWhateverTheArchivesAreCalled() {
        Generation named = Examples.generate(
                RUST + "targets: [linux-amd64, macos-arm64]\narchive: { name: '{target}.{name}' }\ndocker: {}\n");
        assertThat(script(job(named, "create-release"), "Pack"))
                .endsWith("pack otto-linux-amd64 x86_64-unknown-linux-gnu.otto.tar.gz otto\n"
                        + "pack otto-macos-arm64 aarch64-apple-darwin.otto.tar.gz otto\n");
        assertThat(inputs(uses(job(named, "docker"), "Download linux-amd64")))
                .containsEntry("name", "otto-linux-amd64");
    }

    @Test
    void anImageForTheMachinesOwnPlatformNeedsNoEmulator() {
        StepsJob docker = drawn(RUST + "docker: { platforms: linux/amd64 }\n", "docker");
        assertThat(names(docker)).doesNotContain("Set up QEMU", "Download linux-arm64");
        assertThat(inputs(uses(docker, "Build and push"))).containsEntry("platforms", "linux/amd64");
        assertThat(env(run(docker, "Run the image on each platform"))).containsEntry("PLATFORMS", "linux/amd64");
        assertThat(names(drawn(RUST + "docker: { platforms: linux/arm64 }\n", "docker")))
                .contains("Set up QEMU");
    }

    @Test
    void anotherRegistryIsEnteredWithSecretsAndNoPermission() {
        StepsJob docker = drawn(RUST + "docker: { image: quay.io/otto/otto }\n", "docker");
        assertThat(permissions(docker)).containsExactly("contents: read");
        assertThat(inputs(uses(docker, "Log in to quay.io")))
                .containsExactly(
                        Map.entry("registry", "quay.io"),
                        Map.entry("username", "${{ secrets.REGISTRY_USERNAME }}"),
                        Map.entry("password", "${{ secrets.REGISTRY_TOKEN }}"));
        assertThat(inputs(uses(docker, "Work out the tags"))).containsEntry("images", "quay.io/otto/otto");
    }

    @Test
    void severalProgramsAreBuiltAndPackedTogether() {
        Generation relay = Examples.named("two-binaries");
        assertThat(script(job(relay, "build-linux"), "Build")).endsWith("--package relay-cli --bin relay --bin relayd");
        assertThat(inputs(uses(job(relay, "build-linux"), "Upload the programs"))
                        .get("path"))
                .isEqualTo("target/${{ matrix.target }}/release/relay\ntarget/${{ matrix.target }}/release/relayd");
        assertThat(script(job(relay, "create-release"), "Pack")).contains(".tar.gz\" relay relayd\n");
    }

    @Test
    void aProjectInJavaIsBuiltOnAMachineOfEachArchitecture() {
        StepsJob linux = drawn(MAVEN, "build-linux");
        assertThat(runners(linux)).containsExactly("${{ matrix.runner }}");
        assertThat(rows(linux))
                .containsExactly(
                        Map.of("platform", "linux-amd64", "runner", "ubuntu-latest"),
                        Map.of("platform", "linux-arm64", "runner", "ubuntu-24.04-arm"));
        assertThat(rows(drawn(MAVEN + "targets: linux-x86_64\n", "build-linux")))
                .containsExactly(Map.of("platform", "linux-x86_64", "target", "linux-amd64"));
        assertThat(names(linux))
                .containsExactly(
                        "Check the tag",
                        "Check out",
                        "Install Java",
                        "Build",
                        "Add a Java runtime",
                        "Put slip into a tar file",
                        "Upload the programs");
        assertThat(inputs(uses(linux, "Upload the programs"))).containsEntry("path", "build/slip.tar");
    }

    @Test
    void aProjectInJavaInAContainerGetsMaven() {
        assertThat(script(
                        drawn(MAVEN + "linux: { container: debian:bookworm }\n", "build-linux"), "Install build tools"))
                .endsWith("ca-certificates curl git maven unzip\n");
    }

    @Test
    void everyFileSaysHowItCameAbout() {
        Generation otto = Examples.otto();
        assertThat(otto.files().files())
                .allSatisfy(
                        file -> assertThat(file.text().lines().limit(5).toList().toString())
                                .contains("Generated by slipway " + Version.current() + " from slipway.yml"));
        assertThat(otto.blueprint().release().comment()).isEqualTo(new Header(Version.current(), "slipway.yml").text());
    }
}
