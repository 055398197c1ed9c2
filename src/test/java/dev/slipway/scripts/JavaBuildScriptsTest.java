package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.model.workflow.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts that build Java programs: the runtime, launchers, jars and executables. */
@Tag("bash")
class JavaBuildScriptsTest extends BuildScripts {
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
}
