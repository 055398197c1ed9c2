package dev.slipway.detect.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.Repository;
import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.fact.Fact;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenTest {
    private static final String SHADE = plugin("maven-shade-plugin", "shade", manifest("a.Main"));

    @TempDir
    Path directory;

    private static String manifest(String main) {
        return "<transformers><transformer><mainClass>" + main + "</mainClass></transformer></transformers>";
    }

    private static String plugin(String name, String goal, String configuration) {
        return "<plugin><artifactId>" + name + "</artifactId><executions><execution><goals><goal>" + goal
                + "</goal></goals></execution></executions><configuration>" + configuration
                + "</configuration></plugin>";
    }

    private static String project(String start, String build) {
        return "<project>" + start + "<build>" + build + "</build></project>";
    }

    private Repository pom(String text) {
        return new SampleRepository(directory).file("pom.xml", text).read();
    }

    private Maven maven(String text) {
        return pom(text).maven().orElseThrow();
    }

    /** The file of the only program, or what it lacks. */
    private static String made(Maven maven) {
        assertThat(maven.programs()).hasSize(1);
        JavaProgram program = maven.programs().get(0);
        return program.whole() ? program.file().orElseThrow().value() : "lacks: " + program.lack();
    }

    private String module(String parent, String module) {
        return made(new SampleRepository(directory)
                .file("pom.xml", parent)
                .file("cli/pom.xml", module)
                .read()
                .maven()
                .orElseThrow());
    }

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
    void aManagedPluginIsNotUsedButSetsUpThoseThatAre() {
        String managed = "<artifactId>all</artifactId><version>3.0</version><packaging>pom</packaging>"
                + "<modules><module>cli</module></modules>";
        String build = "<pluginManagement><plugins>" + SHADE + "</plugins></pluginManagement>";
        String parent =
                "<parent><artifactId>all</artifactId><version>3.0</version></parent><artifactId>tool</artifactId>";
        assertThat(module(
                        project(managed, build),
                        project(
                                parent,
                                "<plugins><plugin><artifactId>maven-shade-plugin</artifactId></plugin></plugins>")))
                .isEqualTo("cli/target/tool-*.jar");
        assertThat(new SampleRepository(directory)
                        .file("cli/pom.xml", "<project>" + parent + "</project>")
                        .read()
                        .maven()
                        .orElseThrow()
                        .programs())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<finalName>${project.artifactId}</finalName>                       | '' | cli/target/tool.jar",
                "<finalName>${project.artifactId}-${project.version}</finalName>     | '' | cli/target/tool-*.jar",
                "<finalName>${project.parent.artifactId}</finalName>                 | '' | cli/target/all.jar",
                "<finalName>${nobody.knows}-tool</finalName>                         | '' | lacks: could not read where maven-shade-plugin writes the jar: target/${nobody.knows}-tool.jar",
                "<directory>out</directory>                                          | '' | cli/out/tool-*.jar",
                "''                                                                  | "
                        + "<finalName>mine-${revision}</finalName> | cli/target/mine-*.jar",
            })
    void aModuleTakesNamesFromItsParent(String parent, String own, String jar) {
        assertThat(module(
                        project(
                                "<artifactId>all</artifactId><version>${revision}</version><packaging>pom</packaging><properties><revision>3.0.1</revision></properties><modules><module>cli</module></modules>",
                                parent),
                        project(
                                "<parent><artifactId>all</artifactId><version>${revision}</version></parent><artifactId>tool</artifactId>",
                                own + "<plugins>" + SHADE + "</plugins>")))
                .isEqualTo(jar);
    }

    @Test
    void theCommandLineOfEveryBuildSetsPropertiesToo() {
        Maven maven = new SampleRepository(directory)
                .file(".mvn/maven.config", "-T1C\n-Drevision=7.1\n")
                .file(
                        "pom.xml",
                        "<project><artifactId>tool</artifactId><version>${revision}</version><properties><revision>0</revision></properties></project>")
                .read()
                .maven()
                .orElseThrow();
        assertThat(maven.version()).map(Fact::value).hasValue("7.1");
    }

    @Test
    void aFileThatIsNotTheParentGivesNothing() {
        assertThat(module(
                        project(
                                "<artifactId>other</artifactId><version>9</version><packaging>pom</packaging><modules><module>cli</module></modules>",
                                "<finalName>wrong</finalName>"),
                        project(
                                "<parent><artifactId>elsewhere</artifactId><version>3.0</version></parent><artifactId>tool</artifactId>",
                                "<plugins>" + SHADE + "</plugins>")))
                .isEqualTo("cli/target/tool-*.jar");
    }

    @Test
    void whatOnlyAProfileMakesIsSaid() {
        Maven maven = maven("<project><artifactId>tool</artifactId><profiles><profile><id>dist</id>"
                + "<modules><module>extras</module></modules><build><plugins>" + SHADE
                + "</plugins></build></profile></profiles></project>");
        assertThat(maven.programs()).extracting(JavaProgram::profile).containsExactly("dist");
        assertThat(made(maven)).isEqualTo("target/tool-*.jar");
        assertThat(maven.optional()).containsExactly(new Fact<>("extras", "the profile 'dist' of pom.xml"));
    }

    /** See <a href="https://maven.apache.org/guides/introduction/introduction-to-profiles.html">profiles</a>. */
    @Test
    void aProfileForTheCaseThatAPropertyIsMissingIsPartOfEveryBuild() {
        Maven maven = maven("<project><artifactId>tool</artifactId><profiles><profile><id>cli</id>"
                + "<activation><property><name>!without-cli</name></property></activation>"
                + "<modules><module>cli</module></modules></profile></profiles></project>");
        assertThat(maven.optional()).isEmpty();
    }

    @Test
    void aNativeProfileIsNoJar() {
        assertThat(made(maven("<project><artifactId>tool</artifactId><profiles><profile><id>native</id><build><plugins>"
                        + plugin("native-maven-plugin", "compile-no-fork", "")
                        + "</plugins></build></profile></profiles></project>")))
                .contains("'maven.native' releases the result");
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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<properties><maven.compiler.target>1.8</maven.compiler.target></properties> | 8",
                "<properties><java.version>21</java.version></properties>                    | 21",
                "<build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><configuration><release>11</release></configuration></plugin></plugins></build> | 11",
                "<properties><maven.compiler.release>11</maven.compiler.release></properties><build><plugins><plugin><artifactId>maven-enforcer-plugin</artifactId><executions><execution><configuration><rules><requireJavaVersion><version>[21,)</version></requireJavaVersion></rules></configuration></execution></executions></plugin></plugins></build> | 21",
            })
    void theNewestJavaThatAnythingNeedsIsTheOne(String text, String java) {
        assertThat(maven("<project>" + text + "</project>").javaRelease())
                .map(Fact::value)
                .hasValue(java);
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

    @Test
    void brokenXmlIsAFindingAtItsPlace() {
        Repository repository = pom("<project>\n  <version>1</versoin>\n</project>\n");
        assertThat(repository.maven()).isEmpty();
        assertThat(repository.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("pom.xml");
            assertThat(finding.position().line()).isEqualTo(2);
        });
    }

    @Test
    void entitiesAreRefusedBeforeTheyCanReadOrGrow() {
        Repository repository = pom(
                "<!DOCTYPE project [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><project><version>&e;</version></project>");
        assertThat(repository.maven()).isEmpty();
        assertThat(repository.findings()).hasSize(1);
    }

    @Test
    void propertiesThatReferToThemselvesEnd() {
        String many = "${b}".repeat(2_000);
        assertThat(pom("<project><version>${a}</version><properties><a>" + many + "</a><b>" + many
                                + "</b></properties></project>")
                        .maven())
                .isPresent();
    }

    @Test
    void modulesAndParentsThatGoInCirclesEnd() {
        String circle =
                "<project><artifactId>a</artifactId><parent><artifactId>a</artifactId><relativePath>%s</relativePath></parent><modules><module>%s</module></modules></project>";
        assertThat(new SampleRepository(directory)
                        .file("pom.xml", circle.formatted("cli", "cli"))
                        .file("cli/pom.xml", circle.formatted("..", "../../outside"))
                        .read()
                        .maven())
                .isPresent();
    }
}
