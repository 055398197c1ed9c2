package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What init says of releases that a build with Maven makes at a phase, although no command names JReleaser. */
class BoundReleasesTest extends HandWrittenRelease {
    private static String plugin(String phase, String goal) {
        return """
                <build><plugins><plugin>
                  <artifactId>jreleaser-maven-plugin</artifactId>
                  <executions><execution><phase>%s</phase><goals><goal>%s</goal></goals></execution></executions>
                  <configuration><jreleaser><project><name>kelp</name></project></jreleaser></configuration>
                </plugin></plugins></build>
                """.formatted(phase, goal);
    }

    private Proposal proposal(String top, String module, String command) throws Exception {
        return proposal(repository()
                .file("pom.xml", """
                        <project><artifactId>kelp</artifactId>
                        <modules><module>ship</module></modules>%s</project>
                        """.formatted(top))
                .file("ship/pom.xml", "<project><artifactId>ship</artifactId>%s</project>".formatted(module))
                .file("src/main/java/Main.java", "class Main {}")
                .file(".github/workflows/all.yml", """
                        on: [push, pull_request]
                        jobs:
                          ship:
                            if: startsWith(github.ref, 'refs/tags/v')
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v4
                              - run: %s
                        """.formatted(command))
                .committed()
                .origin("https://github.com/me/kelp"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            install | full-release | mvn -B install -P ship                    | true
            install | full-release | ./mvnw deploy -Ptide,ship                 | true
            verify  | release      | mvn install --activate-profiles=+ship     | true
            install | full-release | mvn package -P ship                       | false
            install | full-release | mvn install -P !ship                      | false
            install | full-release | mvn install -P ship -Djreleaser.dry.run   | false
            install | full-release | mvn install -P ship -pl deploy -f install | true
            install | config       | mvn install -P ship                       | false
            install | full-release | mvn install -DmakeRelease                 | true
            """)
    void aProfileWhoseBuildReleasesIsARelease(String phase, String goal, String command, boolean releases)
            throws Exception {
        String profile = "<profiles><profile><id>ship</id><activation><property><name>makeRelease</name></property>"
                + "</activation>" + plugin(phase, goal) + "</profile></profiles>";
        Proposal proposal = proposal("", profile, "'" + command + "'");
        assertThat(said(proposal, Remark.Kind.OPEN).contains("all.yml' tests and releases"))
                .isEqualTo(releases);
    }

    @ParameterizedTest
    @CsvSource({"mvn deploy, true", "mvn verify, false"})
    void aBuildWithoutProfilesMayReleaseToo(String command, boolean releases) throws Exception {
        assertThat(said(proposal(plugin("deploy", "release"), "", command), Remark.Kind.OPEN)
                        .contains("all.yml' tests and releases"))
                .isEqualTo(releases);
    }
}
