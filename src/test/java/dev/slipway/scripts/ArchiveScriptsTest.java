package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs what packs, names and adds up archives. */
class ArchiveScriptsTest {
    @TempDir
    Path root;

    @BeforeEach
    void assumeBash() {
        Scripts.assumeBash();
    }

    private static Workflow release(String archive) {
        return Examples.generate("name: otto\nrepository: otto-rs/otto\nrust: {}\ntargets: [linux-amd64]\n" + archive)
                .blueprint()
                .release();
    }

    private Runner packed(String archive, String folder) throws IOException, InterruptedException {
        Runner runner = new Runner(root.resolve(folder), release(archive), "build-linux")
                .variant("linux-amd64")
                .given("github.ref_name", "v1.2.3")
                .given("steps.version.outputs.version", "1.2.3");
        runner.file("target/x86_64-unknown-linux-gnu/release/otto", "#!/bin/sh\n")
                .file("target/x86_64-unknown-linux-gnu/release/build/otto-1/out/otto.1", "manual\n")
                .file("LICENSE-MIT", "do what you like\n")
                .file("doc/a.md", "a\n")
                .file("doc/b.md", "b\n");
        runner.bash("""
                        git init --quiet --initial-branch=main
                        git config user.name otto
                        git config user.email otto@example.com
                        git add LICENSE-MIT
                        GIT_AUTHOR_DATE='2025-03-04T05:06:07Z' GIT_COMMITTER_DATE='2025-03-04T05:06:07Z' \\
                            git commit --quiet --message first
                        """).succeeds();
        return runner;
    }

    @ParameterizedTest
    @CsvSource({
        "tar.gz, tar -tzf, gzip",
        "tar.xz, tar -tJf, xz",
        "tar.zst, tar --zstd -tf, zstd",
        "zip, unzip -Z1, unzip"
    })
    void everyFormatHoldsTheSameFilesInAFolder(String format, String list, String tool) throws Exception {
        assumeTrue(Scripts.onPath(tool), "no " + tool + " on this machine");
        assumeTrue(!format.equals("zip") || Scripts.onPath("zip"), "no zip on this machine");
        String archive = """
                archive:
                  layout: dir
                  name: '{name}-{version}-{os}-{arch}'
                  format: %s
                  include: [LICENSE*, 'doc/*.md => doc/', '{out-dir}/otto.1 => man/man1/']
                """.formatted(format);
        Runner runner = packed(archive, "a");
        runner.given("matrix.arch", "amd64").step("Pack").succeeds();
        String file = "dist/otto-1.2.3-linux-amd64." + format;
        assertThat(runner.input("Upload the archive", "path")).isEqualTo(file);
        assertThat(runner.bash(list + " " + file).succeeds().output().lines().filter(name -> !name.endsWith("/")))
                .containsExactly(
                        "otto-1.2.3-linux-amd64/LICENSE-MIT",
                        "otto-1.2.3-linux-amd64/doc/a.md",
                        "otto-1.2.3-linux-amd64/doc/b.md",
                        "otto-1.2.3-linux-amd64/man/man1/otto.1",
                        "otto-1.2.3-linux-amd64/otto");
        Runner again = packed(archive, "b").before("umask 077; export TZ=Asia/Tokyo");
        again.given("matrix.arch", "amd64").step("Pack").succeeds();
        assertThat(Files.mismatch(runner.work().resolve(file), again.work().resolve(file)))
                .isEqualTo(-1);
    }

    @Test
    void aPatternThatMatchesNothingEndsTheBuild() throws Exception {
        Runner runner = packed("archive: { include: [LICENSE*, CHANGELOG.md] }\n", "a");
        assertThat(runner.step("Pack").fails().output()).contains("::error::nothing to pack matches 'CHANGELOG.md'");
    }

    @Test
    void whatIsThereByDefaultMayBeMissing() throws Exception {
        Runner runner = packed("archive: { layout: dir }\n", "a");
        runner.step("Pack").succeeds();
        assertThat(runner.bash("tar -tzf dist/otto-v1.2.3-linux-amd64.tar.gz")
                        .output()
                        .lines())
                .contains("otto-v1.2.3-linux-amd64/otto", "otto-v1.2.3-linux-amd64/LICENSE-MIT");
    }

    @Test
    void aProgramAloneIsOnlyNamed() throws Exception {
        Runner runner = packed("archive: { layout: raw }\n", "a");
        runner.step("Name the program").succeeds();
        assertThat(runner.input("Upload the archive", "path")).isEqualTo("dist/otto-v1.2.3-linux-amd64");
        assertThat(Files.readString(runner.work().resolve("dist/otto-v1.2.3-linux-amd64")))
                .isEqualTo("#!/bin/sh\n");
    }

    @Test
    void theVersionIsTheTagWithoutItsPrefix() throws Exception {
        Runner runner = packed("archive: { name: '{version}' }\n", "a");
        Path output = Files.createFile(root.resolve("output"));
        runner.machine("GITHUB_OUTPUT", output.toString())
                .step("Read the version")
                .succeeds();
        assertThat(Files.readString(output)).isEqualTo("version=1.2.3\n");
    }

    private Runner collected(String config) throws IOException {
        return new Runner(root.resolve("r"), release(config), "create-release")
                .given("github.ref_name", "v1.2.3")
                .file("dist/otto-v1.2.3-linux-amd64.tar.gz", "one");
    }

    @Test
    void checksumsOfAllStandInOneFile() throws Exception {
        Runner runner = collected("checksums: combined\n").file("dist/b", "two");
        runner.step("Compute checksums").succeeds();
        assertThat(runner.bash("cd dist && sha256sum -c SHA256SUMS && ls")
                        .succeeds()
                        .output()
                        .lines())
                .containsExactly(
                        "b: OK",
                        "otto-v1.2.3-linux-amd64.tar.gz: OK",
                        "SHA256SUMS",
                        "b",
                        "otto-v1.2.3-linux-amd64.tar.gz");
    }

    @Test
    void checksumsOfBothKindsDoNotCountEachOther() throws Exception {
        Runner runner = collected("checksums: both\n");
        runner.step("Compute checksums").succeeds();
        assertThat(runner.bash("cd dist && sha256sum -c SHA256SUMS *.sha256 && ls | wc -l")
                        .succeeds()
                        .output()
                        .lines())
                .containsExactly("otto-v1.2.3-linux-amd64.tar.gz: OK", "otto-v1.2.3-linux-amd64.tar.gz: OK", "3");
    }

    @Test
    void checksumsOfSeveralKindsStandInFilesOfTheirOwn() throws Exception {
        String config = "checksums: both\nhashes: [sha256, sha512, blake2]\n";
        Runner runner = collected(config);
        runner.step("Compute checksums").succeeds();
        assertThat(runner.bash("cd dist && sha256sum -c SHA256SUMS *.sha256 && sha512sum -c SHA512SUMS *.sha512 "
                                + "&& b2sum -c B2SUMS *.b2")
                        .succeeds()
                        .output()
                        .lines())
                .hasSize(6)
                .containsOnly("otto-v1.2.3-linux-amd64.tar.gz: OK");
        assertThat(runner.bash("ls dist").succeeds().output().lines())
                .containsExactlyInAnyOrderElementsOf(Examples.generate(
                                "name: otto\nrepository: otto-rs/otto\nrust: {}\ntargets: linux-amd64\n" + config)
                        .plan()
                        .assets("v1.2.3"));
    }

    @Test
    void anExperimentalArchiveMayBeMissingAndIsNamed() throws Exception {
        String riscv = "otto-v1.2.3-linux-riscv64.tar.gz";
        Workflow release = Examples.generate("name: otto\nrepository: otto-rs/otto\nrust: {}\n"
                        + "targets: [linux-amd64, { target: linux-riscv64, experimental: true }]\n")
                .blueprint()
                .release();
        Runner runner = new Runner(root.resolve("r"), release, "create-release")
                .given("github.ref_name", "v1.2.3")
                .file("dist/otto-v1.2.3-linux-amd64.tar.gz", "one");
        assertThat(runner.step("Check that no archive is missing").succeeds().output())
                .contains("::warning::" + riscv + " is missing");
        assertThat(runner.read("summary")).contains(riscv);
        runner.file("dist/" + riscv, "two");
        assertThat(runner.step("Check that no archive is missing").succeeds().output())
                .isEmpty();
        runner.file("dist/stray", "three");
        runner.step("Check that no archive is missing").fails();
    }
}
