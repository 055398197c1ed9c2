package dev.slipway.detect.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.fact.Fact;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradleTest {
    private static final String NAMED = "rootProject.name = \"tool\"\n";
    private static final String SHADED =
            "plugins { id(\"com.gradleup.shadow\") version \"9.0.0\"; application }\napplication { mainClass = "
                    + "\"a.Main\" }\n";

    @TempDir
    Path directory;

    private SampleRepository repository(String script) {
        return new SampleRepository(directory)
                .file("settings.gradle.kts", NAMED)
                .file("build.gradle.kts", script);
    }

    private static Gradle gradle(SampleRepository repository) {
        return repository.read().gradle().orElseThrow();
    }

    /** The task and the file of each program, or what it lacks. */
    private static String made(Gradle gradle) {
        return gradle.programs().stream()
                .map(made -> made.task() + " "
                        + (made.program().whole()
                                ? made.program().file().orElseThrow().value()
                                : "lacks"))
                .reduce((one, other) -> one + ", " + other)
                .orElse("nothing");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "plugins { application } | installDist build/install/tool",
                "plugins { id 'application' } | installDist build/install/tool",
                "plugins { `application` } | installDist build/install/tool",
                "apply plugin: 'application' | installDist build/install/tool",
                "apply(plugin = \"application\") | installDist build/install/tool",
                "plugins { application apply false } | nothing",
                "// plugins { application } | nothing",
                "/* plugins { application } */ | nothing",
                "val text = \"plugins { application }\" | nothing",
                "if (x) { apply plugin: 'application' } | nothing",
                "plugins { application }⏎distributions { main { distributionBaseName = \"other\" } } | installDist "
                        + "build/install/other",
                "plugins { application }⏎distributions { main { distributionBaseName.set(name + \"x\") } } | "
                        + "installDist lacks",
                "plugins { application }⏎application { applicationName = 'keel' } | installDist build/install/keel",
                "plugins { application }⏎applicationName = \"keel\" | installDist build/install/keel",
                "plugins { application }⏎application.applicationName = 'a' + 'b' | installDist lacks",
                "plugins { application }⏎tasks.startScripts { applicationName = \"x\" } | installDist build/install/tool",
                "plugins { application }⏎application { applicationName = \"keel\" }⏎distributions.main { "
                        + "distributionBaseName = \"other\" } | installDist build/install/other",
                "plugins { id(\"org.springframework.boot\") version \"3.5.0\" } | bootJar build/libs/tool*.jar",
                "plugins { id(\"org.springframework.boot\") }⏎tasks.withType<BootJar> { archiveFileName = \"r.jar\" } "
                        + "| bootJar build/libs/r.jar",
                "plugins { id(\"io.quarkus\") } | quarkusBuild lacks",
                "plugins { id(\"org.graalvm.buildtools.native\") } | nativeCompile lacks",
                "plugins { id(\"com.gradleup.shadow\") } | shadowJar lacks",
            })
    void whatAProjectMakesIsReadOffItsPlugins(String script, String made) {
        assertThat(made(gradle(repository(script.replace('⏎', '\n'))))).isEqualTo(made);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | build/libs/tool*-all.jar",
                "version = \"1.2\" | build/libs/tool-*-all.jar",
                "version '1.2' | build/libs/tool-*-all.jar",
                "archivesBaseName = 'dagger' | build/libs/dagger*-all.jar",
                "base { archivesName.set(\"dagger\") } | build/libs/dagger*-all.jar",
                "tasks.shadowJar { archiveFileName = \"t.jar\" } | build/libs/t.jar",
                "tasks.named<ShadowJar>(\"shadowJar\") { archiveFileName.set(\"t.jar\") } | build/libs/t.jar",
                "tasks.withType<ShadowJar> { archiveClassifier.set(\"\") } | build/libs/tool*.jar",
                "shadowJar { archiveClassifier = 'fat'; archiveVersion = '' } | build/libs/tool-fat.jar",
                "shadowJar { archiveVersion = '' } | build/libs/tool-all.jar",
                "shadowJar { archiveBaseName.set('x'); archiveClassifier.set(null as String) } | build/libs/x*.jar",
                "version = '1'; shadowJar { archiveClassifier.set(null) } | build/libs/tool-*.jar",
                "shadowJar { archiveVersion = null; archiveClassifier = null } | build/libs/tool.jar",
                "tasks.register('lean', ShadowJar) { archiveClassifier = 'lean' } | build/libs/tool*-all.jar",
                "val lean by tasks.registering(ShadowJar::class) { archiveFileName = 'l.jar' } | build/libs/tool*-all.jar",
                "task lean(type: ShadowJar) { archiveBaseName = 'lean' } | build/libs/tool*-all.jar",
                "shadowJar { archiveFileName = \"${name}.jar\" } | lacks",
                "tasks.withType<ShadowJar> { archiveFileName = \"reed.jar\" } | build/libs/reed.jar",
                "shadowJar { archiveFileName = \"a.jar\"; if (slim) { archiveFileName = \"b.jar\" } } | lacks",
                "shadowJar { if (slim) { archiveBaseName = \"b\" } } | lacks",
                "shadowJar { destinationDirectory = file(\"out\") } | lacks",
            })
    void theNameOfAJarIsMadeOfParts(String script, String file) {
        assertThat(made(gradle(repository(SHADED + script)))).endsWith("shadowJar " + file);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "task whole(type: ShadowJar) { MANIFEST; archiveClassifier = 'whole' } | whole build/libs/tool*-whole.jar",
                "val whole by tasks.registering(ShadowJar::class) { MANIFEST } | whole build/libs/tool*.jar",
                "task whole(type: ShadowJar) { MANIFEST }; jar { MANIFEST } | shadowJar build/libs/tool*-all.jar",
                "task whole(type: ShadowJar) { MANIFEST }; shadowJar { MANIFEST } | shadowJar build/libs/tool*-all.jar",
                "task whole(type: Jar) { MANIFEST } | shadowJar build/libs/tool*-all.jar",
            })
    void theShadowJarThatStartsIsTheProgram(String script, String made) {
        String manifest = "manifest { attributes 'Main-Class': 'a.Main' }";
        assertThat(made(gradle(repository(
                        "plugins { id(\"com.gradleup.shadow\") }\n" + script.replace("MANIFEST", manifest)))))
                .isEqualTo(made);
    }

    @Test
    void aReleaseThatDependsOnTheJdkIsOneThatTheCodeIsCompiledFor() {
        Gradle gradle = gradle(repository("plugins { id 'application' }\n"
                + "if (JavaVersion.current() != JavaVersion.VERSION_1_8) {\n  compileJava.options.release = 8\n}\n"
                + "if (odd) { compileJava.options.release = 12 }\n"));
        assertThat(gradle.java().releases()).containsExactly(new Fact<>(8, "build.gradle.kts:3"));
    }

    @Test
    void whatIsSaidAboutAllProjectsHoldsForEach() {
        Gradle gradle = gradle(new SampleRepository(directory)
                .file(
                        "settings.gradle",
                        "rootProject.name = 'all'\ninclude 'core',\n  ':apps:cli'\nproject(':core').projectDir = "
                                + "file('lib/core')\n")
                .file(
                        "build.gradle",
                        "subprojects {\n  version = '1'\n}\nproject(':core') {\n  apply plugin: 'application'\n}\n")
                .file("apps/cli/build.gradle", "plugins { id 'application' }\nmainClassName = 'a.Main'\n"));
        assertThat(gradle.programs())
                .extracting(made ->
                        made.task() + " " + made.program().file().orElseThrow().value())
                .containsExactly(
                        ":core:installDist lib/core/build/install/core",
                        ":apps:cli:installDist apps/cli/build/install/cli");
        assertThat(gradle.programs().get(1).program().mainClass())
                .hasValue(new Fact<>("a.Main", "apps/cli/build.gradle:2"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "project(':cli').name = 'reed' | :reed:installDist cli/build/install/reed",
                "project(\":cli\").name = \"reed\" | :reed:installDist cli/build/install/reed",
                "findProject(':cli')?.name = 'reed' | :reed:installDist cli/build/install/reed",
                "project(':cli').projectDir = file(\"$rootDir/tools/cli\") | :cli:installDist tools/cli/build/install/cli",
                "project(':cli').projectDir = file(\"${rootProject.projectDir}/tools/cli\") "
                        + "| :cli:installDist tools/cli/build/install/cli",
                "project(':cli').projectDir = new File(settingsDir, 'tools/cli') "
                        + "| :cli:installDist tools/cli/build/install/cli",
                "project(':cli').projectDir = file(\"tools/cli\"); project(':cli').name = 'reed' "
                        + "| :reed:installDist tools/cli/build/install/reed",
            })
    void aProjectMayHaveAnotherNameOrFolder(String line, String program) {
        Gradle gradle = gradle(new SampleRepository(directory)
                .file("settings.gradle", "include 'cli'\n" + line + "\n")
                .file("cli/build.gradle", "plugins { id 'application' }\n")
                .file("tools/cli/build.gradle", "plugins { id 'application' }\n"));
        assertThat(made(gradle)).isEqualTo(program);
        assertThat(gradle.untold()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rootProject.children.each { it.name = \"x-${it.name}\" }", "project(':cli').name = prefix + 'cli'"})
    void aNameThatIsComputedIsSaidToBe(String line) {
        Gradle gradle = gradle(new SampleRepository(directory)
                .file("settings.gradle", "include 'cli'\n" + line + "\n")
                .file("cli/build.gradle", "plugins { id 'application' }\n"));
        assertThat(gradle.untold()).containsExactly(new Fact<>("the name of a project", "settings.gradle:2"));
    }

    @Test
    void aLibraryForManyPlatformsBelowTheRootIsNoProgramWithoutJava() {
        SampleRepository repository = new SampleRepository(directory)
                .file("settings.gradle", "include 'wire'\n")
                .file("build.gradle", "plugins { id 'java' }\n")
                .file("wire/build.gradle.kts", "plugins { kotlin(\"multiplatform\") }\nkotlin { linuxX64() }\n");
        assertThat(repository.read().gradle()).isPresent();
        repository.file(
                "wire/build.gradle.kts",
                "plugins { kotlin(\"multiplatform\") }\nkotlin { linuxX64 { binaries { executable { baseName = \"x\" } } } }\n");
        assertThat(repository.read().gradle()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "io.micronaut.minimal.application | installDist build/install/tool",
                "io.micronaut.application | installDist build/install/tool, nativeCompile lacks",
            })
    void pluginsOfMicronautBringOthers(String plugin, String programs) {
        assertThat(made(gradle(repository("plugins { id(\"" + plugin + "\") }\n"))))
                .isEqualTo(programs);
    }

    @Test
    void aCatalogueGivesNamesToPluginsAndVersions() {
        Gradle gradle =
                gradle(repository("plugins {\n  alias(libs.plugins.my.shadow)\n  alias(libs.plugins.kotlin.jvm) apply "
                                + "false\n}\n"
                                + "tasks.jar { manifest { attributes(\"Main-Class\" to \"a.Main\") } }\n"
                                + "java { toolchain { languageVersion = "
                                + "JavaLanguageVersion.of(libs.versions.jdk.get().toInt()) } }\n")
                        .file(
                                "gradle/libs.versions.toml",
                                "[versions]\njdk = \"21\"\n[plugins]\nmy-shadow = { id = \"com.gradleup.shadow\", "
                                        + "version = \"9\" }\n"));
        assertThat(made(gradle)).isEqualTo("shadowJar build/libs/tool*-all.jar");
        assertThat(gradle.java().toolchains()).extracting(Fact::value).containsExactly(21);
    }

    @Test
    void conventionsOfTheBuildItselfAreFollowedOrNamed() {
        Gradle gradle = gradle(repository("plugins { id(\"our-app\"); id(\"our-classes\") }\n")
                .file(
                        "buildSrc/src/main/kotlin/our-app.gradle.kts",
                        "plugins { application }\nkotlin { jvmToolchain(21) }\n"));
        assertThat(made(gradle)).isEqualTo("installDist build/install/tool");
        assertThat(gradle.java().toolchains()).extracting(Fact::value).containsExactly(21);
        assertThat(gradle.untold())
                .containsExactly(new Fact<>("what the build's own plugin 'our-classes' does", "build.gradle.kts:1"));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "java { toolchain { languageVersion.set(JavaLanguageVersion.of(17)) } } | 17 | ''",
                "kotlin { jvmToolchain(21) } | 21 | ''",
                "sourceCompatibility = 1.8 | '' | 8",
                "java.sourceCompatibility = JavaVersion.VERSION_11 | '' | ''",
                "java { targetCompatibility = JavaVersion.VERSION_1_8 } | '' | 8",
                "tasks.withType(JavaCompile) { options.release = 11 } | '' | ''",
                "tasks.withType<KotlinCompile> { compilerOptions { jvmTarget = JvmTarget.JVM_17 } } | '' | 17",
                "kotlin { compilerOptions { languageVersion = \"1.9\" } } | '' | ''",
                "def old = project.hasProperty('x')⏎  ? JavaLanguageVersion.of(17)⏎  : JavaLanguageVersion.of(11) | '' | ''",
                "if (x) { kotlin { jvmToolchain(21) } } | '' | ''",
            })
    void theJavaOfABuildIsWhatItSaysInNumbers(String script, String toolchain, String release) {
        Gradle gradle = gradle(repository(script.replace('⏎', '\n')));
        assertThat(gradle.java().toolchains())
                .extracting(fact -> fact.value().toString())
                .isEqualTo(list(toolchain));
        if (!release.isEmpty()) {
            assertThat(gradle.java().releases())
                    .extracting(fact -> fact.value().toString())
                    .isEqualTo(list(release));
        }
    }

    private static java.util.List<String> list(String word) {
        return word.isEmpty() ? java.util.List.of() : java.util.List.of(word);
    }

    @Test
    void theWrapperSaysItsVersionAndItsChecksum() {
        String url = "distributionUrl=https\\://services.gradle.org/distributions/gradle-8.14.2-bin.zip\n";
        SampleRepository repository = repository("")
                .file("gradle/wrapper/gradle-wrapper.properties", url)
                .file("gradlew", "#!/bin/sh\n");
        assertThat(gradle(repository).wrapper())
                .hasValue(new Fact<>("8.14.2", "gradle/wrapper/gradle-wrapper.properties"));
        assertThat(gradle(repository).runs()).isTrue();
        assertThat(gradle(repository).checksum()).isEmpty();
        repository.file(
                "gradle/wrapper/gradle-wrapper.properties", url + "distributionSha256Sum=" + "0a".repeat(32) + "\n");
        assertThat(gradle(repository).checksum()).map(Fact::value).hasValue("0a".repeat(32));
    }

    @Test
    void aListThatIsComputedIsSaidToBe() {
        Gradle gradle = gradle(new SampleRepository(directory)
                .file("settings.gradle.kts", "listOf(\"a\", \"b\").forEach { include(it) }\n"));
        assertThat(gradle.untold())
                .containsExactly(new Fact<>("which projects the build includes", "settings.gradle.kts:1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a { '",
                "') } ] }'",
                "'\"open'",
                "'\"\"\"open'",
                "'`open'",
                "'/* open'",
                "'plugins { { { '",
                "'plugins {}'",
                "'{ version = 1 }'",
                "'include'",
                "'apply'",
                "'= ( ['",
                "'project { x }'"
            })
    void noTextIsTooBroken(String script) {
        assertThat(gradle(new SampleRepository(directory)
                                .file("settings.gradle", script)
                                .file("build.gradle", script))
                        .programs())
                .isEmpty();
    }

    @Test
    void bracesMayNestAsDeepAsTheyLike() {
        String open = "a { ".repeat(100_000);
        assertThat(made(gradle(repository("plugins { application }\n" + open + "}".repeat(100_000)))))
                .isEqualTo("installDist build/install/tool");
    }
}
