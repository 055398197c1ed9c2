package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Workflow;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs what the build jobs run, with a real repository and a real crate. */
@Tag("bash")
class BuildScriptsTest extends BuildScripts {
    @Test
    void aCrateIsBuiltWhereItIsUploadedFrom() throws Exception {
        Runner runner = linux();
        assumeTrue(
                runner.bash("cargo --version && rustc -vV").output().contains("host: x86_64-unknown-linux-gnu"),
                "no cargo for x86_64-unknown-linux-gnu on this machine");
        runner.machine("RUSTUP_TOOLCHAIN", ""); // the config's may not be installed here
        runner.step("Describe the commit").succeeds();
        assertThat(runner.read("env")).isEqualTo("GIT_DESCRIBE=v0.6.3\n");
        runner.step("Build").succeeds();
        runner.bash(runner.input("Upload the programs", "path") + " > said").succeeds();
        assertThat(Files.readString(runner.work().resolve("said"))).isEqualTo("otto v0.6.3\n");
    }

    @Test
    void aFolderTravelsWithItsModesAndLinks() throws Exception {
        Scripts.assumeBash();
        Workflow maven = Examples.generate("name: slip\nrepository: a/slip\nmaven: {}\n")
                .blueprint()
                .release();
        Runner runner = new Runner(root, maven, "build-linux").variant("linux-amd64");
        runner.file("build/slip/bin/slip", "#!/bin/sh\n");
        runner.bash("chmod 755 build/slip/bin/slip && ln -s bin/slip build/slip/it")
                .succeeds();
        runner.step("Put slip into a tar file").succeeds();
        assertThat(runner.bash("mkdir there && tar -xf " + runner.input("Upload the programs", "path")
                                + " -C there && test -x there/slip/it && readlink there/slip/it")
                        .succeeds()
                        .output())
                .isEqualTo("bin/slip\n");
    }

    @Test
    void aDirtyWorkTreeIsDescribedAsOne() throws Exception {
        Runner runner = linux().file("README.md", "changed\n");
        runner.step("Describe the commit").succeeds();
        assertThat(runner.read("env")).isEqualTo("GIT_DESCRIBE=v0.6.3-dirty\n");
    }

    @Test
    void theWorkTreeIsTrusted() throws Exception {
        Runner runner = linux();
        runner.step("Trust the working tree").succeeds();
        assertThat(runner.bash("git config --global --get-all safe.directory").output())
                .isEqualTo(runner.work() + "\n");
    }

    @Test
    void packagesAreInstalledOneByOne() throws Exception {
        Scripts.assumeBash();
        Runner runner =
                new Runner(root, otto, "build-linux").variant("linux-arm64").stub("apt-get", "");
        runner.step("Install build tools").succeeds();
        runner.step("Install tools for the target").succeeds();
        assertThat(runner.calls())
                .containsExactly(
                        "apt-get update",
                        "apt-get install --yes --no-install-recommends "
                                + "build-essential ca-certificates curl git libssl-dev pkg-config",
                        "apt-get install --yes --no-install-recommends gcc-aarch64-linux-gnu libc6-dev-arm64-cross");
    }

    @Test
    void inAContainerRustupIsFetchedAndItsProgramsAreOnThePathFromThenOn() throws Exception {
        Scripts.assumeBash();
        Runner runner = new Runner(root, otto, "build-linux")
                .variant("linux-arm64")
                .stub("curl", "echo 'echo \"installer $*\" >> \"$CALLS\"'");
        runner.step("Install Rust").succeeds();
        assertThat(runner.calls())
                .containsExactly(
                        "curl --proto =https --tlsv1.2 --fail --silent --show-error --location https://sh.rustup.rs",
                        "installer -y --profile minimal --default-toolchain 1.94.0 --target aarch64-unknown-linux-gnu");
        assertThat(runner.read("path")).isEqualTo(root.resolve("home") + "/.cargo/bin\n");
    }

    @Test
    void aDownloadThatFailsFailsTheStep() throws Exception {
        Scripts.assumeBash();
        Runner runner =
                new Runner(root, otto, "build-linux").variant("linux-amd64").stub("curl", "exit 22");
        runner.step("Install Rust").fails();
    }

    @Test
    void aTrialBuildThatMakesNoProgramFails() throws Exception {
        Scripts.assumeBash();
        Workflow ci = Examples.generate(
                        "name: otto\nrepository: a/otto\nrust: { bins: [otto, ottod] }\nci: { jobs: targets }\n")
                .blueprint()
                .ci()
                .orElseThrow();
        Runner runner = new Runner(root, ci, "build-linux").variant("linux-amd64");
        runner.file("target/x86_64-unknown-linux-gnu/release/otto", "x");
        assertThat(runner.step("Check that all files were built").fails().output())
                .contains("release/ottod");
        runner.file("target/x86_64-unknown-linux-gnu/release/ottod", "x");
        runner.step("Check that all files were built").succeeds();
    }

    @Test
    void aTrialBuildFindsWhatABuildScriptMakesUnderAnyHash() throws Exception {
        Scripts.assumeBash();
        Workflow ci = Examples.generate("name: otto\nrepository: a/otto\nrust: {}\n"
                        + "archive: { include: ['{out-dir}/man/otto.1'] }\nci: { jobs: targets }\n")
                .blueprint()
                .ci()
                .orElseThrow();
        Runner runner = new Runner(root, ci, "build-linux").variant("linux-amd64");
        String built = "target/x86_64-unknown-linux-gnu/release/";
        runner.file(built + "otto", "x");
        assertThat(runner.step("Check that all files were built").fails().output())
                .contains("the build did not create '" + built + "build/*/out/man/otto.1'");
        runner.file(built + "build/otto-0f1e/out/man/otto.1", "x");
        runner.step("Check that all files were built").succeeds();
    }
}
