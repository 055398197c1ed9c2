package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the build jobs run, with a real repository and a real crate. */
class BuildScriptsTest {
    private static final String PROGRAM = "target/x86_64-unknown-linux-gnu/release/otto";
    private static final String ARCHIVE = "dist/otto-v0.6.3-linux-amd64.tar.gz";

    @TempDir
    Path root;

    private final Workflow otto = Examples.otto().blueprint().release();

    private Runner linux() throws IOException, InterruptedException {
        return repository(root.resolve("a"));
    }

    /** A repository with a crate whose build script takes the version from the tag. */
    private Runner repository(Path folder) throws IOException, InterruptedException {
        Runner runner =
                new Runner(folder, otto, "build-linux").variant("linux-amd64").given("github.ref_name", "v0.6.3");
        Scripts.assumeBash();
        runner.file("Cargo.toml", "[package]\nname = \"otto\"\nversion = \"0.0.0\"\nedition = \"2021\"\n")
                .file("build.rs", """
                        fn main() {
                            println!("cargo:rerun-if-env-changed=GIT_DESCRIBE");
                            let version = std::env::var("GIT_DESCRIBE").expect("GIT_DESCRIBE");
                            println!("cargo:rustc-env=OTTO_VERSION={version}");
                        }
                        """)
                .file("src/main.rs", "fn main() { println!(\"otto {}\", env!(\"OTTO_VERSION\")); }\n")
                .file(".gitignore", "/target\n/dist\nCargo.lock\n")
                .file("LICENSE-MIT", "do what you like\n")
                .file("README.md", "# Otto\n")
                .file("src/README.md", "not at the top\n");
        runner.bash("""
                        git init --quiet --initial-branch=main
                        git config user.name otto
                        git config user.email otto@example.com
                        git add --all
                        GIT_AUTHOR_DATE='2025-03-04T05:06:07+0800' GIT_COMMITTER_DATE='2025-03-04T05:06:07+0800' \\
                            git commit --quiet --message first
                        git tag v0.6.3
                        """).succeeds();
        return runner;
    }

    @Test
    void aCrateIsBuiltPackedAndUnpackedAgain() throws Exception {
        Runner runner = linux();
        assumeTrue(
                runner.bash("cargo --version && rustc -vV").output().contains("host: x86_64-unknown-linux-gnu"),
                "no cargo for x86_64-unknown-linux-gnu on this machine");
        runner.machine("RUSTUP_TOOLCHAIN", ""); // the config's may not be installed here
        runner.step("Describe the commit").succeeds();
        assertThat(runner.read("env")).isEqualTo("GIT_DESCRIBE=v0.6.3\n");
        runner.step("Build").succeeds();
        runner.step("Pack").succeeds();
        String archive = runner.input("Upload the archive", "path");
        assertThat(archive).isEqualTo(ARCHIVE);
        runner.bash("mkdir unpacked && tar -xzf " + archive + " -C unpacked otto && unpacked/otto > said")
                .succeeds();
        assertThat(Files.readString(runner.work().resolve("said"))).isEqualTo("otto v0.6.3\n");
    }

    private static Runner packed(Runner runner) throws IOException, InterruptedException {
        runner.file(PROGRAM, "#!/bin/sh\necho otto\n")
                .bash("chmod 700 " + PROGRAM)
                .succeeds();
        runner.step("Pack").succeeds();
        return runner;
    }

    @Test
    void anArchiveHoldsTheProgramTheLicenceAndTheReadmeAtItsTop() throws Exception {
        Runner runner = packed(linux());
        assertThat(runner.bash("tar -tzf " + ARCHIVE).succeeds().output().lines())
                .containsExactly("LICENSE-MIT", "README.md", "otto");
    }

    @Test
    void whatIsPackedBelongsToNobodyAndIsAsOldAsTheCommit() throws Exception {
        Runner runner = packed(linux());
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

    @Test
    void theSameCommitGivesTheSameBytesOnAnotherMachine() throws Exception {
        Runner here = packed(linux());
        Runner there = repository(root.resolve("b"))
                .before("umask 077")
                .machine("TZ", "Pacific/Chatham")
                .machine("LC_ALL", "C.UTF-8");
        there.bash("touch -d 2001-02-03 LICENSE-MIT README.md && chmod 600 README.md")
                .succeeds();
        packed(there);
        assertThat(Files.readAllBytes(there.work().resolve(ARCHIVE)))
                .isEqualTo(Files.readAllBytes(here.work().resolve(ARCHIVE)));
    }

    @Test
    void aSecondRunGivesTheSameBytes() throws Exception {
        Runner runner = packed(linux());
        byte[] first = Files.readAllBytes(runner.work().resolve(ARCHIVE));
        runner.bash("rm -r dist").succeeds();
        packed(runner);
        assertThat(Files.readAllBytes(runner.work().resolve(ARCHIVE))).isEqualTo(first);
    }

    @Test
    void aProgramThatWasNotBuiltFailsThePacking() throws Exception {
        Runner runner = linux();
        assertThat(runner.step("Pack").fails().output()).contains(PROGRAM);
        assertThat(runner.work().resolve(ARCHIVE)).doesNotExist();
    }

    @Test
    void aProjectWithoutLicenceOrReadmeIsPackedAllTheSame() throws Exception {
        Runner runner = linux();
        runner.bash("rm LICENSE-MIT README.md").succeeds();
        packed(runner);
        assertThat(runner.bash("tar -tzf " + ARCHIVE).succeeds().output()).isEqualTo("otto\n");
    }

    @Test
    void aFolderIsPackedWithAllThatIsInIt() throws Exception {
        Workflow maven = Examples.generate("name: slip\nrepository: a/slip\nmaven: {}\n")
                .blueprint()
                .release();
        Runner git = linux();
        git.bash("mkdir -p ../maven && cp -R . ../maven/work").succeeds();
        Runner runner = new Runner(root.resolve("a/maven"), maven, "build-linux")
                .variant("linux-amd64")
                .given("github.ref_name", "v1.0.0");
        runner.file("build/slip/bin/slip", "#!/bin/sh\n").file("build/slip/lib/app/slip.jar", "jar");
        runner.bash("chmod 755 build/slip/bin/slip").succeeds();
        runner.step("Pack").succeeds();
        assertThat(runner.bash("tar -tzf dist/slip-v1.0.0-linux-amd64.tar.gz")
                        .succeeds()
                        .output()
                        .lines())
                .containsExactly(
                        "LICENSE-MIT",
                        "README.md",
                        "slip/",
                        "slip/bin/",
                        "slip/bin/slip",
                        "slip/lib/",
                        "slip/lib/app/",
                        "slip/lib/app/slip.jar");
    }

    @Test
    void aJarIsPackedWithItsRuntimeUnderTheNameOfTheProject() throws Exception {
        Scripts.assumeBash();
        Workflow maven = Examples.generate("name: slip\nrepository: a/slip\nmaven: { jar: app/target/it.jar }\n")
                .blueprint()
                .release();
        Runner runner = new Runner(root, maven, "build-linux").variant("linux-amd64");
        runner.stub("mvn", "mkdir -p app/target && echo jar > app/target/it.jar")
                .stub("jpackage", "");
        runner.step("Build").succeeds();
        assertThat(runner.calls())
                .containsExactly(
                        "mvn --batch-mode --no-transfer-progress -DskipTests package",
                        "jpackage --type app-image --dest build --name slip --input build/jar --main-jar it.jar"
                                + " --java-options -XX:+UseSerialGC --java-options -XX:TieredStopAtLevel=1");
        assertThat(runner.work().resolve("build/jar/it.jar")).hasContent("jar");
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
        runner.step("Trust the work tree").succeeds();
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
    void everyVariantUploadsTheFileThatItPacked() throws Exception {
        for (String platform : List.of("linux-amd64", "linux-arm64")) {
            Runner runner = repository(root.resolve(platform)).variant(platform);
            String triple = platform.equals("linux-amd64") ? "x86_64" : "aarch64";
            runner.file("target/" + triple + "-unknown-linux-gnu/release/otto", "x");
            runner.step("Pack").succeeds();
            assertThat(runner.work().resolve(runner.input("Upload the archive", "path")))
                    .exists();
        }
    }
}
