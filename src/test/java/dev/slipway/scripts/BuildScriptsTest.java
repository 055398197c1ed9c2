package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs what the build jobs run, with a real repository and a real crate. */
@Tag("bash")
class BuildScriptsTest {
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
        runner.committed(".").bash("git tag v0.6.3").succeeds();
        return runner;
    }

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

    /** A JDK that says what it is asked for; the Java of a runtime that it makes prints its arguments, one a line. */
    private static Runner javaStubs(Runner runner) throws IOException {
        return runner.stub("unzip", "")
                .stub("jdeps", "echo java.base,java.sql")
                .stub("java", "printf '%s\\n' java.base@25 jdk.unsupported@25 jdk.zipfs@25")
                .stub("jlink", """
                        mkdir -p build/java-runtime/bin
                        printf '#!/bin/sh\\nprintf "%s\\\\n" "$@"\\n' '%s' > build/java-runtime/bin/java
                        chmod 755 build/java-runtime/bin/java
                        touch build/java-runtime/bin/keytool
                        """);
    }

    /** The jars with their runtime. */
    private static Runner.Outcome built(Runner runner) throws IOException, InterruptedException {
        runner.step("Build").succeeds();
        return runner.step("Add a Java runtime");
    }

    private Runner maven(String settings, String job, String platform) throws IOException {
        Scripts.assumeBash();
        Generation maven = Examples.generate(
                "name: slip\nrepository: a/slip\nmaven: { " + settings + " }\ntargets: [" + platform + "]\n");
        return javaStubs(Runner.of(root, maven, job).variant(platform))
                .stub("mvn", "mkdir -p app/target && echo jar > app/target/it.jar");
    }

    @Test
    void aJarIsPackedWithARuntimeOfTheModulesThatItNeeds() throws Exception {
        Runner runner = maven("jar: app/target/it.jar, modules: [jdk.jfr, java.naming]", "build-linux", "linux-amd64");
        built(runner).succeeds();
        assertThat(runner.calls())
                .containsExactly(
                        "mvn --batch-mode --no-transfer-progress -DskipTests package",
                        "unzip -q -o build/jar/slip.jar *.[cj]* -d build/scanned-classes",
                        "jdeps --ignore-missing-deps --print-module-deps build/scanned-classes",
                        "java --list-modules",
                        "jlink --add-modules java.base,java.sql,jdk.unsupported,jdk.zipfs,jdk.jfr,java.naming"
                                + " --output build/java-runtime --strip-java-debug-attributes --no-man-pages --no-header-files");
        assertThat(runner.work().resolve("build/slip/lib/app/slip.jar")).hasContent("jar");
        assertThat(runner.work().resolve("build/slip/lib/runtime/bin")).isDirectoryNotContaining("glob:**keytool");
    }

    @ParameterizedTest
    @CsvSource({"11, 0", "9, 1"})
    void onlyAJarWithoutClassesMayHaveNoneToUnpack(int unzip, int ends) throws Exception {
        Runner runner =
                maven("jar: app/target/it.jar", "build-linux", "linux-amd64").stub("unzip", "exit " + unzip);
        assertThat(built(runner).code()).isEqualTo(ends);
    }

    @ParameterizedTest(name = "from {1}: {0}")
    @CsvSource({
        "build/slip/bin/slip, .",
        "./slip, build/slip/bin",
        "sh slip, build/slip/bin",
        "../link, build",
        "slip, lib/path"
    })
    void aLauncherFindsItsRuntimeHoweverItIsCalled(String call, String folder) throws Exception {
        Runner runner = maven("jar: app/target/it.jar", "build-linux", "linux-amd64");
        built(runner).succeeds();
        runner.bash("mkdir -p lib/path && ln -s build/slip/bin/slip link && ln -s ../../link lib/path/slip")
                .succeeds();
        String words = runner.bash("PATH=$PWD/lib/path:$PATH; cd " + folder + " && " + call + " say 'a b' ''")
                .succeeds()
                .output();
        Path home = runner.work().toRealPath().resolve("build/slip");
        assertThat(words.lines())
                .containsExactly(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        home.resolve("lib/app/slip.jar").toString(),
                        "say",
                        "a b",
                        "");
    }

    @Test
    void aTrainingRunLeavesAnArchiveOfClassesForJarsOfTheTimeOfTheirCommit() throws Exception {
        Runner runner = maven("java: 25, jar: app/target/it.jar, train: [help, --all]", "build-linux", "linux-amd64");
        runner.committed(".", "2026-01-02T03:04:05Z");
        built(runner).succeeds();
        assertThat(Files.getLastModifiedTime(runner.work().resolve("build/slip/lib/app/slip.jar"))
                        .toInstant())
                .hasToString("2026-01-02T03:04:05Z");
        assertThat(runner.bash("build/slip/bin/slip").output()).doesNotContain("classes.jsa");
        runner.file("build/slip/lib/app/classes.jsa", "");
        assertThat(runner.bash("build/slip/bin/slip").succeeds().output().lines())
                .startsWith(
                        "-XX:SharedArchiveFile=" + runner.work().toRealPath().resolve("build/slip/lib/app/classes.jsa"),
                        "-Xlog:disable",
                        "-XX:+UseSerialGC");
    }

    @Test
    void theTrainingRunIsTheProgramWithItsArguments() throws Exception {
        Runner runner = maven("java: 25, jar: app/target/it.jar, train: [help, --all]", "build-linux", "linux-amd64");
        runner.committed(".");
        runner.stub("jlink", """
                mkdir -p build/java-runtime/bin
                printf '#!/bin/sh\\necho "$JAVA_TOOL_OPTIONS: $*" >> "$CALLS"\\n' > build/java-runtime/bin/java
                chmod 755 build/java-runtime/bin/java
                """);
        built(runner).succeeds();
        assertThat(runner.calls())
                .last()
                .asString()
                .startsWith("-XX:ArchiveClassesAtExit=build/slip/lib/app/classes.jsa ")
                .endsWith("/lib/app/slip.jar help --all");
    }

    @Test
    void onWindowsTheProgramIsInTheFolderBinAsWell() throws Exception {
        Runner runner = maven("java: 25, jar: app/target/it.jar, train: help", "build-windows", "windows-amd64");
        runner.stub("jpackage", "mkdir -p build/slip/slip && touch build/slip/slip/slip.exe");
        built(runner).succeeds();
        assertThat(runner.calls())
                .last()
                .isEqualTo(
                        "jpackage --type app-image --win-console --dest build/slip --name slip --input build/jar --main-jar slip.jar"
                                + " --runtime-image build/java-runtime"
                                + " --java-options -XX:+UseSerialGC --java-options -XX:TieredStopAtLevel=1");
        assertThat(runner.work().resolve("build/slip/bin/slip.exe")).exists();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "slip-1.2.jar                                                   | slip-1.2.jar",
                "slip-1.2.jar slip-1.2-sources.jar slip-1.2-javadoc.jar slip-1.2-tests.jar slip-1.2-plain.jar slip-1.2_proguard_base.jar | slip-1.2.jar",
                "slip-1.2.jar slip-1.3.jar                                      | found: target/slip-1.2.jar, target/slip-1.3.jar",
                "slip-1.2-sources.jar                                           | found: ",
                "original-slip-1.2.jar                                          | found: ",
            })
    void aStarStandsForTheVersionOfOneJar(String made, String taken) throws Exception {
        Scripts.assumeBash();
        Generation maven = Examples.generate("name: slip\nrepository: a/slip\nmaven: { jar: 'target/slip-*.jar' }\n");
        Runner runner = Runner.of(root, maven, "build-linux").variant("linux-amd64");
        javaStubs(runner).stub("mvn", "mkdir -p target; for jar in " + made + "; do echo $jar > target/$jar; done");
        if (taken.startsWith("found")) {
            assertThat(built(runner).fails().output())
                    .contains("::error::expected one file 'target/slip-*.jar', " + taken);
        } else {
            built(runner).succeeds();
            assertThat(runner.work().resolve("build/slip/lib/app/slip.jar")).hasContent(taken);
        }
    }

    private static final String MODERN =
            "CLASSPATH=$APP_HOME/lib/cli-1.jar:$APP_HOME/lib/a.jar\nset -- \\\n        -Dorg.gradle.appname=\"$APP_BASE_NAME\" \\\n"
                    + "        -classpath \"$CLASSPATH\" \\\n        a.b.MainKt \\\n        \"$@\"\n";
    private static final String OLD =
            "CLASSPATH=$APP_HOME/lib/cli-1.jar\neval set -- $DEFAULT_JVM_OPTS -classpath \"\\\"$CLASSPATH\\\"\" a.b.Main \"$APP_ARGS\"\n";

    private Runner installed(String script, String options, String job, String platform) throws Exception {
        Scripts.assumeBash();
        Generation gradle = Examples.generate(
                "name: slip\nrepository: a/slip\ngradle: { installed: out/cli }\ntargets: [" + platform + "]\n");
        Runner runner =
                javaStubs(Runner.of(root, gradle, job).variant(platform)).stub("jpackage", "mkdir -p build/slip/slip");
        runner.file("out/cli/bin/cli", "#!/bin/sh\nDEFAULT_JVM_OPTS=" + options + "\n" + script)
                .file("out/cli/bin/cli.bat", "@rem\n")
                .file("out/cli/lib/cli-1.jar", "jar")
                .file("gradlew", "#!/bin/sh\n");
        runner.bash("chmod +x gradlew").succeeds();
        return runner;
    }

    /** The words that Java is started with, where {@code HOME} is the folder of the program. */
    private String started(String script, String options) throws Exception {
        Runner runner = installed(script, options, "build-linux", "linux-amd64");
        built(runner).succeeds();
        String words = String.join(
                "|",
                runner.bash("build/slip/bin/slip x").succeeds().output().lines().toList());
        String home = runner.work().toRealPath().resolve("build/slip").toString();
        runner.bash("rm -r build").succeeds();
        return words.replace(home, "HOME");
    }

    @Test
    void aStartScriptOfGradleSaysHowTheProgramStarts() throws Exception {
        assertThat(started(MODERN, "\"\""))
                .isEqualTo("-XX:+UseSerialGC|-XX:TieredStopAtLevel=1"
                        + "|-cp|HOME/lib/app/cli-1.jar:HOME/lib/app/a.jar|a.b.MainKt|x");
        assertThat(started(OLD, "'\"-Xmx1g\" \"-Dhome=$APP_HOME/lib\" \"-Dwords=a b\"'"))
                .isEqualTo("-XX:+UseSerialGC|-XX:TieredStopAtLevel=1|-Xmx1g|-Dhome=HOME/lib/app|-Dwords=a b"
                        + "|-cp|HOME/lib/app/cli-1.jar|a.b.Main|x");
        assertThat(started(MODERN, "'\"-XX:+UseZGC\"'")).startsWith("-XX:TieredStopAtLevel=1|-XX:+UseZGC|-cp|");
        assertThat(built(installed("exec java --module-path x --module y/z\n", "\"\"", "build-linux", "linux-amd64"))
                        .fails()
                        .output())
                .contains("set 'gradle.jar'");
    }

    @Test
    void onWindowsJpackageIsToldTheSame() throws Exception {
        Runner runner = installed(
                OLD, "'\"-Xmx1g\" \"-Dhome=$APP_HOME/lib\" \"-Dwords=a b\"'", "build-windows", "windows-amd64");
        built(runner).succeeds();
        assertThat(runner.calls())
                .last()
                .isEqualTo(
                        "jpackage --type app-image --win-console --dest build/slip --name slip --input out/cli/lib --main-jar cli-1.jar"
                                + " --runtime-image build/java-runtime"
                                + " --java-options -XX:+UseSerialGC --java-options -XX:TieredStopAtLevel=1"
                                + " --java-options -Xmx1g --java-options -Dhome=$APPDIR --java-options \"-Dwords=a b\""
                                + " --main-class a.b.Main");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo slip 1.0         | 0 | 0",
                "echo slip 1.1         | 0 | 1",
                "echo slip 1.0; exit 2 | 0 | 1",
                "echo slip 1.0; exit 2 | 2 | 0",
                "echo slip 1.0 >&2     | 0 | 1",
                "echo slip 1.0; pwd >&2| 0 | 0",
                "cat; echo slip 1.0    | 0 | 0"
            })
    void anExecutableThatDoesNotAnswerAsItsJarStopsTheBuild(String executable, int jarEnds, int ends) throws Exception {
        Scripts.assumeBash();
        Workflow maven = Examples.generate(
                        "name: slip\nrepository: a/slip\nmaven: { native: target/it }\ntargets: [linux-amd64]\n")
                .blueprint()
                .release();
        Runner runner = new Runner(root, maven, "build-linux").variant("linux-amd64");
        String warning = "WARNING: A restricted method in java.lang.System has been called";
        runner.stub("java", "echo '" + warning + "' >&2; echo slip 1.0; exit " + jarEnds)
                .stub(
                        "mvn",
                        "mkdir -p target && printf '#!/bin/sh\\n%s\\n' '" + executable
                                + "' > target/it && chmod +x target/it");
        runner.step("Build").succeeds();
        assertThat(runner.step("Compare the executable with the jar").code()).isEqualTo(ends);
        assertThat(runner.calls()).contains("java -jar target/slip.jar --version");
        assertThat(runner.work().resolve("build/slip")).isExecutable();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[--help, check a]      | 0 | exit code 0: --help;exit code 3: check a",
                "[--help, check a b]    | 1 | < check 2;> plan 2",
                "[check a b, check a]   | 1 | < check 2;> plan 2",
            })
    void everyRunOfAnExecutableIsHeldAgainstItsJar(String runs, int ends, String printed) throws Exception {
        Scripts.assumeBash();
        Workflow maven = Examples.generate("name: slip\nrepository: a/slip\nmaven: { native: target/it, compare: "
                        + runs + " }\ntargets: [linux-amd64]\n")
                .blueprint()
                .release();
        Runner runner = new Runner(root, maven, "build-linux").variant("linux-amd64");
        String says = "[ $1 = check ] || exit 0; [ $# = 2 ] && exit 3; ";
        runner.stub("java", "shift 2; " + says + "echo check 2")
                .stub(
                        "mvn",
                        "mkdir -p target && printf '#!/bin/sh\n%s\n' '" + says
                                + "echo plan 2' > target/it && chmod +x target/it");
        runner.step("Build").succeeds();
        Runner.Outcome compared = runner.step("Compare the executable with the jar");
        assertThat(compared.code()).as(compared.output()).isEqualTo(ends);
        assertThat(compared.output().lines()).containsSubsequence(printed.split(";"));
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
