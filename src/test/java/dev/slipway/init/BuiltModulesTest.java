package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of several modules of Maven that make programs, the one that the release builds is the program. */
class BuiltModulesTest extends HandWrittenRelease {
    private SampleRepository built(String command) {
        return workflow(
                        repository()
                                .file("pom.xml", """
                                <project><groupId>org.squid</groupId><artifactId>squid</artifactId><version>1.0</version>
                                <packaging>pom</packaging><modules><module>cli</module><module>server</module></modules></project>
                                """)
                                .file("cli/pom.xml", module("cli"))
                                .file("server/pom.xml", module("server")),
                        """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: %s
                    - run: gh release create "$GITHUB_REF_NAME" squid.zip
                """.formatted(command))
                .committed()
                .origin("https://github.com/me/squid");
    }

    private static String module(String name) {
        return """
                <project>
                  <parent><groupId>org.squid</groupId><artifactId>squid</artifactId><version>1.0</version></parent>
                  <artifactId>squid-%s</artifactId>
                  <build><plugins><plugin>
                    <artifactId>maven-shade-plugin</artifactId>
                    <executions><execution><goals><goal>shade</goal></goals></execution></executions>
                    <configuration><transformers><transformer><mainClass>org.squid.Main</mainClass></transformer></transformers></configuration>
                  </plugin></plugins></build>
                </project>
                """.formatted(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn -pl cli package",
                "mvn -B package -pl :squid-cli -am",
                "./mvnw verify --projects org.squid:squid-cli",
                "mvn --projects=./cli install",
                "mvnd -pl '+cli' package",
                "mvn -pl '!server' package",
                "mvn -pl -:squid-server package",
                "cd cli && ../mvnw package",
                "mvn -f cli/pom.xml package",
                "mvn --file=cli package",
                "mvn -pl server deploy && mvn -pl cli package",
            })
    void theModuleThatIsBuiltByItsNameIsTheProgram(String command) throws NoProposal {
        assertThat(proposal(built(command)).config()).contains("jar: cli/target/squid-cli-*.jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn package",
                "mvn -pl cli,server package",
                "mvn -pl cli deploy",
                "mvn -f pom.xml package",
                "mvn -pl '!docs' package",
            })
    void whereItBuildsBothOrNeitherSomebodyHasToChoose(String command) {
        assertThatThrownBy(() -> proposal(built(command))).hasMessage("several modules build a program");
    }
}
