package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JDK of the pipeline is the one that builds the project today. */
class JdkHintTest {
    @TempDir
    Path directory;

    private SampleRepository repository;

    @BeforeEach
    void start() {
        repository = new SampleRepository(directory)
                .file("settings.gradle", "rootProject.name = 'tool'\n")
                .file("build.gradle", "plugins { id 'application' }\n")
                .file("gradlew", "#!/bin/sh\n")
                .file(
                        "gradle/wrapper/gradle-wrapper.properties",
                        "distributionUrl=https\\://services.gradle.org/distributions/gradle-9.2.0-bin.zip\n");
    }

    private String java() throws NoProposal {
        Proposal proposal = Proposal.of(
                repository.committed().origin("https://github.com/me/tool").read(),
                Optional.empty(),
                LocalDate.of(2026, 11, 28));
        return proposal.remarks().stream()
                .filter(remark -> remark.key().matches("(gradle|maven)\\.java"))
                .map(remark -> remark.kind() + " " + remark.value() + ": " + remark.why())
                .findFirst()
                .orElse("");
    }

    private void workflow(String name, String on, String step) {
        repository.file(
                ".github/workflows/" + name,
                "on: " + on + "\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - " + step
                        + "\n      - run: ./gradlew build\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "uses: graalvm/setup-graalvm@v1 | { java-version: 24.0.1 } | 24",
                "uses: oracle-actions/setup-java@v1 | { release: 22 } | 22",
                "uses: coursier/setup-action@v1 | { jvm: 'temurin:1.21' } | 21",
                "uses: sdkman/sdkman-action@main | { candidate: java, version: 23.0.2-tem } | 23",
                "uses: actions/setup-java@v5 | { java-version-file: ci/jdk.txt } | 19",
                "uses: actions/setup-java@v5 | { java-version: \"21\\n11\\n18\" } | 18",
                "uses: actions/setup-java@v5 | { java-version: '11' } | 17",
                "run: sdk install java 20.0.1-tem | | 20",
            })
    void itIsReadFromEveryWayToInstallOne(String step, String with, String java) throws NoProposal {
        repository.file("ci/jdk.txt", "19\n").file(".tool-versions", "nodejs 22.1.0\n");
        workflow("ci.yml", "pull_request", with == null ? step : step + "\n        with: " + with);
        assertThat(java()).startsWith("TAKEN " + java + ": ").contains("from .github/workflows/ci.yml:6");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                ".java-version | 21.0.4 | 21",
                ".java-version | temurin-24.0.1 | 24",
                ".sdkmanrc | java=22.0.2-tem | 22",
                ".tool-versions | java zulu-23.30.13 | 23",
                "mise.toml | java = \"18\" | 18",
                "gradle/gradle-daemon-jvm.properties | toolchainVersion=20 | 20",
            })
    void itIsReadFromTheFilesOfVersionManagers(String file, String text, String java) throws NoProposal {
        repository.file(file, text + "\n");
        assertThat(java()).isEqualTo("TAKEN " + java + ": from " + file);
    }

    @Test
    void theOneThatReleasesGoesBeforeThoseThatTest() throws NoProposal {
        workflow("ci.yml", "pull_request", "uses: actions/setup-java@v5\n        with: { java-version: 18 }");
        workflow(
                "release.yml",
                "{ push: { tags: ['v*'] } }",
                "uses: actions/setup-java@v5\n        with: { java-version: 22 }\n      - run: gh release create v1 a.zip");
        assertThat(java()).isEqualTo("TAKEN 22: from .github/workflows/release.yml:6");
    }

    @Test
    void mavenBuildsWithItWhereTheProgramIsCompiledForAnOlderOne() throws NoProposal {
        repository.file("build.gradle", "").file("pom.xml", """
                        <project><groupId>g</groupId><artifactId>tool</artifactId><version>1</version>
                        <properties><maven.compiler.release>8</maven.compiler.release></properties></project>
                        """).file(".java-version", "21\n");
        repository.file("settings.gradle", "");
        assertThat(java()).isEqualTo("TAKEN 21: from .java-version");
    }

    @Test
    void otherModulesSayNothingAboutTheJdkOfTheProgram() throws NoProposal {
        repository
                .file("settings.gradle", "rootProject.name = 'tool'\ninclude 'cli', 'template', 'old'\n")
                .file("build.gradle", "")
                .file("cli/build.gradle", "plugins { id 'application' }\n")
                .file("template/build.gradle", "plugins { id 'java' }\nkotlin { jvmToolchain(21) }\n")
                .file("old/build.gradle", "plugins { id 'java' }\njava { sourceCompatibility = '1.8' }\n")
                .file(".java-version", "25\n");
        assertThat(java()).isEqualTo("TAKEN 25: from .java-version");
        assertThat(opens())
                .contains("a script also asks for a Java 21 toolchain, which Gradle must be able to download; "
                        + "template/build.gradle:2");
    }

    @Test
    void whereOnlyAnotherModuleNamesAJdkItIsAGuess() throws NoProposal {
        repository
                .file("settings.gradle", "rootProject.name = 'tool'\ninclude 'cli', 'core'\n")
                .file("build.gradle", "")
                .file("cli/build.gradle", "plugins { id 'application' }\n")
                .file("core/build.gradle", "plugins { id 'java' }\nkotlin { jvmToolchain(21) }\n");
        assertThat(java()).startsWith("GUESS 21: ").contains("core/build.gradle:2");
    }

    @ParameterizedTest(name = "{0}, built with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "java { toolchain { languageVersion = JavaLanguageVersion.of(18) } } | 21 | 18",
                "java { sourceCompatibility = '18' } | 21 | 21",
                "java { sourceCompatibility = '21' } | 18 | 21",
                "test { javaLauncher = javaToolchains.launcherFor { languageVersion = JavaLanguageVersion.of(23) } } | 18 | 18",
            })
    void aToolchainDecidesAndACompatibilityOnlyAsksForAtLeastThat(String script, String today, String java)
            throws NoProposal {
        repository
                .file("build.gradle", "plugins { id 'application' }\n" + script + "\n")
                .file(".java-version", today + "\n");
        assertThat(java()).startsWith("TAKEN " + java + ": ");
    }

    private String opens() throws NoProposal {
        return Proposal.of(repository.committed().read(), Optional.empty(), LocalDate.of(2026, 11, 28))
                .remarks()
                .stream()
                .filter(remark -> remark.kind() == Remark.Kind.OPEN)
                .map(Remark::why)
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"jdk+fx, true", "jre+fx, true", "jdk, false"})
    void aJdkWithMoreInItIsSaid(String name, boolean more) throws NoProposal {
        workflow(
                "release.yml",
                "{ push: { tags: ['v*'] } }",
                "uses: actions/setup-java@v5\n        with: { distribution: zulu, java-version: 21, java-package: "
                        + name + " }");
        Proposal proposal = Proposal.of(
                repository.committed().origin("https://github.com/me/tool").read(),
                Optional.empty(),
                LocalDate.of(2026, 11, 28));
        assertThat(proposal.remarks().stream().map(Remark::why))
                .matches(all -> all.stream()
                                .anyMatch(why -> why.contains("a JDK with more in it ('java-package: " + name + "')"))
                        == more);
    }
}
