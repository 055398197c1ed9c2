package dev.slipway.toolchain.maven;

import static dev.slipway.blueprint.Drawn.env;
import static dev.slipway.blueprint.Drawn.inputs;
import static dev.slipway.blueprint.Drawn.job;
import static dev.slipway.blueprint.Drawn.names;
import static dev.slipway.blueprint.Drawn.permissions;
import static dev.slipway.blueprint.Drawn.plain;
import static dev.slipway.blueprint.Drawn.run;
import static dev.slipway.blueprint.Drawn.runners;
import static dev.slipway.blueprint.Drawn.script;
import static dev.slipway.blueprint.Drawn.uses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.jvm.JavaBundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MavenTest {
    private final Maven maven = new Maven(
            new JavaBundle("17", List.of(), List.of()),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            false);

    private static Generation generation(String settings) {
        return Examples.generate("name: slip\nrepository: a/slip\nmaven: { " + settings + " }\n");
    }

    private Optional<Recipe> recipe(String word) {
        return maven.recipe(Target.of(word).orElseThrow());
    }

    @Test
    void itBuildsOnAMachineOfEachArchitecture() {
        assertThat(recipe("linux-amd64"))
                .contains(new Recipe("linux-amd64", "native", List.of(), Map.of(), Optional.of("ubuntu-latest")));
        assertThat(recipe("linux-aarch64"))
                .contains(new Recipe("linux-arm64", "native", List.of(), Map.of(), Optional.of("ubuntu-24.04-arm")));
    }

    @ParameterizedTest
    @CsvSource({
        "macos-arm64, macos-latest",
        "macos-amd64, macos-15-intel",
        "windows-amd64, windows-latest",
        "windows-arm64, windows-11-arm"
    })
    void everySystemHasItsOwnRuntimeSoItsOwnMachine(String word, String runner) {
        Maven newer = new Maven(
                new JavaBundle("21", List.of(), List.of()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                false);
        assertThat(newer.recipe(Target.of(word).orElseThrow()).flatMap(Recipe::runner))
                .contains(runner);
    }

    @Test
    void theFirstTemurinForWindowsOnArmIsOfJava21() {
        assertThat(recipe("windows-amd64")).isPresent();
        assertThat(recipe("windows-arm64")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-amd64-musl",
                "linux-arm64-musl",
                "linux-armv7",
                "macos-universal",
                "windows-i686",
                "freebsd-amd64"
            })
    void itBuildsForNothingElse(String word) {
        assertThat(recipe(word)).isEmpty();
    }

    @Test
    void itShipsAFolderWithTheProgramAndItsRuntime() {
        assertThat(maven.shipped("slip")).containsExactly(new Shipped("slip", "slip/bin/slip"));
        assertThat(maven.key()).isEqualTo("maven");
        assertThat(maven.title()).isEqualTo("Java 17 with Maven");
        assertThat(maven.env()).isEmpty();
    }

    @Test
    void itPacksTheJarOfTheConfigOrTheOneNamedAfterTheProject() {
        Generation generation = generation("");
        StepsJob build = job(generation, "build-linux");
        assertThat(env(run(build, "Add a Java runtime")))
                .containsOnly(Map.entry("JAR", "target/slip.jar"), Map.entry("NAME", "slip"));
        assertThat(env(run(job(generation("jar: app/target/a-1.jar"), "build-linux"), "Add a Java runtime")))
                .containsEntry("JAR", "app/target/a-1.jar");
        assertThat(script(build, "Build")).isEqualTo("mvn --batch-mode --no-transfer-progress -DskipTests package");
        assertThat(script(build, "Add a Java runtime")).isEqualTo("bash .slipway/scripts/java-folder.sh");
        assertThat(script(job(generation, "build-macos"), "Add a Java runtime"))
                .isEqualTo("bash .slipway/scripts/java-folder.sh");
        assertThat(generation.files().file(".slipway/scripts/java-folder.sh"))
                .hasValueSatisfying(file -> assertThat(file.text())
                        .contains("jlink --add-modules", "jdeps ")
                        .doesNotContain("jpackage"));
    }

    @Test
    void onWindowsTheRuntimeIsAddedInTheWorkflowSinceGitMayChangeTheEndsOfLinesOfAFile() {
        assertThat(script(
                        job(generation("jar: a.jar }\ntargets: [windows-amd64]\n#"), "build-windows"),
                        "Add a Java runtime"))
                .contains("jlink --add-modules", "jpackage ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "java: 17, train: help              | the class archive of Java 17 works only in the folder where it was created",
                "native: target/a, train: help      | 'train' cannot be combined with 'native': an executable has no Java runtime",
                "native: target/a, modules: java.se | 'modules' cannot be combined with 'native': an executable has no Java runtime",
                "compare: --version                 | 'compare' needs 'native': without an executable, there is nothing to compare with the jar",
                "native: target/a, compare: a;b       | invalid command line 'a;b'",
                "native: target/a, java: 19         | GraalVM has no release for Java 19",
                "modules: [java.SE]                 | the module 'java.SE' has capital letters",
                "train: [a b]                       | invalid argument 'a b'",
            })
    void whatARuntimeCannotHaveIsAnError(String settings, String message) {
        assertThatThrownBy(() -> generation(settings)).hasMessageContaining(message);
    }

    @Test
    void aReleaseSwitchesItsProfilesOn() {
        assertThat(script(job(generation("profiles: [dist, fat]"), "build-linux"), "Build"))
                .isEqualTo("mvn --batch-mode --no-transfer-progress -Pdist,fat -DskipTests package");
        Generation compiled = Examples.generate(
                "name: slip\nrepository: a/slip\nmaven: { native: target/slip, profiles: dist }\ntargets: linux-amd64\n");
        assertThat(script(job(compiled, "build-linux"), "Build"))
                .isEqualTo("mvn --batch-mode --no-transfer-progress -Pnative,dist -DskipTests package");
    }

    @Test
    void itInstallsTheJavaOfTheConfigWithoutACacheInAReleaseAndWithOneInCi() {
        Generation generation = generation("java: 21");
        assertThat(inputs(uses(job(generation, "build-linux"), "Install Java")))
                .containsExactly(Map.entry("distribution", "temurin"), Map.entry("java-version", "21"));
        assertThat(inputs(uses(job(generation.blueprint().ci().orElseThrow(), "test"), "Install Java")))
                .containsExactly(
                        Map.entry("distribution", "temurin"),
                        Map.entry("java-version", "21"),
                        Map.entry("cache", "maven"));
    }

    @Test
    void itTestsEverySystem() {
        StepsJob test = job(generation("java: 21").blueprint().ci().orElseThrow(), "test");
        assertThat(names(test)).containsExactly("Check out", "Install Java", "Build and test");
        assertThat(runners(test)).containsExactly("${{ matrix.os }}");
        assertThat(test.strategy().orElseThrow().matrix().orElseThrow().axes().get("os"))
                .extracting(value -> plain(value))
                .containsExactly("ubuntu-latest", "ubuntu-24.04-arm", "macos-15-intel", "macos-latest");
        assertThat(permissions(test)).containsExactly("contents: read");
        assertThat(plain(test.timeoutMinutes().orElseThrow())).isEqualTo("60");
        assertThat(script(test, "Build and test")).isEqualTo("mvn --batch-mode --no-transfer-progress verify");
    }

    @Test
    void itSeesTheHistoryWhereTheBuildAsksForIt() {
        assertThat(inputs(uses(job(generation("history: true"), "build-linux"), "Check out")))
                .containsEntry("fetch-depth", "0");
        assertThat(inputs(uses(job(generation("history: false"), "build-linux"), "Check out")))
                .doesNotContainKey("fetch-depth");
    }

    @Test
    void anExecutableIsCompiledOnAMachineOfItsOwnKind() {
        Maven executable = new Maven(
                new JavaBundle("25", List.of(), List.of()),
                Optional.empty(),
                Optional.of("target/slip"),
                List.of(),
                List.of(),
                false);
        assertThat(executable.shipped("slip")).containsExactly(Shipped.file("slip"));
        assertThat(executable.title()).isEqualTo("Java 25 with Maven, as a native executable");
        assertThat(executable.linksLibc()).isTrue();
        assertThat(Stream.of("linux-amd64", "linux-arm64", "macos-arm64", "windows-amd64")
                        .map(word ->
                                executable.recipe(Target.of(word).orElseThrow()).orElseThrow())
                        .map(recipe ->
                                recipe.target() + " on " + recipe.runner().orElseThrow()))
                .containsExactly(
                        "linux-amd64 on ubuntu-latest",
                        "linux-arm64 on ubuntu-24.04-arm",
                        "macos-arm64 on macos-latest",
                        "windows-amd64 on windows-latest");
        assertThat(Stream.of("linux-amd64-musl", "linux-armv7", "macos-amd64", "windows-arm64", "freebsd-amd64")
                        .map(word -> executable.recipe(Target.of(word).orElseThrow())))
                .containsOnly(Optional.empty());
    }

    @Test
    void anExecutableIsComparedWithItsJarBeforeItIsUploaded() {
        Generation generation =
                generation("java: 25, jar: target/it.jar, native: target/it }\ntargets: [windows-amd64]\n#");
        StepsJob build = job(generation, "build-windows");
        assertThat(names(build))
                .containsSubsequence(
                        "Install GraalVM", "Build", "Compare the executable with the jar", "Upload the programs")
                .doesNotContain("Install Java");
        assertThat(inputs(uses(build, "Install GraalVM")))
                .containsExactly(Map.entry("distribution", "graalvm-community"), Map.entry("java-version", "25"));
        assertThat(script(build, "Build"))
                .isEqualTo("mvn --batch-mode --no-transfer-progress -Pnative -DskipTests package");
        assertThat(env(run(build, "Compare the executable with the jar")))
                .containsExactly(
                        Map.entry("JAR", "target/it.jar"),
                        Map.entry("EXECUTABLE", "target/it.exe"),
                        Map.entry("PROGRAM", "build/slip.exe"),
                        Map.entry("RUNS", "--version"));
        Generation several =
                generation("native: target/it, compare: [--help, check --format json] }\ntargets: linux-amd64\n#");
        assertThat(env(run(job(several, "build-linux"), "Compare the executable with the jar")))
                .containsEntry("RUNS", "--help\ncheck --format json");
    }

    /** The builder takes the character set of file names from its own locale, and that of a container is ASCII. */
    @Test
    void anExecutableIsCompiledForFileNamesInUtf8() {
        Generation generation =
                generation("native: target/it }\ntargets: [linux-amd64, linux-arm64, macos-arm64, windows-amd64]\n#");
        assertThat(env(run(job(generation, "build-linux"), "Build"))).containsExactly(Map.entry("LC_ALL", "C.UTF-8"));
        assertThat(env(run(job(generation, "build-macos"), "Build"))).isEmpty();
        assertThat(env(run(job(generation, "build-windows"), "Build"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"native: ../it", "native: /it", "native: target/it.exe", "native: a/./it"})
    void itReadsOnlyExecutablesOfTheRepository(String settings) {
        assertThat(Examples.findings("repository: a/slip\nmaven: { " + settings + " }\n"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java: 1.8", "java: x", "jar: ../a.jar", "jar: a/../b.jar", "jar: a.zip", "jar: /a.jar"})
    void itReadsOnlyReleasesAndJarsOfTheRepository(String settings) {
        assertThat(Examples.findings("repository: a/slip\nmaven: { " + settings + " }\n"))
                .hasSize(1);
    }
}
