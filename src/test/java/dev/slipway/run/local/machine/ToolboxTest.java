package dev.slipway.run.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the steps of a simulated runner find on their path. */
@Tag("once")
class ToolboxTest {
    @TempDir
    private Path root;

    @AfterEach
    void unlink() throws Exception {
        Runner.unlink(root);
    }

    private static Path program(Path folder, String name, String script) throws Exception {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void onLinux() {
        assumeTrue(Runner.here().system() == RunnerSystem.LINUX, "this machine is no Linux");
    }

    @Test
    void aSimulatedMacLacksWhatMacsLack() throws Exception {
        onLinux();
        String find = "for each in apt-get dpkg-deb ldd nproc readelf sha256sum sha512sum tac; do\n"
                + "  if command -v $each > /dev/null; then echo $each; fi\ndone\n";
        assertThat(Runner.of(root, "macos-14").run(find).succeeds().text()).isEmpty();
        assertThat(Runner.of(root.resolve("linux"), "ubuntu-24.04").run(find).line())
                .contains("apt-get", "ldd", "nproc", "sha256sum");
    }

    @Test
    void aSimulatedMacHasTheTarOfMacs() throws Exception {
        onLinux();
        Runner mac = Runner.of(root, "macos-14").needs("bsdtar");
        assertThat(mac.run("tar --version").line()).startsWith("bsdtar");
        assertThat(mac.run("gtar --version").line()).contains("GNU tar");
    }

    @Test
    void whatIsBuiltWithoutItsCrossCompilerIsAPlaceholder() throws Exception {
        onLinux();
        Runner linux = Runner.of(root, "ubuntu-24.04");
        assumeTrue(!Files.exists(Path.of("/usr/bin/powerpc64le-linux-gnu-gcc")), "this machine has the compiler");
        linux.run("sudo apt-get install --yes crossbuild-essential-ppc64el mingw-w64")
                .succeeds();
        assertThat(linux.notes().stream()
                        .filter(Note.Placeholder.class::isInstance)
                        .map(Note::text))
                .containsExactly("powerpc64le-linux-gnu may have been built for this machine, which has no compiler"
                        + " for it");
    }

    @Test
    void theCompilerOfASimulatedMacMakesAPlaceholder() throws Exception {
        onLinux();
        Runner mac = Runner.of(root, "macos-14").needs("cc");
        mac.run("echo 'int main(void) { return 7; }' > seven.c\n"
                        + "clang -target x86_64-apple-darwin -mmacosx-version-min=11 -O2 -o seven seven.c")
                .succeeds();
        assertThat(mac.run("./seven").exit()).isEqualTo(7);
        assertThat(mac.notes())
                .contains(
                        new Note.Placeholder("x86_64-apple-darwin", "x86_64-apple-darwin was built for this machine"));
        assertThat(mac.run("clang -target riscv64-none-elf -c seven.c").exit()).isNotZero();
    }

    @Test
    void aSimulatedWindowsLacksTheInstallersOfOthers() throws Exception {
        onLinux();
        Runner windows = Runner.of(root, "windows-2022");
        for (String program : Set.of("apt-get", "dpkg", "brew", "sudo")) {
            assertThat(windows.run(program).exit()).as(program).isEqualTo(127);
        }
        assertThat(windows.run("choco install nsis -y").exit()).isZero();
        assertThat(windows.toolbox().installed()).containsExactly("choco nsis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"macos-14", "macos-15-intel", "ubuntu-24.04-arm", "windows-2022", "ubuntu-24.04"})
    void unameAnswersForTheRunner(String label) throws Exception {
        Map<String, String> answers = Map.of(
                "macos-14", "Darwin arm64",
                "macos-15-intel", "Darwin x86_64",
                "ubuntu-24.04-arm", "Linux aarch64",
                "windows-2022", "MINGW64_NT-10.0-26100 x86_64",
                "ubuntu-24.04", "Linux x86_64");
        Runner runner = Runner.of(root, label);
        assertThat(runner.run("uname -sm").line()).isEqualTo(answers.get(label));
        assertThat(runner.run("echo \"$(uname -s) $(uname -m)\"").line()).isEqualTo(answers.get(label));
    }

    @Test
    void lipoMakesAPlaceholderOfTheProgramsThatAreThere() throws Exception {
        onLinux();
        Runner mac = Runner.of(root, "macos-14").file("a", "A").file("b", "B");
        mac.run("lipo -create -output both a b").succeeds();
        assertThat(mac.work().resolve("both")).hasContent("A");
        assertThat(mac.notes()).containsExactly(new Note.Placeholder("", "lipo: both is a copy of a"));
        mac.run("lipo -create -output both a missing").fails();
    }

    @Test
    void installersRememberAndInstallNothing() throws Exception {
        Runner linux = Runner.of(root, "ubuntu-24.04");
        linux.run("sudo apt-get update\nsudo apt-get install --yes -o Dpkg::Use-Pty=0 libssl-dev no-such-program\n")
                .succeeds();
        assertThat(linux.toolbox().installed()).containsExactly("apt-get libssl-dev", "apt-get no-such-program");
        assertThat(linux.notes())
                .containsExactly(
                        new Note.StandIn("apt-get update: did nothing"),
                        new Note.StandIn("apt-get install libssl-dev: not installed"),
                        new Note.StandIn(
                                "apt-get install no-such-program: not installed, and this machine has no program"
                                        + " of that name"));
        assertThat(linux.run("apt list --installed").line()).contains("libssl-dev");
    }

    @Test
    void aPackageThatThisMachineHasIsNotMissedForItsName() throws Exception {
        assumeTrue(Files.exists(Path.of("/var/lib/dpkg/info/base-files.list")), "a system with dpkg");
        Runner linux = Runner.of(root, "ubuntu-24.04");
        linux.run("sudo apt-get install --yes base-files").succeeds();
        assertThat(linux.notes()).containsExactly(new Note.StandIn("apt-get install base-files: not installed"));
    }

    @Test
    void packagesComeInAListAsWell() throws Exception {
        Runner linux = Runner.of(root, "ubuntu-24.04").env("PACKAGES", "pkg-config libclang-dev");
        linux.run("xargs sudo apt-get install --yes <<< \"$PACKAGES\"").succeeds();
        assertThat(linux.toolbox().installed()).containsExactly("apt-get pkg-config", "apt-get libclang-dev");
    }

    @Test
    void whatARunnerRefusesIsRefused() throws Exception {
        Runner linux = Runner.of(root, "ubuntu-24.04");
        assertThat(linux.run("apt-get install --yes jq").fails().text()).contains("needs 'sudo apt-get install'");
        assertThat(linux.run("sudo apt-get install --yes 'no name'").fails().text())
                .contains("Unable to locate package");
        assertThat(linux.run("sudo apt-get instal --yes jq").fails().text()).contains("Invalid operation instal");
        assertThat(linux.toolbox().installed()).isEmpty();
        Runner mac = Runner.of(root.resolve("mac"), "macos-14");
        assertThat(mac.run("sudo brew install jq").fails().text()).contains("as root");
        mac.run("brew install").fails();
        mac.run("brew install automake").succeeds();
        assertThat(mac.toolbox().installed()).containsExactly("brew automake");
    }

    @Test
    void sudoRunsACommandAndLeavesTheSystemAlone() throws Exception {
        Path outside = Files.createDirectory(root.resolveSibling(root.getFileName() + "-outside"));
        try {
            Path kept = Files.writeString(outside.resolve("kept"), "kept");
            Runner linux = Runner.of(root, "ubuntu-24.04").env("version", "7");
            assertThat(linux.run("sudo -E bash -c 'echo \"$version\"'").line()).isEqualTo("7");
            assertThat(linux.run("sudo A=b printenv A").line()).isEqualTo("b");
            linux.run("sudo rm -rf " + outside).succeeds();
            linux.run("echo changed | sudo tee " + kept).succeeds();
            linux.run("sudo mkdir -p \"$PWD/made\"").succeeds();
            assertThat(kept).hasContent("kept");
            assertThat(linux.work().resolve("made")).isDirectory();
            assertThat(linux.notes())
                    .containsExactly(
                            new Note.StandIn("not run, because it would change the system: sudo rm -rf " + outside),
                            new Note.StandIn("not run, because it would change the system: sudo tee " + kept));
        } finally {
            Files.deleteIfExists(outside.resolve("kept"));
            Files.deleteIfExists(outside);
        }
    }

    @Test
    void aFurtherStandInComesBeforeTheMachinesProgram() throws Exception {
        Runner runner =
                Runner.of(root, "ubuntu-24.04", Runner.person(), Set.of(), Map.of("gh", "#!/bin/sh\necho ours\n"));
        assertThat(runner.run("gh release list").line()).isEqualTo("ours");
    }

    @Test
    void aProgramFindsTheFilesBesideIt() throws Exception {
        Path folder = root.resolve("tool/bin");
        program(folder, "shipped", "cat \"${0%/*}/../data\"");
        Files.writeString(root.resolve("tool/data"), "found");
        Runner runner = Runner.of(root, "ubuntu-24.04", Runner.personWith(folder), Set.of(), Map.of());
        assertThat(runner.run("shipped").line()).isEqualTo("found");
    }

    @Test
    void shimsOfVersionManagersAreLeftOut() throws Exception {
        Path folder = root.resolve("manager/shims");
        program(folder, "only-a-shim", "echo shim");
        Runner runner = Runner.of(root, "ubuntu-24.04", Runner.personWith(folder), Set.of(), Map.of());
        assertThat(runner.run("only-a-shim").exit()).isEqualTo(127);
    }

    @Test
    void pipBringsTheStandInsIntoAnEnvironment() throws Exception {
        Runner runner = Runner.of(root, "ubuntu-24.04").needs("python3").needs("cargo");
        runner.run("python3 -m venv zig\nzig/bin/pip install --quiet 'cargo-zigbuild==0.20.0' ziglang==0.13\n")
                .succeeds();
        assertThat(runner.work().resolve("zig/bin/cargo-zigbuild")).isExecutable();
        assertThat(runner.toolbox().installed()).containsExactly("pip cargo-zigbuild", "pip ziglang");
        runner.run("pip install").fails();
    }

    @Test
    void aRecordOfManyLinesIsOneLine() throws Exception {
        Runner linux = Runner.of(root, "ubuntu-24.04");
        linux.run("sudo systemctl $'start\\tone\\ntwo'").succeeds();
        assertThat(linux.notes())
                .containsExactly(
                        new Note.StandIn("not run, because it would change the system: sudo systemctl start one two"));
        assertThat(Files.readAllLines(linux.toolbox().record())).hasSize(1);
    }
}
