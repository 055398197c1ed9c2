package dev.slipway.toolchain.gradle;

import static dev.slipway.blueprint.Drawn.env;
import static dev.slipway.blueprint.Drawn.inputs;
import static dev.slipway.blueprint.Drawn.job;
import static dev.slipway.blueprint.Drawn.names;
import static dev.slipway.blueprint.Drawn.run;
import static dev.slipway.blueprint.Drawn.script;
import static dev.slipway.blueprint.Drawn.uses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.model.workflow.StepsJob;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradleTest {
    private static final String START = "name: slip\nrepository: a/slip\n";

    private static Generation generation(String settings) {
        return Examples.generate(START + "gradle: { " + settings + " }\n");
    }

    private static StepsJob build(String settings) {
        return job(generation(settings), "build-linux");
    }

    @Test
    void aFolderIsWhatThePluginOfApplicationsMakes() {
        StepsJob build = build("java: 21");
        assertThat(names(build))
                .containsSubsequence(
                        "Check out", "Install Java", "Build", "Add a Java runtime", "Put slip into a tar file");
        assertThat(inputs(uses(build, "Install Java")))
                .containsExactly(Map.entry("distribution", "temurin"), Map.entry("java-version", "21"));
        assertThat(script(build, "Build")).isEqualTo("./gradlew --no-daemon --console=plain installDist");
        assertThat(script(build, "Add a Java runtime")).isEqualTo("bash .slipway/scripts/java-folder.sh");
        assertThat(env(run(build, "Add a Java runtime")))
                .containsOnly(Map.entry("INSTALLED", "build/install/slip"), Map.entry("NAME", "slip"));
    }

    @Test
    void aJarIsWhatAShadowPluginMakes() {
        Generation one = generation("jar: build/libs/slip.jar");
        StepsJob build = job(one, "build-linux");
        assertThat(script(build, "Build")).isEqualTo("./gradlew --no-daemon --console=plain shadowJar");
        assertThat(env(run(build, "Add a Java runtime"))).containsEntry("JAR", "build/libs/slip.jar");
        assertThat(runtime(one)).contains("jlink --add-modules").doesNotContain("compgen");
        Generation named = generation("task: ':cli:bootJar', jar: 'cli/build/libs/slip-*.jar'");
        assertThat(script(job(named, "build-linux"), "Build"))
                .isEqualTo("./gradlew --no-daemon --console=plain :cli:bootJar");
        assertThat(runtime(named)).contains("compgen -G \"$JAR\"");
    }

    private static String runtime(Generation generation) {
        return generation
                .files()
                .file(".slipway/scripts/java-folder.sh")
                .orElseThrow()
                .text();
    }

    @Test
    void anExecutableIsCompiledForTheSystemsThatGraalVmHas() {
        Generation generation = Examples.generate(
                START + "gradle: { native: build/native/nativeCompile/slip }\ntargets: [linux-amd64, windows-amd64]\n");
        StepsJob windows = job(generation, "build-windows");
        assertThat(names(windows)).contains("Install GraalVM");
        assertThat(script(windows, "Build")).startsWith("./gradlew --no-daemon --console=plain nativeCompile\n");
        assertThat(env(run(windows, "Build")))
                .containsExactly(
                        Map.entry("EXECUTABLE", "build/native/nativeCompile/slip.exe"),
                        Map.entry("PROGRAM", "build/slip.exe"));
    }

    @Test
    void changesAreTestedAndBuiltWithTheCacheOfGradle() {
        Generation generation = Examples.generate(START + "gradle: {}\nci: { jobs: [test, build] }\n");
        var ci = generation.blueprint().ci().orElseThrow();
        assertThat(script(job(ci, "test"), "Build and test")).isEqualTo("./gradlew --no-daemon --console=plain build");
        assertThat(script(job(ci, "build"), "Build")).isEqualTo("./gradlew --no-daemon --console=plain assemble");
        assertThat(inputs(uses(job(ci, "test"), "Install Java"))).containsEntry("cache", "gradle");
    }

    @Test
    void theVersionIsThatOfTheProjectWhoseTaskMakesTheProgram() {
        Generation generation = Examples.generate(
                START + "gradle: { task: ':apps:cli:installDist' }\nrelease: { version-check: true }\n");
        StepsJob version = job(generation, "version");
        assertThat(env(run(version, "Compare with the Gradle build"))).containsEntry("PROJECT", ":apps:cli");
        assertThat(script(version, "Compare with the Gradle build")).contains("\"$PROJECT:properties\"");
    }

    @Test
    void theComponentsAreThoseOfTheProjectThatMakesTheProgram() {
        StepsJob sbom =
                job(Examples.generate(START + "gradle: { task: ':cli:installDist' }\nsbom: cyclonedx\n"), "sbom");
        assertThat(env(run(sbom, "List the components"))).containsExactly(Map.entry("PROJECT", ":cli"));
        assertThat(script(sbom, "List the components"))
                .contains("runtimeClasspath", "\"$PROJECT:listComponents\"", "components.json");
    }

    @Test
    void aTaskMakesOneThing() {
        assertThat(Examples.findings(START + "gradle: { jar: a.jar, native: b }\n"))
                .extracting(finding -> finding.position() + " " + finding.message(), finding -> finding.help())
                .containsExactly(tuple(
                        "3:23 'jar' and 'native' cannot be combined: a task creates only one of them",
                        "keep the one to ship"));
    }

    @Test
    void aJdkWithoutJpackageIsRefused() {
        assertThat(Examples.findings(START + "gradle: { java: 11 }\n"))
                .extracting(finding -> finding.position() + " " + finding.message())
                .containsExactly("3:17 invalid Java release '11'");
        assertThat(Examples.findings(START + "maven: { java: 16 }\n")).hasSize(1);
    }
}
