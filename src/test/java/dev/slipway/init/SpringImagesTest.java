package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spring Boot makes an image without a Dockerfile, and pushes it if the build script says so. */
class SpringImagesTest extends HandWrittenRelease {
    private Proposal proposal(String file, String script, String build) throws NoProposal {
        SampleRepository repository = repository().file(file, script);
        return proposal(workflow(repository.committed().origin("https://github.com/me/kelp"), """
                release:
                  runs-on: ubuntu-latest
                  steps:
                    - run: %s
                    - run: gh release create "$GITHUB_REF_NAME" kelp.jar
                """.formatted(build)));
    }

    private static String pom(boolean publish) {
        return """
                <project>
                  <artifactId>kelp</artifactId>
                  <build><plugins><plugin>
                    <artifactId>spring-boot-maven-plugin</artifactId>
                    <configuration><image>
                      <name>ghcr.io/me/${project.artifactId}:v${project.version}</name>
                      <publish>%s</publish>
                      <tags><tag>ghcr.io/me/kelp:newest</tag></tags>
                    </image></configuration>
                  </plugin></plugins></build>
                </project>
                """.formatted(publish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"./mvnw -B spring-boot:build-image", "mvn spring-boot:build-image-no-fork -DskipTests"})
    void thePomNamesTheImage(String build) throws Exception {
        Proposal proposal = proposal("pom.xml", pom(true), build);
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.image ghcr.io/me/kelp from pom.xml");
        assertThat(proposal.config()).contains("newest");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("found no image");
    }

    @ParameterizedTest
    @CsvSource({"false, mvn spring-boot:build-image", "true, mvn package"})
    void anImageThatStaysOnTheMachineIsNone(boolean publish, String build) throws Exception {
        assertThat(said(proposal("pom.xml", pom(publish), build), Remark.Kind.OPEN))
                .contains("found no image");
    }

    @Test
    void soDoesAScriptOfGradle() throws Exception {
        Proposal proposal = proposal("build.gradle.kts", """
                plugins { id("org.springframework.boot") version "3.5.0" }
                springBoot { mainClass.set("me.Kelp") }
                tasks.bootBuildImage {
                    imageName = "registry.example.org/kelp"
                    publish = true
                }
                """, "./gradlew bootBuildImage");
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains("docker.image registry.example.org/kelp from build.gradle.kts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src/main/resources/application.properties | # x⏎%prod.quarkus.container-image.push = true | src/main/resources/application.properties:2",
                "pom.xml | <project>⏎<plugin>⏎<artifactId>jib-maven-plugin</artifactId><execution><phase>package</phase><goals><goal>build</goal></goals></execution></plugin></project> | pom.xml:3",
            })
    void aSettingThatLetsBuildsPushAnImageIsSaid(String file, String text, String place) throws Exception {
        SampleRepository repository = repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(file, text.replace('⏎', '\n'));
        assertThat(said(proposal(repository.committed().origin("https://github.com/me/kelp")), Remark.Kind.OPEN))
                .contains("docker  '" + place + "' lets builds push an image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/resources/application.properties | quarkus.container-image.push=false",
                "src/main/resources/application.properties | %dev.quarkus.container-image.push=true",
                "pom.xml | <project><profiles><plugin><artifactId>jib-maven-plugin</artifactId><phase>package</phase><goal>build</goal></plugin></profiles></project>"
            })
    void othersLetNoBuildPushOne(String setting) throws Exception {
        String[] parts = setting.split(" \\| ");
        SampleRepository repository = repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(parts[0], parts[1]);
        assertThat(said(proposal(repository.committed().origin("https://github.com/me/kelp")), Remark.Kind.OPEN))
                .doesNotContain("lets builds push");
    }
}
