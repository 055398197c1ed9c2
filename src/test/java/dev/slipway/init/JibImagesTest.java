package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jib makes an image without a Dockerfile: what the build script says of it counts as much. */
class JibImagesTest extends HandWrittenRelease {
    private SampleRepository maven() {
        return repository().file("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>me</groupId>
                  <artifactId>kelp</artifactId>
                  <version>1.2.3</version>
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>maven-shade-plugin</artifactId>
                        <executions><execution><goals><goal>shade</goal></goals><configuration><transformers><transformer>
                          <mainClass>me.Kelp</mainClass>
                        </transformer></transformers></configuration></execution></executions>
                      </plugin>
                      <plugin>
                        <groupId>com.google.cloud.tools</groupId>
                        <artifactId>jib-maven-plugin</artifactId>
                        <configuration>
                          <from>
                            <image>eclipse-temurin:21-jre</image>
                            <platforms>
                              <platform><architecture>amd64</architecture><os>linux</os></platform>
                            </platforms>
                          </from>
                          <to>
                            <image>quay.io/me/kelp:${project.version}</image>
                            <tags><tag>latest</tag><tag>stable</tag></tags>
                          </to>
                          <container>
                            <ports><port>8080</port></ports>
                            <labels><team>sea</team></labels>
                            <environment><KELP_MODE>calm</KELP_MODE></environment>
                            <user>1000</user>
                          </container>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """);
    }

    private static SampleRepository releasing(SampleRepository repository, String push) {
        return workflow(repository.committed().origin("https://github.com/me/kelp"), """
                release:
                  runs-on: ubuntu-latest
                  steps:
                    - run: %s
                    - run: gh release upload "$GITHUB_REF_NAME" target/kelp-*.jar
                """.formatted(push));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mvn -B package jib:build", "./mvnw package com.google.cloud.tools:jib-maven-plugin:3.4.6:build"
            })
    void thePomTellsWhatJibPushes(String command) throws NoProposal {
        Proposal proposal = proposal(releasing(maven(), command).file("Dockerfile", "FROM maven:3\n"));
        assertThat(proposal.config())
                .contains("image: quay.io/me/kelp", "tags: [\"{version}\", latest, stable]")
                .contains("base: eclipse-temurin:21-jre", "platforms: [linux/amd64]", "user: 1000")
                .contains("expose: [8080]", "team: sea", "KELP_MODE: calm");
        assertThat(lost(proposal)).doesNotContain("with Jib");
    }

    @Test
    void aCommandThatNamesTheImageGoesBeforeThePom() throws NoProposal {
        Proposal proposal =
                proposal(releasing(maven(), "mvn package jib:build -Djib.to.image=ghcr.io/me/sea:$GITHUB_REF_NAME"));
        assertThat(proposal.config())
                .contains("image: ghcr.io/me/sea", "tags: [\"{tag}\"]")
                .doesNotContain("quay");
    }

    @Test
    void anImageThatNoReleasePushesIsNone() throws NoProposal {
        assertThat(proposal(releasing(maven(), "mvn package jib:buildTar")).config())
                .doesNotContain("quay.io", "docker:");
    }

    @Test
    void theScriptOfGradleTellsItToo() throws NoProposal {
        Proposal proposal = proposal(releasing(
                repository()
                        .file("settings.gradle.kts", "rootProject.name = \"kelp\"\n")
                        .file("build.gradle.kts", """
                                plugins { application; id("com.google.cloud.tools.jib") version "3.4.5" }
                                version = "1.2.3"
                                application { mainClass = "me.Kelp" }
                                jib {
                                  from { image = "eclipse-temurin:25-jre" }
                                  to {
                                    image = "me/kelp"
                                    tags = setOf("$version", System.getenv("BUILD_TAG"))
                                  }
                                }
                                """),
                "./gradlew jib distZip"));
        assertThat(proposal.config()).contains("image: docker.io/me/kelp", "base: eclipse-temurin:25-jre");
    }
}
