package dev.slipway.detect.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.fact.Fact;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenTest extends MavenProject {
    @Test
    void aProjectTellsWhatItIs() {
        Maven maven = maven("""
                        <project>
                          <artifactId>slipway</artifactId>
                          <version>${revision}</version>
                          <description>releases</description>
                          <licenses><license><name>Apache-2.0</name></license></licenses>
                          <scm><url>https://github.com/slipway-dev/slipway/tree/main</url></scm>
                          <properties>
                            <revision>0.1.0</revision>
                            <maven.compiler.release>17</maven.compiler.release>
                            <entry>dev.slipway.cli.Main</entry>
                          </properties>
                          <build><finalName>slipway</finalName><plugins><plugin>
                            <artifactId>maven-shade-plugin</artifactId>
                            <executions><execution><goals><goal>shade</goal></goals></execution></executions>
                            <configuration><transformers><transformer>
                              <mainClass>${entry}</mainClass>
                            </transformer></transformers></configuration>
                          </plugin></plugins></build>
                        </project>
                        """);
        assertThat(maven.artifactId()).hasValue(new Fact<>("slipway", "pom.xml <artifactId>"));
        assertThat(maven.version()).map(Fact::value).hasValue("0.1.0");
        assertThat(maven.javaRelease()).map(Fact::value).hasValue("17");
        assertThat(maven.licenses()).containsExactly(new Fact<>("Apache-2.0", "pom.xml <licenses>"));
        assertThat(maven.programs())
                .containsExactly(new JavaProgram(
                        "slipway",
                        "",
                        new Fact<>("maven-shade-plugin", "pom.xml maven-shade-plugin"),
                        Optional.of(new Fact<>("dev.slipway.cli.Main", "pom.xml maven-shade-plugin <mainClass>")),
                        Optional.of(new Fact<>("target/slipway.jar", "pom.xml maven-shade-plugin")),
                        "",
                        ""));
    }

    @Test
    void theAddressInThePomNamesTheRepository() {
        assertThat(pom("<project><url>https://github.com/o/tool</url></project>")
                        .name())
                .hasValue(new Fact<>("o/tool", "pom.xml <url>"));
    }

    /** What ShadeMojo does with the same settings. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                                       | target/tool-*.jar",
                "<finalName>dagger</finalName>                                            | target/dagger.jar",
                "<outputFile>${project.build.directory}/dagger.jar</outputFile>           | target/dagger.jar",
                "<outputFile>${project.basedir}/out/d-${project.version}.jar</outputFile> | out/d-*.jar",
                "<shadedArtifactAttached>true</shadedArtifactAttached>                    | target/tool-*-shaded.jar",
                "<shadedArtifactAttached>true</shadedArtifactAttached><shadedClassifierName>all</shadedClassifierName> | target/tool-*-all.jar",
                "<outputDirectory>${project.build.directory}/dist</outputDirectory>       | target/dist/tool-*.jar",
            })
    void aShadedJarIsWhereThePluginPutsIt(String setting, String jar) {
        assertThat(made(maven(project(
                        "<artifactId>tool</artifactId><version>1.4-SNAPSHOT</version>",
                        "<plugins>" + plugin("maven-shade-plugin", "shade", manifest("a.Main") + setting)
                                + "</plugins>"))))
                .isEqualTo(jar);
    }

    @Test
    void anAttachedJarIsNotNamedAfterTheFinalName() {
        assertThat(made(maven(project(
                        "<artifactId>tool</artifactId><version>1.4</version>",
                        "<finalName>dagger</finalName><plugins>"
                                + plugin(
                                        "maven-shade-plugin",
                                        "shade",
                                        manifest("a.Main") + "<shadedArtifactAttached>true</shadedArtifactAttached>")
                                + "</plugins>"))))
                .isEqualTo("target/tool-*-shaded.jar");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "maven-assembly-plugin | single | "
                        + "<descriptorRefs><descriptorRef>jar-with-dependencies</descriptorRef></descriptorRefs><mainClass>a.M</mainClass> | target/tool-*-jar-with-dependencies.jar",
                "maven-assembly-plugin | single | "
                        + "<descriptorRefs><descriptorRef>jar-with-dependencies</descriptorRef></descriptorRefs><mainClass>a.M</mainClass><appendAssemblyId>false</appendAssemblyId><finalName>dagger</finalName> | target/dagger.jar",
                "spring-boot-maven-plugin | repackage | <mainClass>a.M</mainClass> | target/tool-*.jar",
                "spring-boot-maven-plugin | repackage | <classifier>exec</classifier> | target/tool-*-exec.jar",
                "quarkus-maven-plugin | build | '' | lacks: quarkus-maven-plugin creates the folder target/quarkus-app; "
                        + "with quarkus.package.jar.type=uber-jar, it creates one jar",
                "appassembler-maven-plugin | assemble | '' | lacks: appassembler-maven-plugin creates the folder "
                        + "target/appassembler, with scripts that need Java",
            })
    void otherPluginsHaveRulesOfTheirOwn(String plugin, String goal, String setting, String made) {
        assertThat(made(maven(project(
                        "<artifactId>tool</artifactId><version>1.4</version>",
                        "<plugins>" + plugin(plugin, goal, setting) + "</plugins>"))))
                .isEqualTo(made);
    }

    @Test
    void quarkusMakesOneJarWhereItIsToldTo() {
        assertThat(made(new SampleRepository(directory)
                        .file(
                                "pom.xml",
                                project(
                                        "<artifactId>tool</artifactId><version>1</version>",
                                        "<plugins>" + plugin("quarkus-maven-plugin", "build", "") + "</plugins>"))
                        .file("src/main/resources/application.properties", "a=b\nquarkus.package.jar.type = uber-jar\n")
                        .read()
                        .maven()
                        .orElseThrow()))
                .isEqualTo("target/tool-*-runner.jar");
    }

    @Test
    void anAssemblyOfOwnMakingIsReadOffItsDescriptor() {
        String pom = project(
                "<artifactId>tool</artifactId><version>1.4</version>",
                "<plugins>"
                        + plugin(
                                "maven-assembly-plugin",
                                "single",
                                "<descriptors><descriptor>src/all.xml</descriptor></descriptors><mainClass>a.M</mainClass>")
                        + "</plugins>");
        SampleRepository repository = new SampleRepository(directory).file("pom.xml", pom);
        String start = "<assembly><id>everything</id><formats><format>";
        String end = "</format></formats></assembly>";
        assertThat(made(repository
                        .file("src/all.xml", start + "jar" + end)
                        .read()
                        .maven()
                        .orElseThrow()))
                .isEqualTo("target/tool-*-everything.jar");
        assertThat(made(repository
                        .file("src/all.xml", start + "zip" + end)
                        .read()
                        .maven()
                        .orElseThrow()))
                .startsWith("lacks: maven-assembly-plugin creates zip");
    }

    @Test
    void aDescriptorThatAModuleHasForAllIsReadAndAnotherIsNamed() {
        String pom = project(
                "<artifactId>tool</artifactId><version>1.4</version>",
                "<plugins>"
                        + plugin(
                                "maven-assembly-plugin",
                                "single",
                                "<descriptorRefs><descriptorRef>fat</descriptorRef></descriptorRefs><mainClass>a.M</mainClass>")
                        + "</plugins>");
        SampleRepository repository = new SampleRepository(directory).file("pom.xml", pom);
        assertThat(made(repository.read().maven().orElseThrow()))
                .isEqualTo("lacks: maven-assembly-plugin creates what the descriptor 'fat' says, which was not found");
        repository.file(
                "core/src/main/resources/assemblies/fat.xml",
                "<assembly><id>with-all</id><formats><format>jar</format></formats></assembly>");
        assertThat(made(repository.read().maven().orElseThrow())).isEqualTo("target/tool-*-with-all.jar");
    }

    @Test
    void aPluginThatOnlyStartsProgramsMakesNone() {
        assertThat(maven(
                                project(
                                        "<artifactId>tool</artifactId>",
                                        "<plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins>"))
                        .programs())
                .isEmpty();
        assertThat(maven(
                                project(
                                        "<artifactId>tool</artifactId><parent><artifactId>spring-boot-starter-parent</artifactId><version>3.4.1</version><relativePath/></parent><version>2.0</version>",
                                        "<plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins>"))
                        .programs())
                .extracting(program -> program.file().orElseThrow().value())
                .containsExactly("target/tool-*.jar");
    }

    @Test
    void aLibraryIsNoProgram() {
        assertThat(maven(project(
                                "<artifactId>tool</artifactId>",
                                "<plugins>" + plugin("maven-shade-plugin", "shade", "") + "</plugins>"))
                        .programs())
                .isEmpty();
    }

    @Test
    void aJarThatNeedsNothingElseIsAProgram() {
        String jar = "<plugins>"
                + plugin(
                        "maven-jar-plugin", "jar", "<archive><manifest><mainClass>a.M</mainClass></manifest></archive>")
                + "</plugins>";
        String test =
                "<dependencies><dependency><artifactId>junit</artifactId><scope>test</scope></dependency></dependencies>";
        assertThat(made(maven(project("<artifactId>tool</artifactId><version>1.0</version>" + test, jar))))
                .isEqualTo("target/tool-*.jar");
        assertThat(made(maven(project("<artifactId>tool</artifactId>" + test.replace("test", "compile"), jar))))
                .contains("without its dependencies");
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The Apache Software License, Version 2.0 | https://www.apache.org/licenses/LICENSE-2.0.txt | Apache-2.0",
                "MIT License | http://www.opensource.org/licenses/mit-license.php | MIT",
                "The BSD License | https://opensource.org/licenses/BSD-3-Clause | BSD-3-Clause",
                "House rules | https://example.com/rules | House rules",
            })
    void theNameOfALicenseMayBeOnItsPage(String name, String page, String identifier) {
        assertThat(maven("<project><licenses><license><name>" + name + "</name><url>" + page
                                + "</url></license></licenses></project>")
                        .licenses())
                .extracting(Fact::value)
                .isEqualTo(List.of(identifier));
    }
}
