package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What init says of properties that a release gives to Gradle and Maven. */
class JavaFlagsTest extends HandWrittenRelease {
    private static String built(String command) {
        return """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: %s
                    - run: gh release create "$GITHUB_REF_NAME" kelp.jar
                """.formatted(command);
    }

    @Test
    void aPropertyOfTheReleaseThatNoConfigHasIsLost() throws Exception {
        Proposal proposal = proposal(workflow(
                        repository()
                                .file("build.gradle", "plugins { id 'java' }\n")
                                .file("gradlew", ""),
                        built("./gradlew build -x test -PwithPanel=true -P leaves=3 -Pversion=${GITHUB_REF_NAME#v}"
                                + " -PsigningKey=a --no-daemon"))
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(lost(proposal))
                .contains("gradle -PwithPanel=true builds no longer get it; set it in 'gradle.properties'")
                .contains("gradle -Pleaves=3 builds no longer")
                .contains("gradle -Pversion={version} builds get no version")
                .doesNotContain("signing");
    }

    @Test
    void aPropertyForMavenIsLostUnlessItOnlyConcernsTheRun() throws Exception {
        Proposal proposal = proposal(workflow(
                        repository().file("pom.xml", "<project><artifactId>kelp</artifactId></project>"),
                        built(
                                "mvn -B versions:set -DnewVersion=${GITHUB_REF_NAME#v} && mvn -DskipTests -Dpanel=full -Prelease package"
                                        + " && mvn -Dleaves=4 site && mvn -Dtide.version=4.2 -Djava.version=21 verify"))
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(lost(proposal))
                .contains("maven -DnewVersion={version} builds get no version")
                .contains(
                        "maven -Dtide.version=4.2 builds no longer get it", "maven -Djava.version=21 builds no longer")
                .contains("maven -Dpanel=full builds no longer get it; set it in '.mvn/maven.config'")
                .doesNotContain("skipTests", "leaves", "-Prelease");
    }
}
