package dev.slipway.detect.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.Repository;
import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.fact.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How POMs take values from parents, profiles and properties, and what is wrong with some. */
class MavenPomsTest extends MavenProject {
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

    @Test
    void thePropertiesOfAProfileAreThoseOfItsPlugins() {
        Maven maven = maven("<project><artifactId>tool</artifactId><profiles><profile><id>lean</id><properties>"
                + "<app.main>a.Lean</app.main></properties></profile><profile><id>fat</id><properties>"
                + "<app.main>a.Fat</app.main></properties><build><plugins>"
                + plugin("maven-shade-plugin", "shade", manifest("${app.main}"))
                + "</plugins></build></profile></profiles></project>");
        assertThat(maven.programs())
                .extracting(program -> program.profile() + " "
                        + program.mainClass().orElseThrow().value())
                .containsExactly("fat a.Fat");
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
