package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AboutGradleTest {
    @TempDir
    Path directory;

    private SampleRepository repository;

    @BeforeEach
    void start() {
        repository = new SampleRepository(directory)
                .file("settings.gradle", "rootProject.name = 'tool'\n")
                .file("build.gradle", "plugins { id 'application' }\n")
                .file("gradlew", "#!/bin/sh\n");
        wrapper("9.1.0");
    }

    private void wrapper(String version) {
        repository.file(
                "gradle/wrapper/gradle-wrapper.properties",
                "distributionUrl=https\\://services.gradle.org/distributions/gradle-" + version + "-bin.zip\n");
    }

    private Proposal proposal(String... wanted) throws NoProposal {
        repository.committed().origin("https://github.com/me/tool");
        return Proposal.of(
                repository.read(),
                Optional.of(wanted).filter(all -> all.length > 0).map(all -> all[0]),
                LocalDate.of(2026, 11, 28));
    }

    private static String line(Proposal proposal) {
        return proposal.config()
                .lines()
                .filter(line -> line.startsWith("gradle:"))
                .findFirst()
                .orElse("");
    }

    private static String open(Proposal proposal) {
        return proposal.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.OPEN || remark.kind() == Remark.Kind.GUESS)
                .map(remark -> remark.key() + ": " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest(name = "{0} with Gradle {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | 9.1.0  | 25 | found no Java version in the scripts",
                "''                       | 8.14.5 | 21 | found no Java version in the scripts",
                "''                       | 7.3    | 17 | found no Java version in the scripts",
                "''                       | 6.9    | 17 | Gradle 6.9 does not run on Java 17, so the build fails; update the wrapper "
                        + "to 7.3 or later",
                "sourceCompatibility = 11 | 8.5    | 17 | ''",
                "java { toolchain { languageVersion = JavaLanguageVersion.of(21) } } | 8.5 | 21 | ''",
                "java { toolchain { languageVersion = JavaLanguageVersion.of(21) } } | 8.4 | 21 | update the "
                        + "wrapper to 8.5 or later",
                "java { toolchain { languageVersion = JavaLanguageVersion.of(26) } } | 9.6.1 | 26 | ''",
                "java { toolchain { languageVersion = JavaLanguageVersion.of(26) } } | 9.3 | 26 | update the "
                        + "wrapper to 9.4 or later",
                "java { toolchain { languageVersion = JavaLanguageVersion.of(27) } } | 9.9.0 | 27 | ''",
                "java { toolchain { languageVersion = JavaLanguageVersion.of(27) } } | 9.1.0 | 27 | Gradle 9.1.0 does "
                        + "not run on Java 27",
                "java { toolchain { languageVersion = JavaLanguageVersion.of(11) } } | 9.1.0 | 17 | also asks for a "
                        + "Java 11 toolchain",
            })
    void theJdkRunsTheWrapperAndShipsARuntime(String script, String gradle, int java, String open) throws NoProposal {
        wrapper(gradle);
        repository.file("build.gradle", "plugins { id 'application' }\n" + script + "\n");
        Proposal proposal = proposal();
        assertThat(line(proposal)).isEqualTo("gradle: { java: " + java + " }");
        assertThat(open(proposal)).contains(open);
        if (open.isEmpty()) {
            assertThat(open(proposal)).doesNotContain("gradle.java");
        }
    }

    @Test
    void theProgramOfASubprojectIsNamedByTaskAndFolder() throws NoProposal {
        repository
                .file("settings.gradle", "rootProject.name = 'tool'\ninclude 'cli'\n")
                .file("build.gradle", "")
                .file("cli/build.gradle", "plugins { id 'application' }\n");
        assertThat(line(proposal()))
                .isEqualTo("gradle: { java: 25, task: \":cli:installDist\", installed: cli/build/install/cli }");
    }

    @Test
    void ofSeveralProgramsNobodyGuesses() throws NoProposal {
        repository
                .file("settings.gradle", "include 'cli', 'gui', 'benchmarks'\n")
                .file("build.gradle", "");
        for (String name : new String[] {"cli", "gui", "benchmarks"}) {
            repository.file(name + "/build.gradle", "plugins { id 'application' }\n");
        }
        assertThatThrownBy(this::proposal)
                .isInstanceOfSatisfying(
                        NoProposal.class,
                        nothing -> assertThat(nothing.getMessage() + ": " + nothing.help())
                                .isEqualTo("several modules build a program: select one with 'slipway init --package': "
                                        + "cli (cli, application), gui (gui, application)"));
        Proposal gui = Proposal.of(repository.read(), Optional.of("gui"), LocalDate.of(2026, 11, 28));
        assertThat(line(gui)).contains("\":gui:installDist\"");
        assertThat(open(gui)).contains("not released: cli (cli, application), benchmarks (benchmarks, application)");
    }

    @ParameterizedTest
    @CsvSource({"cli, demo_app", "cli, integration-test-suite:web", "tool-standalone, server"})
    void examplesAreNoProgramsForPeopleAndStandaloneOnesAre(String chosen, String other) throws NoProposal {
        repository
                .file("settings.gradle", "include '" + chosen + "', '" + other + "'\n")
                .file("build.gradle", "");
        for (String name : new String[] {chosen, other.replace(':', '/')}) {
            repository.file(name + "/build.gradle", "plugins { id 'application' }\n");
        }
        assertThat(proposal().config()).contains("\":" + chosen + ":installDist\"");
    }

    @Test
    void whatTheBuildOfAReleaseNeedsIsSaid() throws NoProposal {
        repository.git("init", "-q").git("rm", "-q", "--cached", "--ignore-unmatch", "gradlew");
        directory.resolve("gradlew").toFile().delete();
        repository.file("build.gradle", "plugins { id 'java' }\n");
        assertThat(open(proposal())).contains("'gradlew' is missing", "found no project", "release builds fail");
    }

    @Test
    void mavenIsTakenWhereItMakesTheProgram() throws NoProposal {
        repository.file(
                "pom.xml",
                "<project><artifactId>tool</artifactId><build><plugins><plugin><artifactId>maven-shade-plugin</artifactId>"
                        + "<executions><execution><goals><goal>shade</goal></goals></execution></executions>"
                        + "<configuration><mainClass>a.M</mainClass></configuration></plugin></plugins></build></project>");
        Proposal proposal = proposal();
        assertThat(proposal.config())
                .contains("maven: { jar: target/tool-*.jar }")
                .doesNotContain("gradle");
        assertThat(open(proposal)).contains("there is also a Gradle build");
    }

    private void modules(String workflow) {
        repository
                .file("settings.gradle", "rootProject.name = 'tool'\ninclude 'cli', 'server'\n")
                .file("build.gradle", "")
                .file("cli/build.gradle", "plugins { id 'application' }\napplication { mainClass = 'x.Cli' }\n")
                .file("server/build.gradle", "plugins { id 'application' }\napplication { mainClass = 'x.Server' }\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          ship:
                            runs-on: ubuntu-latest
                            steps:
                              - run: %s
                              - run: gh release create "$GITHUB_REF_NAME" out.zip
                        """.formatted(workflow));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./gradlew server:distZip",
                "./gradlew server:distZip -x cli:distZip",
                "./gradlew cli:dockerPush server:assemble",
                "./gradlew :cli:test :server:assemble",
                "./gradlew assemble && cp server/build/distributions/server.zip out.zip",
                "./gradlew cli:assemble server:assemble && zip out.zip ./server/build/libs/server.jar",
                "cd server && ../gradlew assemble && mv build/distributions/server.zip ../out.zip",
            })
    void theModuleWhoseResultsTheReleaseTakesIsTheProgram(String command) throws NoProposal {
        modules(command);
        assertThat(proposal().config())
                .contains("task: \":server:installDist\"")
                .doesNotContain(":cli:");
    }

    @Test
    void theModuleThatTheReleaseBuildsIsTheProgram() throws NoProposal {
        modules("./gradlew clean :server:distZip");
        assertThat(proposal().config())
                .contains("task: \":server:installDist\"")
                .doesNotContain(":cli:");
    }

    @Test
    void aModuleThatIsOnlyPublishedIsNotTheProgram() throws NoProposal {
        modules("./gradlew :server:publishPlugins distZip");
        assertThatThrownBy(this::proposal).hasMessage("several modules build a program");
        modules("./gradlew :server:publishToSonatype :cli:distZip");
        repository.git("remote", "remove", "origin");
        assertThat(proposal().config()).contains("task: \":cli:installDist\"");
    }

    @Test
    void whereTheReleaseBuildsAllOfThemSomebodyHasToChoose() {
        modules("./gradlew distZip");
        assertThatThrownBy(this::proposal).hasMessage("several modules build a program");
    }

    @Test
    void aBenchmarkIsNoProgramEvenIfNothingElseIsAJar() throws NoProposal {
        repository
                .file("settings.gradle", "rootProject.name = 'tool'\ninclude 'server', 'speed'\n")
                .file("build.gradle", "")
                .file("server/build.gradle", "plugins { id 'io.quarkus' }\n")
                .file(
                        "speed/build.gradle",
                        "plugins { id 'com.gradleup.shadow' }\nshadowJar { manifest { attributes('Main-Class': "
                                + "'org.openjdk.jmh.Main') } }\n");
        Proposal proposal = proposal();
        assertThat(proposal.config()).doesNotContain("speed");
        assertThat(open(proposal)).contains("not released: speed");
    }

    @Test
    void kotlinWithoutJavaIsNoJavaProgram() throws NoProposal {
        repository.file("build.gradle", "").file("build.gradle.kts", """
                plugins { kotlin("multiplatform") version "2.2.0" }
                kotlin { linuxX64 { binaries { executable() } } }
                """);
        assertThat(proposal().config())
                .contains("./gradlew linkReleaseExecutableLinuxX64", "build/bin/linuxX64/releaseExecutable/*.kexe")
                .doesNotContain("gradle:", "java");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "macosX64 { binaries { executable() } } | targets: [macos-amd64] | ./gradlew linkReleaseExecutableMacosX64",
                "listOf(macosX64(), macosArm64(), linuxX64()) | targets: [linux-amd64, macos-amd64, macos-arm64] "
                        + "| ./gradlew linkReleaseExecutable{target}",
                "linuxX64(\"native\"); macosArm64(\"native\") | targets: [linux-amd64, macos-arm64] "
                        + "| ./gradlew linkReleaseExecutableNative",
                "mingwX64(\"win\") | targets: [windows-amd64] | cp build/bin/win/releaseExecutable/*.exe build/{name}.exe",
                "mingwX64(); linuxArm64() | targets: [linux-arm64, windows-amd64] "
                        + "| targets: { linux-arm64: LinuxArm64, windows-amd64: MingwX64 }",
            })
    void kotlinWithoutJavaIsBuiltForThePlatformsOfItsScript(String script, String targets, String command)
            throws NoProposal {
        repository.file("build.gradle", "").file("build.gradle.kts", """
                plugins { kotlin("multiplatform") version "2.2.0" }
                kotlin { %s }
                """.formatted(script));
        Proposal proposal = proposal();
        assertThat(proposal.config()).contains("\n" + targets + "\n", command);
        assertThat(open(proposal))
                .contains("targets: the platforms that build.gradle.kts names")
                .doesNotContain("for macOS and Windows, add");
    }

    @Test
    void whatIsPublishedForBuildsIsSaidAndALocalCopyIsNot() throws NoProposal {
        modules("./gradlew :cli:distZip :cli:publishAllPublicationsToCentralRepository");
        assertThat(proposal().remarks())
                .filteredOn(remark -> remark.key().equals("step"))
                .singleElement()
                .satisfies(remark -> assertThat(remark.why()).startsWith("a Maven repository; move it to 'jobs'"));
        modules("./gradlew :cli:distZip :cli:publishToMavenLocal");
        repository.git("remote", "remove", "origin");
        assertThat(proposal().remarks()).noneMatch(remark -> remark.key().equals("step"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "publish | a Maven repository",
                ":cli:publishToSonatype | a Maven repository",
                "publishMavenPublicationToGitHubPackagesRepository | a Maven repository",
                "publishAndReleaseToMavenCentral | a Maven repository",
                ":plugin:publishPlugins | a plugin for Gradle or an editor",
                ":ide:publishPlugin | a plugin for Gradle or an editor",
                "publishModrinth | what the task 'publishModrinth' publishes",
            })
    void whatATaskPublishesIsCalledByItsName(String task, String what) throws NoProposal {
        modules("./gradlew :cli:distZip " + task);
        assertThat(proposal().remarks())
                .filteredOn(remark -> remark.key().equals("step"))
                .singleElement()
                .satisfies(remark -> assertThat(remark.why()).startsWith(what + "; move it to 'jobs'"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "gradle/gradle-build-action@v3",
                "gradle/actions/setup-gradle@v3",
                "eskatos/gradle-command-action@v1",
                "burrunan/gradle-cache-action@v3",
            })
    void whatAnActionStartsGradleWithIsRead(String action) throws NoProposal {
        modules("true");
        repository.file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - name: To a repository
                        uses: %s
                        with:
                          arguments: |
                            :server:distZip
                            publishToSonatype
                      - run: gh release create "$GITHUB_REF_NAME" out.zip
                """.formatted(action));
        Proposal proposal = proposal();
        assertThat(proposal.config()).contains("task: \":server:installDist\"");
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.key().equals("step"))
                .extracting(Remark::value)
                .containsExactly("'To a repository'");
    }

    @Test
    void whatOtherTasksPackIsNamed() throws NoProposal {
        repository.file("build.gradle", """
                plugins { id 'java' }
                task packAll(type: Zip) { from 'build/libs' }
                tasks.register("fatJar", Jar) { from sourceSets.main.output }
                task sourcesJar(type: Jar) { from sourceSets.main.allSource }
                tasks.register('docsZip', Zip) { from 'docs' }
                parts.each { part ->
                    tasks.register("pack${part.split("\\\\.").collect { it.capitalize() }.join("")}", Zip) { from part }
                    tasks.register("pack${part}All", Zip) { from part }
                }
                """);
        assertThat(proposal().remarks().stream()
                        .filter(remark -> remark.why().startsWith("what this task packs"))
                        .map(Remark::value))
                .containsExactly("packAll", "fatJar");
    }

    @ParameterizedTest
    @ValueSource(strings = {":bench:runAll", ":bench:execNotes", "bench:jmh"})
    void aTaskThatOnlyRunsSomethingIsNotWhatTheReleaseBuilds(String task) throws NoProposal {
        repository
                .file("settings.gradle", "rootProject.name = 'tool'\ninclude 'bench', 'dist'\n")
                .file("build.gradle", "")
                .file("bench/build.gradle", "plugins { id 'application' }\n")
                .file("dist/build.gradle", """
                        plugins { id 'application'; id 'com.gradleup.shadow' version '9.1.0' }
                        application { mainClass = 'org.tool.Main' }
                        shadowJar { archiveClassifier.set('') }
                        startScripts.enabled = false
                        """)
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - run: ./gradlew build %s
                              - uses: actions/upload-artifact@v4
                                with: { name: notes, path: bench/build/reports/notes.html }
                              - run: gh release create $GITHUB_REF_NAME tool.zip
                        """.formatted(task));
        assertThat(line(proposal())).contains("task: \":dist:shadowJar\", jar: dist/build/libs/");
    }
}
