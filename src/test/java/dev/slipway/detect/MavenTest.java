package dev.slipway.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenTest {
    @TempDir
    Path directory;

    private Repository pom(String text) {
        return new SampleRepository(directory).file("pom.xml", text).read();
    }

    @Test
    void aProjectTellsWhatItIs() {
        Maven maven = pom("""
                        <project>
                          <artifactId>slipway</artifactId>
                          <version>${revision}</version>
                          <name>Slipway</name>
                          <licenses><license><name>Apache-2.0</name></license></licenses>
                          <scm><url>https://github.com/slipway-dev/slipway/tree/main</url></scm>
                          <properties>
                            <revision>0.1.0</revision>
                            <maven.compiler.release>17</maven.compiler.release>
                            <entry>dev.slipway.cli.Main</entry>
                          </properties>
                          <build><finalName>slipway</finalName><plugins><plugin>
                            <artifactId>maven-shade-plugin</artifactId>
                            <configuration><transformers><transformer>
                              <mainClass>${entry}</mainClass>
                            </transformer></transformers></configuration>
                          </plugin></plugins></build>
                        </project>
                        """).maven().orElseThrow();
        assertThat(maven.artifactId()).hasValue(new Fact<>("slipway", "pom.xml <artifactId>"));
        assertThat(maven.version()).map(Fact::value).hasValue("0.1.0");
        assertThat(maven.packaging().value()).isEqualTo("jar");
        assertThat(maven.mainClass())
                .hasValue(new Fact<>("dev.slipway.cli.Main", "pom.xml maven-shade-plugin <mainClass>"));
        assertThat(maven.finalName()).hasValue(new Fact<>("slipway", "pom.xml <build><finalName>"));
        assertThat(maven.bundler()).map(Fact::value).hasValue("maven-shade-plugin");
        assertThat(maven.javaRelease()).map(Fact::value).hasValue("17");
        assertThat(maven.license()).map(Fact::value).hasValue("Apache-2.0");
        assertThat(maven.modules()).isEmpty();
    }

    @Test
    void theAddressInThePomNamesTheRepository() {
        assertThat(pom("<project><url>https://github.com/o/tool</url></project>")
                        .name())
                .hasValue(new Fact<>("o/tool", "pom.xml <url>"));
    }

    @Test
    void modulesAreListed() {
        Maven maven =
                pom("<project><packaging>pom</packaging><modules><module>core</module><module>cli</module></modules></project>")
                        .maven()
                        .orElseThrow();
        assertThat(maven.modules()).containsExactly("core", "cli");
    }

    @Test
    void theOldNameOfAJavaVersionIsUnderstood() {
        assertThat(pom("<project><properties><maven.compiler.target>1.8</maven.compiler.target></properties></project>")
                        .maven()
                        .orElseThrow()
                        .javaRelease())
                .map(Fact::value)
                .hasValue("8");
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
        assertThat(pom("<project><version>${a}</version><properties><a>${b}</a><b>${a}${a}</b></properties></project>")
                        .maven())
                .isPresent();
    }
}
