package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packs what builds have uploaded, as the job of a release does. */
@Tag("bash")
class PackScriptsTest {
    private static final String ARCHIVE = "dist/otto-v1.2.3-linux-amd64.tar.gz";

    @TempDir
    Path root;

    @BeforeEach
    void assumeBash() {
        Scripts.assumeBash();
    }

    /** A repository with a licence, a manual, and what the build for amd64 has uploaded. */
    private Runner release(String folder, String config) throws IOException, InterruptedException {
        Generation generation = Examples.generate("name: otto\nrepository: otto-rs/otto\n"
                + (config.contains("command:") ? "" : "rust: {}\n")
                + (config.contains("targets:") ? "" : "targets: [linux-amd64]\n") + config);
        Runner runner =
                Runner.of(root.resolve(folder), generation, "create-release").given("github.ref_name", "v1.2.3");
        runner.file("repository/LICENSE-MIT", "do what you like\n")
                .file("repository/README.md", "# Otto\n")
                .file("repository/doc/a b.md", "a\n")
                .file("repository/doc/b.md", "b\n")
                .file("built/otto-linux-amd64/otto", "#!/bin/sh\necho otto\n");
        return runner.committed("repository", "2025-03-04T05:06:07+0800");
    }

    private static List<String> entries(Runner runner, String list) throws IOException, InterruptedException {
        return runner.bash(list).succeeds().output().lines().toList();
    }

    @Test
    void anArchiveHoldsTheProgramTheLicenceAndTheReadmeAtItsTop() throws Exception {
        Runner runner = release("a", "");
        runner.step("Pack").succeeds();
        assertThat(entries(runner, "tar -tzf " + ARCHIVE)).containsExactly("LICENSE-MIT", "README.md", "otto");
        assertThat(entries(runner, "ls dist")).containsExactly("otto-v1.2.3-linux-amd64.tar.gz");
    }

    @Test
    void whatIsPackedBelongsToNobodyAndIsAsOldAsTheCommit() throws Exception {
        Runner runner = release("a", "");
        runner.step("Pack").succeeds();
        assertThat(runner.bash("TZ=UTC tar --numeric-owner --full-time -tvzf " + ARCHIVE)
                        .succeeds()
                        .output()
                        .lines()
                        .map(line -> line.replaceAll("\\s+", " ").replaceAll(" \\d+ 2025", " 2025")))
                .containsExactly(
                        "-rw-r--r-- 0/0 2025-03-03 21:06:07 LICENSE-MIT",
                        "-rw-r--r-- 0/0 2025-03-03 21:06:07 README.md",
                        "-rwxr-xr-x 0/0 2025-03-03 21:06:07 otto");
    }

    @ParameterizedTest
    @CsvSource({
        "tar.gz, tar -tzf, gzip",
        "tar.xz, tar -tJf, xz",
        "tar.zst, tar --zstd -tf, zstd",
        "zip, unzip -Z1, unzip"
    })
    void everyFormatHoldsTheSameFilesInAFolderAndTheSameBytesOnAnotherMachine(String format, String list, String tool)
            throws Exception {
        assumeTrue(Scripts.onPath(tool), "no " + tool + " on this machine");
        assumeTrue(!format.equals("zip") || Scripts.onPath("zip"), "no zip on this machine");
        String config = """
                archive:
                  layout: dir
                  name: '{name}-{version}-{os}-{arch}'
                  format: %s
                  include: [LICENSE*, 'doc/*.md => doc/', '{out-dir}/otto.1 => man/man1/']
                """.formatted(format);
        String manual = "built/otto-linux-amd64/build/otto-1/out/otto.1";
        Runner runner = release("a", config).file(manual, "manual\n");
        runner.step("Pack").succeeds();
        String file = "dist/otto-1.2.3-linux-amd64." + format;
        assertThat(entries(runner, list + " " + file))
                .filteredOn(name -> !name.endsWith("/"))
                .containsExactly(
                        "otto-1.2.3-linux-amd64/LICENSE-MIT",
                        "otto-1.2.3-linux-amd64/doc/a b.md",
                        "otto-1.2.3-linux-amd64/doc/b.md",
                        "otto-1.2.3-linux-amd64/man/man1/otto.1",
                        "otto-1.2.3-linux-amd64/otto");
        Runner there = release("b", config).file(manual, "manual\n").before("umask 077; export TZ=Pacific/Chatham");
        there.bash("cd repository && touch -d 2001-02-03 LICENSE-MIT && chmod 600 LICENSE-MIT")
                .succeeds();
        there.step("Pack").succeeds();
        assertThat(Files.mismatch(runner.work().resolve(file), there.work().resolve(file)))
                .isEqualTo(-1);
    }

    @Test
    void aProgramThatWasNotBuiltStopsTheRelease() throws Exception {
        Runner runner = release("a", "archive: { layout: bin }\n");
        runner.bash("rm built/otto-linux-amd64/otto").succeeds();
        assertThat(runner.step("Pack").fails().output())
                .contains("::error::the artifact 'otto-linux-amd64' has no program 'otto'");
        assertThat(entries(runner, "ls dist")).isEmpty();
    }

    @Test
    void aLayoutOfProgramsAloneIsPacked() throws Exception {
        Runner runner = release("a", "archive: { layout: bin }\n");
        runner.step("Pack").succeeds();
        assertThat(entries(runner, "tar -tzf " + ARCHIVE)).containsExactly("otto");
    }

    @Test
    void aListWithoutPatternsAddsNothing() throws Exception {
        Runner runner = release("a", "archive: { include: [] }\n");
        runner.step("Pack").succeeds();
        assertThat(entries(runner, "tar -tzf " + ARCHIVE)).containsExactly("otto");
    }

    @Test
    void aPatternThatMatchesNothingStopsTheRelease() throws Exception {
        Runner runner = release("a", "archive: { include: [LICENSE*, CHANGELOG*] }\n");
        assertThat(runner.step("Pack").fails().output()).contains("CHANGELOG*");
        assertThat(entries(runner, "ls dist")).isEmpty();
    }

    @Test
    void whatIsThereByDefaultMayBeMissing() throws Exception {
        Runner runner = release("a", "");
        runner.bash("cd repository && rm LICENSE-MIT README.md").succeeds();
        runner.step("Pack").succeeds();
        assertThat(entries(runner, "tar -tzf " + ARCHIVE)).containsExactly("otto");
    }

    @Test
    void aLicenceThatIsALinkIsPackedAsTheFileItself() throws Exception {
        Runner runner = release("a", "archive: { include: [LICENSE-MIT] }\n");
        runner.bash("cd repository && mv LICENSE-MIT doc && ln -s doc/LICENSE-MIT LICENSE-MIT")
                .succeeds();
        runner.step("Pack").succeeds();
        assertThat(runner.bash("tar -xzOf " + ARCHIVE + " LICENSE-MIT")
                        .succeeds()
                        .output())
                .isEqualTo("do what you like\n");
    }

    @Test
    void aFileThatOnlyTheBuildHasComesWithItsArtifact() throws Exception {
        String config = "command: { build: make, output: 'out/{name}' }\n"
                + "archive: { include: [README.md, '{build}/man/otto.1 => man/', '{build}/.gen/helper => libexec/'] }\n";
        Workflow made = Examples.generate("repository: a/otto\ntargets: [linux-amd64]\n" + config)
                .blueprint()
                .release();
        Runner build = new Runner(root.resolve("build"), made, "build-linux")
                .file("out/otto", "#!/bin/sh\n")
                .file("man/otto.1", "manual\n")
                .file(".gen/helper", "#!/bin/sh\n");
        build.bash("chmod 755 .gen/helper").succeeds();
        build.step("Put the other files into a tar file").succeeds();
        Runner runner = release("a", config).file("built/otto-linux-amd64/otto", "#!/bin/sh\n");
        runner.bash("cp ../../build/work/out/otto.files.tar built/otto-linux-amd64/")
                .succeeds();
        runner.step("Pack").succeeds();
        assertThat(entries(runner, "tar -tzf " + ARCHIVE))
                .containsExactly("README.md", "libexec/", "libexec/helper", "man/", "man/otto.1", "otto");
        assertThat(runner.bash("tar -tvzf " + ARCHIVE + " libexec/helper man/otto.1")
                        .succeeds()
                        .output()
                        .lines()
                        .map(line -> line.substring(0, 10)))
                .containsExactly("-rwxr-xr-x", "-rw-r--r--");
    }

    @Test
    void aProgramAloneIsOnlyNamed() throws Exception {
        Runner runner = release("a", "archive: { layout: raw }\n");
        runner.step("Pack").succeeds();
        assertThat(entries(runner, "ls dist")).containsExactly("otto-v1.2.3-linux-amd64");
        runner.bash("test -x dist/otto-v1.2.3-linux-amd64").succeeds();
        runner.bash("rm built/otto-linux-amd64/otto").succeeds();
        assertThat(runner.step("Pack").fails().output()).contains("::error::the artifact 'otto-linux-amd64'");
    }

    @Test
    void windowsMayHaveALayoutOfItsOwn() throws Exception {
        assumeTrue(Scripts.onPath("zip") && Scripts.onPath("unzip"), "no zip on this machine");
        String config = "targets: [linux-amd64, windows-amd64]\narchive: { layout: { linux: dir, windows: bin } }\n";
        Runner runner = release("a", config).file("built/otto-windows-amd64/otto.exe", "MZ");
        runner.step("Pack").succeeds();
        assertThat(entries(runner, "unzip -Z1 dist/otto-v1.2.3-windows-amd64.zip"))
                .containsExactly("otto.exe");
        assertThat(entries(runner, "tar -tzf " + ARCHIVE)).contains("otto-v1.2.3-linux-amd64/README.md");
    }

    @Test
    void aFolderIsPackedWithAllThatIsInIt() throws Exception {
        Workflow maven = Examples.generate("name: slip\nrepository: a/slip\nmaven: {}\ntargets: [linux-amd64]\n")
                .blueprint()
                .release();
        release("a", "");
        Runner runner = new Runner(root.resolve("a"), maven, "create-release").given("github.ref_name", "v1.0.0");
        runner.file("slip/bin/slip", "#!/bin/sh\n").file("slip/lib/slip.jar", "jar");
        runner.bash("mkdir -p built/slip-linux-amd64 && chmod 755 slip/bin/slip && ln -s bin/slip slip/it"
                        + " && tar -cf built/slip-linux-amd64/slip.tar slip && rm -r slip")
                .succeeds();
        runner.step("Pack").succeeds();
        assertThat(entries(runner, "tar -tvzf dist/slip-v1.0.0-linux-amd64.tar.gz"))
                .extracting(line -> line.replaceAll(" .*:\\d\\d ", " "))
                .containsExactly(
                        "-rw-r--r-- LICENSE-MIT",
                        "-rw-r--r-- README.md",
                        "drwxr-xr-x slip/",
                        "drwxr-xr-x slip/bin/",
                        "-rwxr-xr-x slip/bin/slip",
                        "lrwxrwxrwx slip/it -> bin/slip",
                        "drwxr-xr-x slip/lib/",
                        "-rw-r--r-- slip/lib/slip.jar");
    }

    @Test
    void anExperimentalArchiveMayBeMissingAndIsNamed() throws Exception {
        String riscv = "otto-v1.2.3-linux-riscv64.tar.gz";
        String config = "targets: [linux-amd64, { target: linux-riscv64, experimental: true }]\n";
        Runner runner = release("a", config);
        assertThat(runner.step("Pack").succeeds().output()).contains("::warning::" + riscv + " is missing");
        assertThat(runner.read("summary")).contains(riscv);
        runner.file("built/otto-linux-riscv64/otto", "x");
        assertThat(runner.step("Pack").succeeds().output()).isEmpty();
        assertThat(runner.work().resolve("dist/" + riscv)).exists();
        runner.bash("mv built/otto-linux-riscv64/otto built/otto-linux-riscv64/other")
                .succeeds();
        assertThat(runner.step("Pack").fails().output()).contains("has no program 'otto'");
    }

    @Test
    void aFolderOfTheRepositoryIsNotTakenForTheRelease() throws Exception {
        Runner runner = release("a", "").file("repository/dist/old.tar.gz", "of the repository");
        runner.step("Pack").succeeds();
        assertThat(entries(runner, "ls dist")).containsExactly("otto-v1.2.3-linux-amd64.tar.gz");
    }

    @Test
    void filesOfTheRepositoryAreAdded() throws Exception {
        Runner runner = release("a", "release: { files: ['doc/b.md => manual.md'] }\n");
        runner.step("Pack").succeeds();
        runner.step("Add the other files").succeeds();
        assertThat(entries(runner, "ls dist")).containsExactly("manual.md", "otto-v1.2.3-linux-amd64.tar.gz");
    }
}
