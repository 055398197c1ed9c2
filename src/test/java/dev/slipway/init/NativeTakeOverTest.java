package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executables that GraalVM compiles for several systems are released under the names that they have today. */
class NativeTakeOverTest extends HandWrittenRelease {
    private static final String MATRIX = """
            on: { push: { tags: ['v*'] } }
            jobs:
              image:
                strategy:
                  matrix:
                    include:
                      - { os: ubuntu-22.04, word: linux-x64 }
                      - { os: macos-latest, word: darwin-arm64 }
                      - { os: windows-latest, word: win-x64, end: .exe }
                runs-on: ${{ matrix.os }}
                steps:
                  - uses: graalvm/setup-graalvm@v1
                    with: { java-version: 25, distribution: graalvm-community }
                  - run: %s
                  - run: cp %s${{ matrix.end }} squid_${{ matrix.word }}${{ matrix.end }}
                  - run: gh release upload "$GITHUB_REF_NAME" squid_${{ matrix.word }}${{ matrix.end }}
            """;

    private SampleRepository maven(String jarName) {
        return repository().file("LICENSE", "MIT").file("pom.xml", """
                <project>
                  <groupId>org.squid</groupId><artifactId>squid</artifactId><version>3.0-SNAPSHOT</version>
                  <build><finalName>%s</finalName><plugins><plugin>
                    <artifactId>maven-shade-plugin</artifactId>
                    <executions><execution><goals><goal>shade</goal></goals><configuration>
                      <transformers><transformer><mainClass>org.squid.Main</mainClass></transformer></transformers>
                    </configuration></execution></executions>
                  </plugin></plugins></build>
                  <profiles><profile><id>native</id><build><plugins><plugin>
                    <artifactId>native-maven-plugin</artifactId>
                    <executions><execution><goals><goal>compile-no-fork</goal></goals></execution></executions>
                    <configuration><imageName>squid</imageName></configuration>
                  </plugin></plugins></build></profile></profiles>
                </project>
                """.formatted(jarName));
    }

    private Proposal of(SampleRepository repository, String build, String program, String more) throws NoProposal {
        return proposal(repository
                .file(".github/workflows/release.yml", MATRIX.formatted(build, program) + more)
                .committed()
                .origin("https://github.com/me/squid"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn -Pnative -DskipTests package",
                "./mvnw -P native package",
                "mvn --activate-profiles=ci,native package"
            })
    void mavenReleasesThemUnderTheirNames(String build) throws Exception {
        Proposal proposal = of(maven("squid"), build, "target/squid", """
                      - run: gh release upload "$GITHUB_REF_NAME" target/squid.jar
                """);
        assertThat(names(proposal))
                .containsExactlyInAnyOrder("squid_linux-x64", "squid_darwin-arm64", "squid_win-x64.exe", "squid.jar");
        assertThat(lost(proposal)).doesNotContain("release.files", "-Pnative");
        assertThat(proposal.config()).contains("native: target/squid", "{build}/target/squid.jar => squid.jar");
        assertThat(said(proposal, Remark.Kind.GUESS)).contains("linux.container ubuntu:22.04");
    }

    @Test
    void aJarWithAVersionInItsNameIsSaidToBeLost() throws Exception {
        Proposal proposal =
                of(maven("${project.artifactId}-${project.version}"), "mvn -Pnative package", "target/squid", """
                      - run: gh release upload "$GITHUB_REF_NAME" target/squid-*.jar
                """);
        assertThat(names(proposal))
                .containsExactlyInAnyOrder("squid_linux-x64", "squid_darwin-arm64", "squid_win-x64.exe");
        assertThat(said(proposal, Remark.Kind.LEFT))
                .contains("release.files squid-{version}.jar no longer released with executables");
    }

    @Test
    void whereReleasesHaveNoneTheJarIsTheProgram() throws Exception {
        Proposal proposal = of(maven("squid"), "mvn package", "target/squid", "");
        assertThat(proposal.config()).doesNotContain("native:");
    }

    @Test
    void gradleReleasesThemUnderTheirNames() throws Exception {
        SampleRepository repository = repository()
                .file("LICENSE", "MIT")
                .file("settings.gradle", "rootProject.name = 'squid'\n")
                .file("gradlew", "#!/bin/sh\n")
                .file("build.gradle", """
                        plugins { id 'application'; id 'org.graalvm.buildtools.native' version '0.11.1' }
                        application { mainClass = 'org.squid.Main' }
                        """);
        Proposal proposal = of(repository, "./gradlew nativeCompile", "build/native/nativeCompile/squid", "");
        assertThat(names(proposal))
                .containsExactlyInAnyOrder("squid_linux-x64", "squid_darwin-arm64", "squid_win-x64.exe");
        assertThat(proposal.config())
                .contains("native: build/native/nativeCompile/squid")
                .doesNotContain("installed");
        assertThat(lost(proposal)).doesNotContain("release.files", "distZip");
    }
}
