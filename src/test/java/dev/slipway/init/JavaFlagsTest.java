package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                        built(
                                "./gradlew build -x test -PwithPanel=true -PnextVersion=2.0-SNAPSHOT -P leaves=3 -Pversion=${GITHUB_REF_NAME#v}"
                                        + " -PsigningKey=a --no-daemon"))
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(lost(proposal))
                .contains("gradle -PwithPanel=true builds no longer get it; set it in 'gradle.properties'")
                .contains("gradle -Pleaves=3 builds no longer")
                .contains("gradle -Pversion={version} builds get no version")
                .doesNotContain("SNAPSHOT")
                .doesNotContain("signing");
    }

    @Test
    void aPropertyWithoutAValueIsLostToo() throws Exception {
        Proposal proposal = proposal(workflow(
                        repository()
                                .file("build.gradle", "plugins { id 'java' }\n")
                                .file("gradlew", ""),
                        built("./gradlew assemble -Pmusl -P lean -Dtide -PskipDocs -Dorg.gradle.daemon=false"))
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(lost(proposal))
                .contains("gradle -Pmusl builds no longer get it", "gradle -Plean builds", "gradle -Dtide builds")
                .doesNotContain("skipDocs", "daemon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn package -Pnative,h2",
                "mvn -P native -P h2 package",
                "./mvnw install --activate-profiles native,+h2,!tide",
                "mvnd verify --activate-profiles=h2,native,gpg-sign",
            })
    void aProfileOfTheReleaseIsLost(String command) throws Exception {
        Proposal proposal = proposal(workflow(
                        repository().file("pom.xml", "<project><artifactId>kelp</artifactId></project>"),
                        built("'" + command + "'"))
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(lost(proposal))
                .contains("maven -Pnative builds no longer activate this profile; 'maven.profiles' can")
                .contains("maven -Ph2 builds no longer activate")
                .doesNotContain("tide", "gpg");
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
